import type { Knex } from 'knex';
import type { ExportColumn, IdentityState, IdentityType } from '../../../contracts/vocabulary';
import { filesOfPeople } from '../registry';

/** What a person's files hold together: of all that were merged, the best of each kind. */
export interface Held {
  id_type: IdentityType;
  id_last3: string;
  identity_state: IdentityState;
  identity_expires: string | null;
  phone: string;
  email: string;
  categories: string[];
  household_number: string;
}

interface Part {
  columns: readonly ExportColumn[];
  /** Queries `own`: the files of the people (`id`), and who speaks for each (`person`). */
  sql: string;
}

const best = (columns: string, from: string, order: string) =>
  `select distinct on (own.person) own.person, ${columns} from own
    join ${from} order by own.person, ${order}`;
const contact = (column: 'phone' | 'email', order: string) =>
  best(
    `x.value as ${column}`,
    `crm_contact_points x on x.beneficiary_id = own.id and (x.kind = 'email') = ${column === 'email'}`,
    order,
  );

const parts: readonly Part[] = [
  {
    columns: ['id_type', 'id_last3', 'identity_state', 'identity_expires'],
    sql: best(
      `x.type as id_type, x.last3 as id_last3, x.state as identity_state, x.expires_on as identity_expires`,
      'crm_identities x on x.beneficiary_id = own.id',
      `(x.state = 'valid') desc, (x.state = 'pending') desc, x.created_at desc`,
    ),
  },
  {
    columns: ['phone'],
    sql: contact('phone', `(x.kind = 'mobile') desc, x.preferred desc, x.created_at`),
  },
  { columns: ['email'], sql: contact('email', 'x.preferred desc, x.created_at') },
  {
    columns: ['categories'],
    sql: `select own.person, json_agg(distinct x.category order by x.category) as categories from own
      join crm_beneficiary_categories_held x on x.beneficiary_id = own.id group by own.person`,
  },
  {
    columns: ['household_number'],
    sql: best(
      'h.number as household_number',
      `crm_household_members x on x.beneficiary_id = own.id and x.until is null
      join crm_households h on h.id = x.household_id`,
      'x.since desc',
    ),
  },
];

/** Columns that stand in rows of their own, not in the person's file. */
export const heldColumns: ReadonlySet<ExportColumn> = new Set(
  parts.flatMap(({ columns }) => columns),
);

/**
 * What these people hold, by the id of the file that speaks: one query for each part that is asked for, however
 * many people there are.
 */
export async function heldBy(
  db: Knex,
  people: readonly string[],
  columns: readonly ExportColumn[],
): Promise<Map<string, Partial<Held>>> {
  const held = new Map(people.map((id): [string, Partial<Held>] => [id, {}]));
  const asked = parts.filter((part) => part.columns.some((column) => columns.includes(column)));
  if (people.length === 0 || asked.length === 0) return held;
  const files = await filesOfPeople(db, people);
  for (const { sql } of asked) {
    const { rows } = (await db.raw(
      `with own as (select * from unnest(?::uuid[], ?::uuid[]) as own (id, person)) ${sql}`,
      [[...files.keys()], [...files.values()]],
    )) as { rows: (Partial<Held> & { person: string })[] };
    for (const { person, ...part } of rows) Object.assign(held.get(person) ?? {}, part);
  }
  return held;
}
