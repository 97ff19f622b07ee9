import { createGlobalStyle } from 'styled-components';

/** The page on paper: neither the menu nor what can be clicked; no panel torn between two sheets. */
export const PrintStyles = createGlobalStyle`
  @media print {
    @page { size: A4; margin: 14mm; }
    body * { overflow: visible !important; }
    nav, [role='tablist'], .not-printed, main button, main a[aria-disabled] { display: none !important; }
    main section, main details, main tr, main [data-printed-whole] { break-inside: avoid; }
    main canvas { max-inline-size: 100% !important; }
    main * { box-shadow: none !important; }
  }
`;
