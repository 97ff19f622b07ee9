/** Cells as text files and workbooks hold them. Pure. */

/**
 * Spreadsheet programs run what begins with these as a formula (OWASP: CSV injection). An apostrophe in front
 * makes it the text that it is.
 */
export const harmless = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;

/** A number is written as one, so that spreadsheet programs reckon with it. */
export type Cell = string | number;

/** One line of RFC 4180. */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells
    .map((cell) => (typeof cell === 'number' ? String(cell) : harmless(cell)))
    .map((cell) => (/[",;\r\n\t]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell))
    .join(',')}\r\n`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text between tags; what XML 1.0 cannot hold is left out. */
export const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);

/** A row of a sheet: every cell a text or a number, nothing a formula. */
export const sheetRow = (cells: readonly Cell[], bold = false): string =>
  `<row>${cells
    .map((cell) =>
      cell === ''
        ? '<c/>'
        : typeof cell === 'number'
          ? `<c><v>${cell}</v></c>`
          : `<c t="inlineStr"${bold ? ' s="1"' : ''}><is><t xml:space="preserve">${xmlText(harmless(cell))}</t></is></c>`,
    )
    .join('')}</row>`;
