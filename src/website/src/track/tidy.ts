/**
 * A reference or code as it is written on the receipt: capital letters; what people put for a dash
 * is a dash; no spaces. Whether dashes count at all is the server's business.
 */
export function tidyCode(typed: string): string {
  return typed
    .replace(/[\u2010-\u2015\u2212_ـ]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase();
}
