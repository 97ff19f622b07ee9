import { Typography } from '@strapi/design-system';
import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';
import { MessageRow } from './MessageRow';

/** What was said to the applicant, and what the applicant still owes. */
export function ContactTab({ request, reload }: { request: RequestDetail; reload: () => void }) {
  const { t } = useWords();
  const { day } = useFormats();
  const { owed, messages } = request;
  if (!owed && messages.length === 0) return <Empty>{t('request.no-messages')}</Empty>;

  return (
    <Stack>
      {owed && (
        <Panel title={t('request.owed')}>
          <Stack>
            <Prose>{owed.note}</Prose>
            <ul style={{ paddingInlineStart: '2rem', listStyle: 'disc' }}>
              {owed.items.map(({ key, label }) => (
                <Typography key={key} tag="li">
                  {label}
                </Typography>
              ))}
            </ul>
            <Typography tag="p" textColor="neutral600">
              {t('request.owed-dates', { since: day(owed.since), deadline: day(owed.deadline) })}
            </Typography>
          </Stack>
        </Panel>
      )}
      {messages.length > 0 && (
        <Panel title={t('request.messages')}>
          <Stack>
            {messages.map((message) => (
              <MessageRow key={message.id} request={request.id} message={message} reload={reload} />
            ))}
          </Stack>
        </Panel>
      )}
    </Stack>
  );
}
