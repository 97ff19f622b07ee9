import { styled } from 'styled-components';

/** Fields side by side, as many as fit. */
export const FieldGrid = styled.div<{ $least?: string }>`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: repeat(
    auto-fit,
    minmax(min(100%, ${({ $least = '26rem' }) => $least}), 1fr)
  );
  align-items: start;
`;
