import { styled } from 'styled-components';

/** A form for a desk and for a finger: one column, and on a phone everything is large enough to be hit. */
export const Calm = styled.div`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[6]};
  max-inline-size: 80rem;
  min-inline-size: 0;

  @media (max-width: 699px) {
    button,
    input,
    [role='combobox'] {
      min-block-size: 4.8rem;
    }
    button[role='radio'],
    button[role='checkbox'] {
      min-block-size: 0;
    }
  }
`;

/** Text that is read aloud. */
export const ReadAloud = styled.div.attrs({ dir: 'auto' })`
  padding: ${({ theme }) => theme.spaces[5]};
  border-inline-start: 4px solid ${({ theme }) => theme.colors.primary600};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral900};
  font-size: 2rem;
  line-height: 2;
  white-space: pre-line;
  overflow-wrap: anywhere;
`;

/** A reference or a code, to be copied by hand. */
export const BigCode = styled.bdi.attrs({ dir: 'ltr' })`
  display: block;
  color: ${({ theme }) => theme.colors.neutral900};
  font-size: clamp(2.4rem, 8vw, 4rem);
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  letter-spacing: 0.08em;
  line-height: 1.4;
  overflow-wrap: anywhere;
  /* runs from left to right, and stands where the lines begin */
  align-self: flex-start;
`;
