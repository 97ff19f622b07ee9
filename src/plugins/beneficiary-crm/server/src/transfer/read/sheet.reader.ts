import { open } from 'node:fs/promises';
import { CrmError } from '../../kernel/errors';
import { csvRows, csvShape } from './csv.reader';
import type { CsvShape } from './csv.reader';
import { xlsxRows, xlsxShape } from './xlsx.reader';
import type { XlsxShape } from './xlsx.reader';

export type SheetShape = CsvShape | XlsxShape;
export interface SheetRow {
  /** as a spreadsheet counts, from 1 */
  number: number;
  cells: string[];
}

/** What the content itself says it is, whatever its name claims. @throws CrmError 415 */
export async function shapeOf(path: string): Promise<SheetShape> {
  const start = Buffer.alloc(8);
  const file = await open(path);
  const { bytesRead } = await file.read(start, 0, 8, 0);
  await file.close();
  if (bytesRead === 0) throw new CrmError('invalid', 'file.empty');
  if (start.readUInt32BE() === 0x504b0304) return xlsxShape(path);
  const marks = ['25504446', 'd0cf11e0', 'ffd8ff', '89504e47', '1f8b', '504b', '7b5c727466'];
  // PDF, old Excel, pictures, other archives, RTF: no table of text begins so.
  if (marks.some((mark) => start.toString('hex').startsWith(mark)))
    throw new CrmError('unsupported_type', 'import.unsupported');
  return csvShape(path);
}

export const rowsOf = (path: string, shape: SheetShape): AsyncGenerator<SheetRow> =>
  shape.format === 'csv' ? csvRows(path, shape) : xlsxRows(path);
