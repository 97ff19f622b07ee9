import { createGlobalStyle } from 'styled-components';

/** Whether a ground of `#rrggbb` is dark, by the mean of its three parts. */
const isDark = (ground: string): boolean => {
  const parts = ground.match(/[0-9a-f]{2}/gi) ?? [];
  const sum = parts.reduce((total, part) => total + Number.parseInt(part, 16), 0);
  return parts.length > 0 && sum / parts.length < 128;
};

/** What the browser draws itself, a date's calendar and the scroll bars, as light or dark as the panel. */
export const NativeControls = createGlobalStyle`
  :root { color-scheme: ${({ theme }) => (isDark(theme.colors.neutral0) ? 'dark' : 'light')}; }
`;
