import { styled } from 'styled-components';

/** About a table whose names wrap instead of being cut. */
export const WrappingTable = styled.div`
  td,
  td * {
    white-space: normal;
    overflow-wrap: break-word;
  }
  td {
    padding-block: ${({ theme }) => theme.spaces[3]};
    block-size: auto;
    min-inline-size: 10rem;
  }
`;
