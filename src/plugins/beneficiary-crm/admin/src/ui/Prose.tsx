import { styled } from 'styled-components';

/** What a person wrote: in its own direction, lines kept, long words broken, comfortable to read in Arabic. */
export const Prose = styled.p.attrs({ dir: 'auto' })`
  white-space: pre-line;
  overflow-wrap: anywhere;
  line-height: 1.8;
  max-inline-size: 65ch;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

/** Stacks its children with even space. */
export const Stack = styled.div`
  display: flex;
  flex-direction: column;
  align-items: stretch;
  gap: ${({ theme }) => theme.spaces[4]};
  min-inline-size: 0;
`;
