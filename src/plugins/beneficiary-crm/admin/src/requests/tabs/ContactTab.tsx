import { Flex, Typography } from '@strapi/design-system';
import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { messageTone } from '../../ui/tones';

/** What was said to the applicant, and what the applicant still owes. */
export function ContactTab({ request }: { request: RequestDetail }) {
  const { t, word } = useWords();
  const { dayAndTime, day } = useFormats();
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
              <Flex key={message.id} justifyContent="space-between" gap={3} wrap="wrap">
                <div>
                  <Typography tag="p" fontWeight="bold">
                    {word('template', message.template)}
                  </Typography>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {word('transport', message.transport)}
                    {' · '}
                    <Bdi>{dayAndTime(message.at)}</Bdi>
                  </Typography>
                </div>
                <Tag tone={messageTone(message.status)}>
                  {word('message-status', message.status)}
                </Tag>
              </Flex>
            ))}
          </Stack>
        </Panel>
      )}
    </Stack>
  );
}
