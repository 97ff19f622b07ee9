import { styled } from 'styled-components';

/** The content with what accompanies it at its side; below it where there is no room. */
export const Sides = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};
  grid-template-columns: minmax(0, 1fr);
  align-items: start;

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 1fr) 30rem;
  }
`;
