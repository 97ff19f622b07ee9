import type { Knex } from 'knex';
import type { MatchCandidate, PersonSummary } from '../../../contracts/registry';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdLikeness, resembling, traitsOfPerson } from './candidates';
import type { Resembling } from './candidates';
import { actorOf } from './entry.rules';
import { identityIndex } from './identity.index';
import type { Entry, FileRow, NewPerson } from './person.types';
import { holdIdentity, openFile } from './registry.service';
import type { FileKey } from './registry.service';
import { summariesOf } from './summary.service';

type Viewer = Pick<Staff, 'branch'>;
const mayKnow = (staff: Viewer, { branch }: Pick<Resembling, 'branch'>): boolean =>
  staff.branch === null || staff.branch === branch;

/** Whom an entry resembles, as far as this person of the staff may know it. */
export interface Found {
  /** the number has a file */
  exists: boolean;
  /** that file; null also when it is another branch's */
  file: PersonSummary | null;
  matches: MatchCandidate[];
}

/** Looks before anything is written. */
export async function findMatches(
  crm: Pick<Crm, 'vault' | 'strapi' | 'db'>,
  db: Knex,
  person: NewPerson,
  staff: Viewer,
  locale: Locale,
): Promise<Found> {
  const [found = []] = await resembling(db, [traitsOfPerson(crm, person)]);
  const shown = found.filter((one) => mayKnow(staff, one));
  const rows = await db<FileRow>('crm_beneficiaries').whereIn(
    'id',
    shown.map(({ root }) => root),
  );
  const summaries = new Map(
    (await summariesOf({ ...crm, db }, rows, locale)).map((file) => [file.id, file]),
  );
  const candidates = shown.flatMap(({ root, judgement }) => {
    const file = summaries.get(root);
    return file ? [{ file, ...judgement }] : [];
  });
  return {
    exists: found.some(({ judgement }) => judgement.verdict === 'same'),
    file: candidates.find(({ verdict }) => verdict === 'same')?.file ?? null,
    matches: candidates
      .filter(({ verdict }) => verdict === 'likely')
      .map(({ file, reasons }) => ({ file, reasons })),
  };
}

/**
 * Opens a file for whom none exists. A delegate is told nothing of another branch's files (C8): a pair with one
 * of those waits for the officers.
 * @param differentFrom files that the officer looked at and holds for other people; kept as the officer's judgement
 * @throws CrmError 409 `error.file_exists` (the number has a file), `error.file_resembles` (others, not named)
 */
export async function openCheckedFile(
  unit: UnitOfWork,
  person: NewPerson,
  entry: Entry,
  differentFrom: readonly string[],
  staff: Viewer & Pick<Staff, 'id'>,
  locale: Locale = 'ar',
): Promise<FileKey> {
  const { crm, trx } = unit;
  if (person.identity) await holdIdentity(trx, identityIndex(crm, person.identity));
  await holdLikeness(trx, [traitsOfPerson(crm, person)]);
  const { exists, file, matches } = await findMatches(crm, trx, person, staff, locale);
  if (exists) throw conflict('error.file_exists', { file });
  const unnamed = matches.filter((match) => !differentFrom.includes(match.file.id));
  if (unnamed.length > 0) throw conflict('error.file_resembles', { matches: unnamed });

  const opened = await openFile(unit, person, entry);
  await keepDifferent(
    unit,
    opened.id,
    matches.map((match) => match.file.id),
    staff.id,
  );
  return opened;
}

/** What the officer said of resembling files when this one was opened. */
async function keepDifferent(
  { trx, now, record }: UnitOfWork,
  file: string,
  others: readonly string[],
  staffId: number,
): Promise<void> {
  if (others.length === 0) return;
  await trx('crm_file_matches')
    .whereRaw(
      '(left_id = ? and right_id = any(?::uuid[])) or (right_id = ? and left_id = any(?::uuid[]))',
      [file, [...others], file, [...others]],
    )
    .update({ state: 'different', judged_by: staffId, judged_at: now });
  record({
    type: 'file.match_judged',
    actor: actorOf(staffId),
    subject: { kind: 'beneficiary', id: file },
    data: { verdict: 'different', from: [...others] },
  });
}
