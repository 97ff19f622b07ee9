import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  children: ReactNode;
  /** what stands at the end of the title's line */
  aside?: ReactNode;
}

/** A titled box of a page; its title is a heading of the second rank. */
export function Panel({ title, children, aside }: Props) {
  const id = useId();
  return (
    <Box
      tag="section"
      // What is hidden in it for the eye alone stays in it, instead of lengthening the page.
      position="relative"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={4}>
        <Typography tag="h2" variant="delta" id={id}>
          {title}
        </Typography>
        {aside}
      </Flex>
      {children}
    </Box>
  );
}
