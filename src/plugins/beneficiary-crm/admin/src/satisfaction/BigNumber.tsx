import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

/** Figures side by side, as many as fit. */
export const BigNumbers = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
`;

interface Props {
  label: string;
  value: string;
  /** the value is a sentence, and no figure */
  inWords?: boolean;
  /** the interval, n or definition, without which the figure says little */
  children?: ReactNode;
}

export const BigNumber = ({ label, value, inWords, children }: Props) => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
    <Typography tag="h2" variant="omega" textColor="neutral600">
      {label}
    </Typography>
    <Typography tag="p" variant={inWords ? 'delta' : 'alpha'}>
      <bdi>{value}</bdi>
    </Typography>
    {children && (
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ lineHeight: 1.7 }}>
        {children}
      </Typography>
    )}
  </Box>
);
