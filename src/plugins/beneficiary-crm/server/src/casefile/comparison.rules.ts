import { takenFields } from '../../../contracts/checking';
import type { ComparedField, ComparisonView } from '../../../contracts/checking';
import type { ContactChannel, IdentityType } from '../../../contracts/vocabulary';
import { joinedNameKey } from '../kernel/arabic.rules';

/** What a request says of its applicant beside what a file says of its person (S2). */

export interface Stated {
  name: string;
  /** `index` is the blind index of the number: numbers are compared without being read */
  identity: { type: IdentityType; index: string; last3: string } | null;
  phone: string | null;
  email: string | null;
  city: string | null;
  /** `YYYY-MM-DD`, or the year alone */
  birth: string | null;
  householdSize: number | null;
  preferredChannel: ContactChannel | null;
}
export interface Held extends Omit<Stated, 'identity' | 'phone' | 'email'> {
  identities: NonNullable<Stated['identity']>[];
  phones: string[];
  emails: string[];
}

type Row = Omit<ComparisonView['rows'][number], 'mayTake'>;

const sameWords = (a: string, b: string) => joinedNameKey(a) === joinedNameKey(b);
const sameAddress = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const sameText = (a: string, b: string) => a === b;
/** Where one side knows the year alone, the year is what is compared. */
const sameBirth = (a: string, b: string) =>
  a.length === b.length ? a === b : a.slice(0, 4) === b.slice(0, 4);

/**
 * Compares one value with those that the file holds.
 * @returns the verdict, and which of the file's values is to be shown
 */
function compare(
  request: string | null,
  held: readonly string[],
  same: (a: string, b: string) => boolean,
): Pick<Row, 'request' | 'file' | 'verdict'> {
  const [first = null] = held;
  if (request === null) return { request, file: first, verdict: 'missing_in_request' };
  if (first === null) return { request, file: null, verdict: 'missing_in_file' };
  const equal = held.find((value) => same(request, value));
  return { request, file: equal ?? first, verdict: equal === undefined ? 'differs' : 'same' };
}

const one = (value: string | number | null): string[] => (value === null ? [] : [String(value)]);
const masked = (last3: string): string => `•••••••${last3}`;

function identityRow({ identity }: Stated, { identities }: Held): Row {
  const known = identities.find(({ index }) => index === identity?.index) ?? identities[0] ?? null;
  const found = compare(identity?.index ?? null, known ? [known.index] : [], sameText);
  return {
    field: 'identity',
    verdict: found.verdict,
    request: identity && masked(identity.last3),
    file: known && masked(known.last3),
    idType: { request: identity?.type ?? null, file: known?.type ?? null },
  };
}

/** Row by row; what neither side says is left out. A number stands there by its last digits alone. */
export function comparisonRows(stated: Stated, held: Held): Row[] {
  const plain = (
    field: ComparedField,
    request: string | number | null,
    values: readonly string[],
    same = sameText,
  ): Row => ({
    field,
    idType: null,
    ...compare(request === null ? null : String(request), values, same),
  });
  return [
    plain('name', stated.name, [held.name], sameWords),
    identityRow(stated, held),
    plain('phone', stated.phone, held.phones),
    plain('email', stated.email, held.emails, sameAddress),
    plain('city', stated.city, one(held.city), sameWords),
    plain('birth', stated.birth, one(held.birth), sameBirth),
    plain('household_size', stated.householdSize, one(held.householdSize)),
    plain('preferred_channel', stated.preferredChannel, one(held.preferredChannel)),
  ].filter(({ request, file }) => request !== null || file !== null);
}

/** Whether a value may be taken into the file: it is new there, and of a kind that is stated, not seen. */
export const mayBeTaken = ({ field, verdict }: Pick<Row, 'field' | 'verdict'>): boolean =>
  takenFields.some((taken) => taken === field) &&
  (verdict === 'differs' || verdict === 'missing_in_file');
