import { Flex, Typography } from '@strapi/design-system';
import type { EarlierRequest } from '../../../../contracts/deliberation';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { useMeasure } from '../../delivery/useMeasure';
import { Bdi } from '../../ui/Bdi';
import { Stack } from '../../ui/Prose';
import { RowList } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';
import { outcomeTone, requestTone } from '../../ui/tones';

interface Props {
  requests: EarlierRequest[];
  /** there are others besides these */
  more: boolean;
}

/** What the family asked for before, how it was decided, and what came of it. */
export function EarlierRequests({ requests, more }: Props) {
  const { t } = useWords();
  return (
    <Stack>
      <RowList items={requests} idOf={({ reference }) => reference}>
        {(request) => <Line request={request} />}
      </RowList>
      {more && (
        <Typography tag="p" textColor="neutral600">
          {t('dossier.more')}
        </Typography>
      )}
    </Stack>
  );
}

function Line({ request }: { request: EarlierRequest }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const say = useMeasure();
  const { of, outcome, status } = request;
  return (
    <>
      <div>
        <Typography tag="p" fontWeight="bold">
          <Bdi>{request.serviceName ?? t('dossier.no-service')}</Bdi>
          {' · '}
          <Bdi dir="ltr">{request.reference}</Bdi>
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {of ? (
            <>
              <Bdi>{of.name}</Bdi> ({word('relationship', of.relation)})
            </>
          ) : (
            t('dossier.own')
          )}
          {' · '}
          <Bdi>{day(request.submittedAt)}</Bdi>
        </Typography>
        {request.help.map((help, place) => (
          <Typography key={place} tag="p">
            <Bdi>{help.what}</Bdi>: <Bdi>{say(help.kind, help.delivered, help.unit)}</Bdi>
          </Typography>
        ))}
      </div>
      <Flex gap={2} wrap="wrap">
        {outcome ? (
          <Tag tone={outcomeTone(outcome)}>{word('outcome', outcome)}</Tag>
        ) : (
          <Tag tone={requestTone(status)}>{word('status', status)}</Tag>
        )}
      </Flex>
    </>
  );
}
