import type { Knex } from 'knex';
import type { ImportField } from '../../../contracts/vocabulary';
import { joinedNameKey } from '../kernel/arabic.rules';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { canonicalJson } from '../kernel/vault';
import { readTogether } from '../kernel/sql';
import { filesByNumber } from '../registry';
import type { KnownFile } from '../registry';
import type { Finding } from './import.repository';
import { quiteDifferentNames } from './likeness.rules';
import type { SheetRow, SheetShape } from './read/sheet.reader';
import { readRow } from './row.rules';
import type { ImportedPerson, KnownWords } from './row.rules';

/** How the rows of a chunk stand to the registry as it is now. Writes nothing. */

export interface JudgedRow {
  row: number;
  person: ImportedPerson;
  /** blind index of a row without an ID number; null when the number says who it is */
  print: string | null;
  /** the file that the person has already */
  known: KnownFile | null;
}

export interface Reading {
  columns: (ImportField | null)[];
  known: KnownWords;
  shape: SheetShape | null;
}

const printOf = (crm: Pick<Crm, 'vault'>, person: ImportedPerson): string | null =>
  person.identity
    ? null
    : crm.vault.blindIndex(
        'import.row:v1',
        canonicalJson([
          joinedNameKey(person.name),
          person.birthDate,
          person.birthYear,
          person.contacts.map(({ kind, value }) => `${kind} ${value}`).sort(),
          person.city,
          person.district,
          person.address,
        ]),
      );

async function filesByPrint(db: Knex, prints: readonly string[]): Promise<Map<string, KnownFile>> {
  const { rows } = (await db.raw(
    `select p.print, root.id, root.name, root.status
      from crm_import_prints p
      join crm_beneficiaries own on own.id = p.beneficiary_id
      join crm_beneficiaries root on root.id = own.root_id
      where p.print = any(?::text[])`,
    [[...prints]],
  )) as { rows: (KnownFile & { print: string })[] };
  return new Map(rows.map(({ print, ...file }) => [print, file] as const));
}

/** What each row says, without a look at the registry. */
export function readRows(
  crm: Crm,
  rows: readonly SheetRow[],
  { columns, known, shape }: Reading,
): {
  findings: Finding[];
  people: { row: number; person: ImportedPerson; print: string | null }[];
} {
  const today = riyadhDate(crm.now());
  const mac = shape?.format === 'xlsx' && shape.mac;
  const findings: Finding[] = [];
  const people: { row: number; person: ImportedPerson; print: string | null }[] = [];
  for (const { number, cells } of rows) {
    const { person, issues } = readRow(cells, columns, known, today, mac);
    for (const { column, code } of issues) findings.push([number, column ?? -1, code]);
    if (person) people.push({ row: number, person, print: printOf(crm, person) });
  }
  return { findings, people };
}

/** Who of these has a file already; a number on a file with quite another name is a mistake in the row. */
export async function judgePeople(
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  people: readonly { row: number; person: ImportedPerson; print: string | null }[],
  columns: readonly (ImportField | null)[],
): Promise<{ findings: Finding[]; judged: JudgedRow[] }> {
  const identities = people.flatMap(({ person }) => person.identity ?? []);
  const prints = people.flatMap(({ print }) => print ?? []);
  const [byNumber, byPrint] = await readTogether(db, [
    () => filesByNumber(crm, db, identities),
    () => filesByPrint(db, prints),
  ]);
  const findings: Finding[] = [];
  const judged: JudgedRow[] = [];
  for (const { row, person, print } of people) {
    const known =
      (print === null ? byNumber.get(person.identity?.number ?? '') : byPrint.get(print)) ?? null;
    if (known && quiteDifferentNames(known.name, person.name))
      findings.push([row, columns.indexOf('id_number'), 'import.other_name']);
    else judged.push({ row, person, print, known });
  }
  return { findings, judged };
}
