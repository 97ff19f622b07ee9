import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { parse } from 'csv-parse';
import { CrmError } from '../../kernel/errors';

/** Reads tables of text: whatever encoding and separator a spreadsheet program gave them. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';
export interface CsvShape {
  format: 'csv';
  encoding: Encoding;
  delimiter: string;
}

const delimiters = [',', ';', '\t', '|'] as const;
/** A row that is longer is a quotation mark that nobody closed. */
const longestRow = 200_000;

/** By the mark at the beginning, else by what the bytes can mean: UTF-8 has a shape that other texts have not. */
export async function encodingOf(path: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) {
      first = false;
      if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
      if (piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
      const zeros = (from: number) =>
        piece.subarray(0, 400).filter((byte, at) => at % 2 === from && byte === 0).length;
      if (zeros(1) > 20 && zeros(1) > zeros(0)) return 'utf-16le';
      if (zeros(0) > 20) return 'utf-16be';
    }
    try {
      utf8.decode(piece, { stream: true });
    } catch {
      // Not UTF-8: what Excel in Arabic saves as "CSV" is Windows' Arabic.
      return 'windows-1256';
    }
  }
  try {
    utf8.decode();
  } catch {
    return 'windows-1256';
  }
  return 'utf-8';
}

/** The separator that the first lines have most of, outside quotation marks. */
export function delimiterOf(text: string): string {
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  if (named?.[1]) return named[1];
  const plain = text.replace(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((mark) => plain.split(mark).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    decodeStrings: true,
    readableObjectMode: false,
    transform(piece: Buffer, _encoding, done) {
      done(null, decoder.decode(piece, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}

export async function csvShape(path: string): Promise<CsvShape> {
  const encoding = await encodingOf(path);
  let start = '';
  const text = createReadStream(path, { end: 65_535 }).pipe(decoding(encoding));
  for await (const piece of text as AsyncIterable<Buffer>) start += piece.toString('utf8');
  return { format: 'csv', encoding, delimiter: delimiterOf(start) };
}

/** Every row that holds something, with its number in the file. @throws CrmError 422 when it is no table */
export async function* csvRows(
  path: string,
  shape: CsvShape,
): AsyncGenerator<{ number: number; cells: string[] }> {
  const source = createReadStream(path);
  const text = source.pipe(decoding(shape.encoding));
  const parser = parse({
    delimiter: shape.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  });
  // Whatever fails on the way is said where the rows are read.
  source.on('error', (error) => parser.destroy(error));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (number === 1 && cells.length <= 2 && /^sep=/i.test(cells[0] ?? '')) continue;
      if (cells.some((cell) => cell.trim() !== '')) yield { number, cells };
    }
  } catch (error) {
    if (
      error !== null &&
      typeof error === 'object' &&
      'code' in error &&
      /^CSV_/.test(String(error.code))
    )
      throw new CrmError('invalid', 'import.unreadable');
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}
