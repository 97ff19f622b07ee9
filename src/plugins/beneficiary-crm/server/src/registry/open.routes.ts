import { openFileBody } from '../../../contracts/registry';
import type { OpenFileBody } from '../../../contracts/registry';
import { riyadhDate } from '../kernel/calendar.rules';
import { invalid } from '../kernel/errors';
import { once } from '../kernel/idempotency';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import { categories } from './category.service';
import { openCheckedFile } from './open.service';
import { readContacts, readIdentity, wrongFacts } from './person.rules';
import type { NewPerson } from './person.types';

/**
 * A person as an officer writes one down, with every value in its one form. A delegate's belongs to the own
 * branch (C8).
 * @param known slugs of the categories that may be given
 * @throws CrmError 422 naming every field that is wrong
 */
function readPerson(
  body: OpenFileBody,
  known: readonly string[],
  today: string,
  { branch }: Pick<Staff, 'branch'>,
): NewPerson {
  const { contacts, issues } = readContacts(body.contacts);
  const stated = body.identity;
  const identity = stated ? readIdentity(stated.type, stated.number) : null;
  issues.push(...wrongFacts(body, today));
  if (identity && !identity.ok) issues.push({ path: 'identity.number', code: identity.code });
  body.categories.forEach((slug, at) => {
    if (!known.includes(slug)) issues.push({ path: `categories.${at}`, code: 'option' });
  });
  if (branch !== null && body.branch !== undefined && body.branch !== branch)
    issues.push({ path: 'branch', code: 'option' });
  if (issues.length > 0) throw invalid(issues);
  return {
    ...body,
    branch: branch ?? body.branch ?? null,
    contacts,
    preferredTimes: [...new Set(body.preferredTimes)],
    categories: [...new Set(body.categories)],
    identity: identity?.ok ? identity.identity : null,
  };
}

export const openRoutes = [
  // With an Idempotency-Key: a second click opens no second file.
  adminRoute({
    method: 'POST',
    path: '/beneficiaries',
    permissions: ['registry.write'],
    body: openFileBody,
    async handler({ crm, body, headers, staff, locale }) {
      const known = (await categories(crm, locale)).map(({ slug }) => slug);
      const person = readPerson(body, known, riyadhDate(crm.now()), staff);
      const entry = { path: body.path, staffId: staff.id };
      const opened = await once(crm, `file ${staff.id}`, headers, body, (unit) =>
        openCheckedFile(unit, person, entry, body.differentFrom, staff, locale),
      );
      return { status: 201, data: opened };
    },
  }),
];
