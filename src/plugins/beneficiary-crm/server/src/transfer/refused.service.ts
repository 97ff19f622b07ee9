import type { Locale, SheetFormat } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict } from '../kernel/errors';
import { chunkOf, importById, openHeadings, openName, openRows } from './import.repository';
import type { ImportRow } from './import.repository';
import { findingText } from './import.views';
import { sheetFile } from './write/sheet.writer';

async function* refusedRows(
  crm: Crm,
  held: ImportRow,
  width: number,
  locale: Locale,
): AsyncGenerator<string[][]> {
  for (let seq = 0; ; seq += 1) {
    const chunk = await chunkOf(crm.db, held.id, seq);
    if (!chunk) return;
    const reasons = new Map<number, string[]>();
    for (const finding of chunk.findings)
      reasons.set(finding[0], [
        ...(reasons.get(finding[0]) ?? []),
        findingText(crm, locale, finding),
      ]);
    if (reasons.size === 0) continue;
    yield openRows(crm, chunk)
      .filter(({ number }) => reasons.has(number))
      .map(({ number, cells }) => [
        ...Array.from({ length: width }, (_, at) => cells[at] ?? ''),
        String(number),
        (reasons.get(number) ?? []).join(' '),
      ]);
  }
}

/**
 * The rows that are refused, as they came, each with its number and the reasons: put right, the file can be
 * imported as it is.
 * @throws CrmError 404, 409 when the rows are not here yet, or no longer
 */
export async function refusedFile(crm: Crm, id: string, format: SheetFormat, locale: Locale) {
  const held = await importById(crm.db, id);
  if (held.destroyed_at !== null || held.rows === null) throw conflict('import.not_now');
  const headings = openHeadings(crm, held);
  const name = openName(crm, held).replace(/\.\w+$/, '');
  return sheetFile(
    format,
    `${name} - ${crm.say(locale, 'import.refused_rows')}`,
    [...headings, crm.say(locale, 'import.row_number'), crm.say(locale, 'import.reasons')],
    refusedRows(crm, held, headings.length, locale),
    locale,
  );
}
