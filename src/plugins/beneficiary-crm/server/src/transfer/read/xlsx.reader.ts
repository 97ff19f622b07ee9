import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import * as yauzl from 'yauzl';
import { CrmError } from '../../kernel/errors';

/**
 * Reads the first sheet of an Excel workbook as it streams out of its archive. Of a formula the value that Excel
 * saved is read; nothing is computed. Every stream has a limit on what it may unfold to, whatever the archive
 * claims of itself.
 */

export interface XlsxShape {
  format: 'xlsx';
  /** the workbook counts its days from 1904 */
  mac: boolean;
}

const megabyte = 1024 * 1024;
const limits = {
  entries: 2_000,
  /** the workbook's table of contents */
  small: 4 * megabyte,
  strings: 150 * megabyte,
  sheet: 600 * megabyte,
  /** letters of all shared strings together, held in memory */
  letters: 40_000_000,
  cell: 32_767,
  /** between two tags */
  text: 2 * megabyte,
  columns: 1_000,
} as const;

const tooMuch = () => new CrmError('invalid', 'import.too_much');
const unreadable = () => new CrmError('invalid', 'import.unreadable');

/** Some programs write every name with a prefix (`x:row`). */
const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
const attribute = (tag: SaxesTagPlain, name: string): string | undefined => {
  const found = Object.entries(tag.attributes).find(([held]) => bare(held) === name);
  return found?.[1];
};

interface Handlers {
  open?: (name: string, tag: SaxesTagPlain) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

class Workbook {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  static async open(path: string): Promise<Workbook> {
    const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
      yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
        opened ? resolve(opened) : reject(error ?? unreadable()),
      ),
    ).catch(() => {
      throw unreadable();
    });
    const entries = new Map<string, yauzl.Entry>();
    try {
      await new Promise<void>((resolve, reject) => {
        zip.on('entry', (entry: yauzl.Entry) => {
          entries.set(entry.fileName.replace(/^\//, ''), entry);
          if (entries.size > limits.entries) reject(tooMuch());
          else zip.readEntry();
        });
        zip.on('end', resolve);
        zip.on('error', () => reject(unreadable()));
        zip.readEntry();
      });
    } catch (error) {
      zip.close();
      throw error;
    }
    return new Workbook(zip, entries);
  }

  close(): void {
    this.zip.close();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of an entry, piece by piece. @throws CrmError when it unfolds to more than `most` bytes */
  async *text(name: string, most: number): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry || entry.isEncrypted()) throw unreadable();
    const stream = await new Promise<Readable>((resolve, reject) =>
      this.zip.openReadStream(entry, (error, opened) =>
        opened ? resolve(opened) : reject(error ?? unreadable()),
      ),
    ).catch(() => {
      throw unreadable();
    });
    const decoder = new TextDecoder('utf-8');
    let bytes = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        bytes += piece.length;
        if (bytes > most) throw tooMuch();
        yield decoder.decode(piece, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      // zlib and yauzl complain about an archive that is broken or lies about its sizes
      throw error instanceof CrmError ? error : unreadable();
    } finally {
      stream.destroy();
    }
  }

  /** Reads an entry tag by tag, yielding after each piece. What is broken, or never ends a tag, ends the reading. */
  async *tags(name: string, most: number, see: Handlers): AsyncGenerator<void> {
    const parser = new SaxesParser();
    // A text without an end would be gathered in memory until none is left.
    let sinceTag = 0;
    parser.on('error', () => {
      throw unreadable();
    });
    parser.on('opentag', (tag) => {
      sinceTag = 0;
      see.open?.(bare(tag.name), tag);
    });
    parser.on('text', (text) => see.text?.(text));
    parser.on('closetag', (tag) => {
      sinceTag = 0;
      see.close?.(bare(tag.name));
    });
    for await (const piece of this.text(name, most)) {
      sinceTag += piece.length;
      parser.write(piece);
      if (sinceTag > limits.text) throw tooMuch();
      yield;
    }
    parser.close();
  }
}

async function drained(run: AsyncGenerator<void>): Promise<void> {
  while (!(await run.next()).done);
}

/** Where the first sheet stands in the archive, and how the workbook counts its days. */
async function contents(book: Workbook): Promise<{ sheet: string; mac: boolean }> {
  let relation: string | undefined;
  let mac = false;
  await drained(
    book.tags('xl/workbook.xml', limits.small, {
      open(name, tag) {
        if (name === 'workbookPr') mac = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
        if (name === 'sheet') relation ??= attribute(tag, 'id');
      },
    }),
  );
  let target: string | undefined;
  await drained(
    book.tags('xl/_rels/workbook.xml.rels', limits.small, {
      open(name, tag) {
        if (name === 'Relationship' && attribute(tag, 'Id') === relation)
          target = attribute(tag, 'Target');
      },
    }),
  );
  if (target === undefined) throw unreadable();
  const sheet = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!book.has(sheet)) throw unreadable();
  return { sheet, mac };
}

/** Texts that cells share, in their order; how a word is read aloud (`rPh`) is left out. */
async function sharedStrings(book: Workbook): Promise<string[]> {
  const entry = 'xl/sharedStrings.xml';
  const strings: string[] = [];
  if (!book.has(entry)) return strings;
  let letters = 0;
  let text = '';
  let inText = false;
  let aloud = false;
  await drained(
    book.tags(entry, limits.strings, {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') aloud = true;
        else if (name === 't') inText = true;
      },
      text(piece) {
        if (inText && !aloud) text += piece;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') aloud = false;
        else if (name === 'si') {
          letters += text.length + 8;
          if (letters > limits.letters) throw tooMuch();
          strings.push(text.slice(0, limits.cell));
        }
      },
    }),
  );
  return strings;
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export async function xlsxShape(path: string): Promise<XlsxShape> {
  const book = await Workbook.open(path);
  try {
    return { format: 'xlsx', mac: (await contents(book)).mac };
  } finally {
    book.close();
  }
}

/** Every row of the first sheet that holds something, with its number in the sheet. @throws CrmError 422 */
export async function* xlsxRows(path: string): AsyncGenerator<{ number: number; cells: string[] }> {
  const book = await Workbook.open(path);
  try {
    const { sheet } = await contents(book);
    const strings = await sharedStrings(book);
    let rows: { number: number; cells: string[] }[] = [];
    let number = 0;
    let cells: string[] = [];
    let column = -1;
    let type = '';
    let value = '';
    let inValue = false;
    const reading = book.tags(sheet, limits.sheet, {
      open(name, tag) {
        if (name === 'row') {
          number = Number(attribute(tag, 'r') ?? number + 1);
          cells = [];
          column = -1;
        } else if (name === 'c') {
          const reference = attribute(tag, 'r');
          column = reference === undefined ? column + 1 : columnOf(reference);
          type = attribute(tag, 't') ?? 'n';
          value = '';
        } else if (name === 'v' || name === 't') inValue = true;
      },
      text(piece) {
        if (inValue && value.length < limits.cell) value += piece;
      },
      close(name) {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'c' && value !== '' && column >= 0 && column < limits.columns) {
          while (cells.length < column) cells.push('');
          cells[column] = type === 's' ? (strings[Number(value)] ?? '') : value;
        } else if (name === 'row' && cells.some((cell) => cell.trim() !== ''))
          rows.push({ number, cells });
      },
    });
    try {
      while (!(await reading.next()).done) {
        yield* rows;
        rows = [];
      }
      yield* rows;
    } finally {
      await reading.return(undefined);
    }
  } finally {
    book.close();
  }
}
