import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ReactNode } from 'react';
import type { Loaded } from '../app/api';
import { useWords } from '../app/words';
import { Skeleton } from './Skeleton';

/** Says what will appear here, and how to make the first one. */
export const Empty = ({ children, action }: { children: string; action?: ReactNode }) => (
  <EmptyStateLayout
    icon={<EmptyDocuments width="16rem" aria-hidden />}
    content={children}
    action={action}
    hasRadius
  />
);

/** Says what went wrong and lets the person try again. */
export function Trouble({ message, retry }: { message: string; retry: () => void }) {
  const { t } = useWords();
  return (
    <Box background="neutral0" hasRadius padding={6} shadow="tableShadow" role="alert">
      <Flex direction="column" alignItems="start" gap={4}>
        <Typography textColor="danger700" tag="p" variant="omega">
          {message}
        </Typography>
        <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={retry}>
          {t('common.retry')}
        </Button>
      </Flex>
    </Box>
  );
}

interface Props<T> {
  from: Loaded<T>;
  children: (data: T) => ReactNode;
  lines?: number;
}

/**
 * Loading, trouble or the content: every page goes through these three. When the server only could not be
 * reached, what was read before stays under the trouble, with whatever is being typed in it.
 */
export function Show<T>({ from, children, lines }: Props<T>) {
  const { problem, data, loading, reload } = from;
  const stays = data !== null && (problem === null || problem.status === null);
  if (problem && !stays) return <Trouble message={problem.message} retry={reload} />;
  if (data === null) return <Skeleton lines={lines} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {problem && <Trouble message={problem.message} retry={reload} />}
      <div aria-busy={loading}>{children(data)}</div>
    </Flex>
  );
}
