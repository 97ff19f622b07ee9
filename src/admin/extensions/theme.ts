import type { DefaultTheme } from 'styled-components';

// Strapi merges what stands here into its own theme: only what differs is given.
const themeOf = (colors: Partial<DefaultTheme['colors']>) => ({ colors }) as DefaultTheme;

/** Deep green where Strapi is violet; every pair of text and ground keeps a contrast of 4.5 or more. */
export const light = themeOf({
  primary100: '#e9f3ee',
  primary200: '#c5dfd2',
  primary500: '#2c7a5b',
  primary600: '#1b5e45',
  primary700: '#154a37',
  buttonPrimary500: '#2c7a5b',
  buttonPrimary600: '#1b5e45',
  // Strapi's own are under 4.5 on their grounds.
  warning700: '#8a4b00',
  neutral500: '#6a6a86',
});

export const dark = themeOf({
  primary100: '#16291f',
  primary200: '#2b5443',
  primary500: '#57b08d',
  primary600: '#6cc49f',
  primary700: '#8ad5b5',
  buttonPrimary500: '#2c7a5b',
  buttonPrimary600: '#226b50',
});
