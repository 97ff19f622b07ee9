import type { Knex } from 'knex';
import type { ComparisonView, TakeOverBody } from '../../../contracts/checking';
import type { RequestMatchView } from '../../../contracts/duplicates';
import type { Crm } from '../kernel/crm';
import { conflict, invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { readTogether } from '../kernel/sql';
import { changeOf, filesOfPerson, speakingFor, takeStated } from '../registry';
import type { FileRow } from '../registry/person.types';
import { findForStaff } from '../requests';
import type { RequestRow } from '../requests';
import { openAnswers } from '../requests/request.repository';
import { comparisonRows, mayBeTaken } from './comparison.rules';
import type { Held, Stated } from './comparison.rules';

/** Questions of a form that speak of the applicant, by the names that services give them. */
const askedOfApplicant = {
  birthDate: 'applicant_birth_date',
  birthYear: 'applicant_birth_year',
  householdSize: 'household_size',
} as const;
/** A request that resembles more people than this tells nothing by being laid beside each. */
const mostCandidates = 3;

/** What the request says of its applicant. */
function statedIn(crm: Crm, row: RequestRow): Stated {
  const answers = openAnswers(crm, row);
  const answer = (key: string) => (answers[key] == null ? null : String(answers[key]));
  const size = answer(askedOfApplicant.householdSize);
  return {
    name: row.applicant_name,
    identity:
      row.id_type && row.id_index && row.id_last3
        ? { type: row.id_type, index: row.id_index, last3: row.id_last3 }
        : null,
    phone: row.applicant_phone,
    email: row.applicant_email,
    city: row.applicant_city,
    birth: answer(askedOfApplicant.birthDate) ?? answer(askedOfApplicant.birthYear),
    householdSize: size === null ? null : Number(size),
    preferredChannel: row.preferred_channel,
  };
}

/** What the file says, with all that was merged into it. */
async function heldIn(db: Knex, file: FileRow): Promise<Held> {
  const ids = await filesOfPerson(db, file.id);
  const [identities, contacts, members] = await readTogether(db, [
    () =>
      db('crm_identities')
        .whereIn('beneficiary_id', ids)
        .orderByRaw(`(state = 'valid') desc, created_at desc`)
        .select<Held['identities']>('type', 'number_index as index', 'last3'),
    () =>
      db('crm_contact_points')
        .whereIn('beneficiary_id', ids)
        .orderBy([{ column: 'preferred', order: 'desc' }, { column: 'created_at' }])
        .select<{ kind: string; value: string }[]>('kind', 'value'),
    () =>
      db('crm_household_members as mine')
        .join('crm_household_members as m', 'm.household_id', 'mine.household_id')
        .join('crm_beneficiaries as b', 'b.id', 'm.beneficiary_id')
        .whereIn('mine.beneficiary_id', ids)
        .whereNull('mine.until')
        .whereNull('m.until')
        .countDistinct<{ n: string }[]>('b.root_id as n'),
  ]);
  const size = Number(members[0]?.n ?? 0);
  const ofKind = (kind: string) =>
    contacts.filter((one) => one.kind === kind).map(({ value }) => value);
  return {
    name: file.name,
    identities,
    phones: ofKind('mobile'),
    emails: ofKind('email'),
    city: file.city,
    birth: file.birth_date ?? (file.birth_year === null ? null : String(file.birth_year)),
    householdSize: size === 0 ? null : size,
    preferredChannel: file.preferred_channel,
  };
}

const mayKnow = ({ branch }: Pick<Staff, 'branch'>, file: FileRow) =>
  branch === null || branch === file.branch;

/**
 * The request beside its file, or beside the files that it may belong to. Empty for who may not read the registry;
 * a file of another branch is not known to a delegate (C8).
 * @param matches what waits for an officer's word
 */
export async function comparisonOf(
  crm: Crm,
  row: RequestRow,
  matches: readonly RequestMatchView[],
  staff: Staff,
): Promise<ComparisonView[]> {
  if (!staff.permissions.has('registry.read')) return [];
  const stated = statedIn(crm, row);
  const ids =
    row.beneficiary_id === null
      ? matches
          .filter(({ state }) => state !== 'different')
          .slice(0, mostCandidates)
          .map(({ file }) => file.id)
      : [row.beneficiary_id];
  const views = await Promise.all(
    ids.map(async (id): Promise<ComparisonView[]> => {
      const file = await speakingFor(crm.db, id);
      if (!file || !mayKnow(staff, file)) return [];
      const linked = row.beneficiary_id !== null;
      const may = linked && staff.permissions.has('registry.write');
      const rows = comparisonRows(stated, await heldIn(crm.db, file));
      return [
        {
          fileId: file.id,
          fileNumber: file.file_number,
          fileName: file.name,
          fileVersion: file.version,
          linked,
          rows: rows.map((one) => ({ ...one, mayTake: may && mayBeTaken(one) })),
        },
      ];
    }),
  );
  return views.flat();
}

/**
 * POST /requests/:id/take-over: one value of the request goes into the file that the request is given to.
 * @throws CrmError 404; 409 when the file changed, the request is not this file's, or there is nothing to take
 */
export async function takeOver(
  crm: Crm,
  id: string,
  body: TakeOverBody,
  staff: Staff,
): Promise<void> {
  const row = await findForStaff(crm, id, staff);
  const on = { id: body.file, expectedVersion: body.expectedVersion, staff };
  await changeOf(crm, on, async (unit, file) => {
    const own = row.beneficiary_id && (await speakingFor(unit.trx, row.beneficiary_id));
    if (!own || own.id !== file.id) throw conflict('error.not_of_this_file');
    const found = comparisonRows(statedIn(crm, row), await heldIn(unit.trx, file)).find(
      ({ field }) => field === body.field,
    );
    if (!found?.request || !mayBeTaken(found)) throw invalid([{ path: 'field', code: 'option' }]);
    return takeStated(unit, file, body.field, found.request, row.id);
  });
}
