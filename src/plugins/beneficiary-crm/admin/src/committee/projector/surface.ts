import { styled } from 'styled-components';

/** Over the panel's menu as well. All sizes follow the window, so that the last row can read. */
export const Wall = styled.div`
  position: fixed;
  inset: 0;
  z-index: 20;
  overflow-y: auto;
  display: flex;
  flex-direction: column;
  gap: clamp(1.6rem, 2.4vw, 4rem);
  padding: clamp(1.6rem, 3vw, 6rem);
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral900};
  font-size: clamp(1.8rem, 2vw, 4rem);
  line-height: 1.6;
  overflow-wrap: anywhere;

  &:focus {
    outline: none;
  }
  button {
    padding: 0.2em 0.6em;
    border: 2px solid ${({ theme }) => theme.colors.neutral500};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: max(1.6rem, 0.6em);
    cursor: pointer;
  }
  a:focus-visible,
  button:focus-visible {
    outline: 3px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The item, and the agenda at its side; below it where there is no room. */
export const Columns = styled.div`
  flex: 1;
  display: grid;
  gap: clamp(2rem, 4vw, 8rem);
  grid-template-columns: minmax(0, 1fr);
  align-content: start;
  align-items: start;

  @media (min-width: 900px) {
    grid-template-columns: minmax(0, 7fr) minmax(0, 4fr);
  }
`;

export const Foot = styled.footer`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 1em;
  padding-block-start: 0.6em;
  border-block-start: 2px solid ${({ theme }) => theme.colors.neutral300};
  font-size: 0.9em;
`;
