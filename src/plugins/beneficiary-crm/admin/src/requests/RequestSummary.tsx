import { Box, Flex, Typography } from '@strapi/design-system';
import type { RequestDetail } from '../../../contracts/admin';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Tag } from '../ui/Tag';
import { requestTone } from '../ui/tones';
import { ActionBar } from './actions/ActionBar';
import { PromiseText } from './PromiseText';
import { StepText } from './StepText';

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** First to the eye: where the request stands, what was promised, and what to do next. */
export function RequestSummary({ request, reload }: Props) {
  const { t, word } = useWords();
  const { day, hijri } = useFormats();
  const { promise } = request;
  const both = (iso: string) => t('common.both-dates', { day: day(iso), hijri: hijri(iso) });

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
      <Flex justifyContent="space-between" gap={5} wrap="wrap" alignItems="start">
        <Flex direction="column" alignItems="start" gap={2} flex="1 1 28rem">
          <Flex gap={2} wrap="wrap">
            <Tag tone={requestTone(request.status)}>{word('status', request.status)}</Tag>
            {promise && <PromiseText promise={promise} />}
          </Flex>
          <Typography tag="p" variant="delta" fontWeight="regular">
            {t(`status-sentence.${request.status}`)}
          </Typography>
          {promise && (
            <Typography tag="p" textColor="neutral600">
              {t('promise.between', {
                earliest: both(promise.earliest),
                latest: both(promise.latest),
              })}
            </Typography>
          )}
          {request.step && <StepText step={request.step} />}
          <Typography tag="p" textColor="neutral600">
            {request.assigneeName ? (
              <>
                {t('request.assignee')} <Bdi>{request.assigneeName}</Bdi>
              </>
            ) : (
              t('inbox.nobody')
            )}
          </Typography>
        </Flex>
        <Box flex="0 1 42rem">
          <ActionBar request={request} reload={reload} />
        </Box>
      </Flex>
    </Box>
  );
}
