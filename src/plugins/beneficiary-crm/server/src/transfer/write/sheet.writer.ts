import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Locale, SheetFormat } from '../../../../contracts/vocabulary';
import { csvLine, sheetRow } from './cells.rules';
import type { Cell } from './cells.rules';

/** Rows in batches; only one batch is in memory at a time. */
export type Batches = AsyncIterable<readonly (readonly Cell[])[]>;

const mimes: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const skeleton: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/** A row may have any length to the reader; a spreadsheet program wants columns wide enough to read. */
const widths = (count: number): string =>
  `<cols>${Array.from({ length: count }, (_, at) => `<col min="${at + 1}" max="${at + 1}" width="20" customWidth="1"/>`).join('')}</cols>`;

async function* csvText(headings: readonly string[], batches: Batches): AsyncGenerator<string> {
  // With this mark Excel reads the text as UTF-8; without it Arabic becomes signs.
  yield `\uFEFF${csvLine(headings)}`;
  for await (const batch of batches) yield batch.map(csvLine).join('');
}

async function* sheetText(
  headings: readonly string[],
  batches: Batches,
  locale: Locale,
): AsyncGenerator<string> {
  const right = locale === 'ar' ? ' rightToLeft="1"' : '';
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${right}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths(headings.length)}<sheetData>${sheetRow(headings, true)}`;
  for await (const batch of batches) yield batch.map((row) => sheetRow(row)).join('');
  yield '</sheetData></worksheet>';
}

/** The parts of a table bear no time of their own: the same rows are the same file. */
const mtime = new Date(2000, 0, 1);

/** A table as a file that is made while it is being sent. In Arabic the sheet runs from right to left. */
export function sheetFile(
  format: SheetFormat,
  name: string,
  headings: readonly string[],
  batches: Batches,
  locale: Locale,
): { body: Readable; name: string; mime: string } {
  const file = { name: `${name}.${format}`, mime: mimes[format] };
  if (format === 'csv')
    return { ...file, body: Readable.from(csvText(headings, batches), { objectMode: false }) };
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(skeleton))
    zip.addBuffer(Buffer.from(xml + text), path, { mtime });
  const sheet = Readable.from(sheetText(headings, batches, locale), { objectMode: false });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  const body = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false });
  // What fails while rows are read ends the download instead of cutting the table short.
  sheet.on('error', (error) => body.destroy(error));
  return { ...file, body };
}
