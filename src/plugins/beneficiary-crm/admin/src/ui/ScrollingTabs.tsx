import { styled } from 'styled-components';

/** Lets a row of tabs be moved sideways where it does not fit, instead of widening the page. */
export const ScrollingTabs = styled.div`
  overflow-x: auto;
  padding: 4px;
  margin-block-end: ${({ theme }) => theme.spaces[4]};

  & > div {
    inline-size: max-content;
    min-inline-size: 100%;
  }
  button {
    white-space: nowrap;
  }
  /* Arabic has no capitals to make small letters legible with. */
  button span {
    font-size: ${({ theme }) => theme.fontSizes[2]};
    line-height: 1.6;
    text-transform: none;
  }
`;
