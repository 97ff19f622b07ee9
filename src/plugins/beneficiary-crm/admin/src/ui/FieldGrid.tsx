import { styled } from 'styled-components';

/** Fields side by side, as many as fit. */
export const FieldGrid = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
  align-items: start;
`;
