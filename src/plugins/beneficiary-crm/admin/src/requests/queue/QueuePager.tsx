import { Button, Flex, Typography } from '@strapi/design-system';
import type { Queue } from '../../../../contracts/queue';
import { useWords } from '../../app/words';
import { Pager } from '../../ui/Pager';

interface Props {
  queue: Queue;
  go: (to: { page?: number; after?: string }) => void;
}

/** Pages by number as far as the queue is counted; from there on, one after another. */
export function QueuePager({ queue, go }: Props) {
  const { t } = useWords();
  const { page, pageSize, total, next, countedTo } = queue;
  const lastNumbered = Math.floor(countedTo / pageSize);
  if (total < countedTo)
    return <Pager {...{ page, pageSize, total }} go={(number) => go({ page: number })} />;
  const onwards = next !== null && page >= lastNumbered;
  return (
    <Flex direction="column" alignItems="center" gap={2}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('pager.many')}
      </Typography>
      {onwards ? (
        <Button variant="tertiary" onClick={() => go({ after: next })}>
          {t('pager.further')}
        </Button>
      ) : (
        <Pager {...{ page, pageSize, total }} go={(number) => go({ page: number })} />
      )}
    </Flex>
  );
}
