import { Flex, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { useFormats } from '../app/formats';

const Line = styled(NavLink)`
  display: flex;
  justify-content: space-between;
  align-items: baseline;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => theme.spaces[3]};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

interface Count {
  key: string;
  label: string;
  n: number;
  to: string;
  urgent?: boolean;
}

/** Numbers that lead to the lists they count. */
export function Counts({ counts }: { counts: Count[] }) {
  const { number } = useFormats();
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {counts.map(({ key, label, n, to, urgent }) => (
        <Line key={key} to={to}>
          <Typography>{label}</Typography>
          <Typography
            variant="beta"
            tag="span"
            textColor={urgent && n > 0 ? 'danger700' : 'neutral800'}
          >
            {number(n)}
          </Typography>
        </Line>
      ))}
    </Flex>
  );
}
