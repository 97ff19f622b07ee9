import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Group = styled.fieldset`
  border: 0;
  padding: 0;
  margin: 0;
  min-inline-size: 0;

  legend {
    padding-inline: 0;
  }
`;
const Together = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: end;
  gap: ${({ theme }) => theme.spaces[3]};
`;

interface Props {
  legend: string;
  hint?: ReactNode;
  error?: string;
  children: ReactNode;
}

/** Fields that answer one question together. */
export const Fieldset = ({ legend, hint, error, children }: Props) => (
  <Group>
    <Typography tag="legend" variant="pi" fontWeight="bold" paddingBottom={1}>
      {legend}
    </Typography>
    <Together>{children}</Together>
    {hint && (
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {hint}
      </Typography>
    )}
    {error && (
      <Typography tag="p" variant="pi" textColor="danger600" paddingTop={1} role="alert">
        {error}
      </Typography>
    )}
  </Group>
);
