import {
  addDocumentBody,
  addMemberBody,
  authorityBody,
  changeFileBody,
  endAuthorityBody,
  fileStatusBody,
  giveConsentBody,
  joinHouseholdBody,
  leaveHouseholdBody,
  newHeadBody,
  removeDocumentBody,
  sightingBody,
  withdrawConsentBody,
} from '../../../contracts/registry';
import type { PersonUpload } from '../../../contracts/registry';
import type { z } from 'zod';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { CrmError, invalid } from '../kernel/errors';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import {
  addDocument,
  addMember,
  changeOf,
  changePerson,
  changeStatus,
  endAuthority,
  findFile,
  giveConsent,
  joinHousehold,
  leaveHousehold,
  makeHead,
  readDocument,
  recordAuthority,
  recordSighting,
  removeDocument,
  withdrawConsent,
} from '../registry';
import { currentLegalText } from '../services';
import { unknownChoices } from './person.choices';
import { readPerson } from './person.service';

/** Changing a person's file: each change is one event, and answers with the file as it then is. */

interface Given<Body> {
  crm: Crm;
  id: string;
  params: Readonly<Record<string, string>>;
  body: Body;
  staff: Staff;
  locale: Locale;
}

const changing = <Body extends z.ZodType<{ expectedVersion: number }>>(
  path: string,
  body: Body,
  change: (given: Given<z.output<Body>>) => Promise<unknown>,
) =>
  adminRoute({
    method: 'POST',
    path: `/beneficiaries/:id${path}`,
    permissions: ['registry.write'],
    body,
    async handler({ crm, params, body: given, staff, locale }) {
      const id = params.id ?? '';
      await change({ crm, id, params, body: given, staff, locale });
      return { data: await readPerson(crm, id, staff, locale) };
    },
  });

/** A change that locks the file first. */
const onFile = <Body extends { expectedVersion: number }>(
  { crm, id, body, staff }: Given<Body>,
  work: Parameters<typeof changeOf>[2],
) => changeOf(crm, { id, expectedVersion: body.expectedVersion, staff }, work);

/** The person whose household is joined. @throws CrmError 422 when nobody is there */
async function fileToJoin({ trx }: UnitOfWork, of: string, staff: Staff) {
  try {
    return await findFile(trx, of, staff);
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'not_found')
      throw invalid([{ path: 'of', code: 'not_found' }]);
    throw error;
  }
}

export const personChanges = [
  changing('', changeFileBody, async (given) => {
    const { crm, id, body, staff } = given;
    // Read before the transaction, since what is published is read through Strapi.
    const held = await readPerson(crm, id, staff, given.locale);
    const unknown = await unknownChoices(crm, body, {
      branch: held.branch?.slug ?? null,
      categories: held.categories.map(({ slug }) => slug),
    });
    return onFile(given, (unit, file) => changePerson(unit, file, body, staff, unknown));
  }),
  changing('/status', fileStatusBody, (given) =>
    onFile(given, (unit, file) => changeStatus(unit, file, given.body)),
  ),
  changing('/sightings', sightingBody, ({ crm, id, body, staff, locale }) =>
    crm.transaction((unit) => recordSighting(unit, id, body, staff, locale)),
  ),
  changing('/household', joinHouseholdBody, (given) =>
    onFile(given, async (unit, file) => {
      const { of } = given.body;
      const other = of === undefined ? null : await fileToJoin(unit, of, given.staff);
      return joinHousehold(unit, file, given.body, other);
    }),
  ),
  changing('/household/members', addMemberBody, ({ crm, id, body, staff, locale }) =>
    crm.transaction((unit) => addMember(unit, id, body, staff, locale)),
  ),
  changing('/household/leave', leaveHouseholdBody, (given) =>
    onFile(given, (unit, file) => leaveHousehold(unit, file, given.body, given.staff)),
  ),
  changing('/household/head', newHeadBody, (given) =>
    onFile(given, (unit, file) => makeHead(unit, file, given.body)),
  ),
  changing('/authorities', authorityBody, (given) =>
    onFile(given, (unit, file) => recordAuthority(unit, file, given.body, given.staff)),
  ),
  changing('/authorities/:authority/end', endAuthorityBody, (given) =>
    onFile(given, (unit, file) =>
      endAuthority(unit, file, given.params.authority ?? '', given.body.reason, given.staff),
    ),
  ),
  changing('/documents', addDocumentBody, (given) =>
    onFile(given, (unit, file) => addDocument(unit, file, given.body, given.staff)),
  ),
  changing('/documents/:document/remove', removeDocumentBody, (given) =>
    onFile(given, (unit, file) =>
      removeDocument(unit, file, given.params.document ?? '', given.body.reason, given.staff),
    ),
  ),
  changing('/consents', giveConsentBody, async (given) => {
    const notice = await currentLegalText(given.crm, 'consent');
    return onFile(given, (unit, file) =>
      giveConsent(unit, file, given.body, given.staff, notice.version),
    );
  }),
  changing('/consents/:consent/withdraw', withdrawConsentBody, (given) =>
    onFile(given, (unit, file) =>
      withdrawConsent(
        unit,
        file,
        given.params.consent ?? '',
        given.body,
        given.staff,
        given.locale,
      ),
    ),
  ),
  adminRoute({
    method: 'GET',
    path: '/beneficiaries/:id/documents/:document/file',
    permissions: ['registry.read'],
    handler: async ({ crm, params, staff }) => ({
      file: await readDocument(crm, params.id ?? '', params.document ?? '', staff),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/registry/uploads',
    permissions: ['registry.write'],
    takesFile: true,
    async handler({ crm, file }) {
      if (!file) throw new CrmError('invalid', 'file.missing');
      const { uploadHours } = crm.settings.clocks;
      const kept = await crm.files.receive(crm.db, file, crm.now(), uploadHours);
      return {
        status: 201,
        data: {
          upload: kept.upload,
          name: kept.name,
          size: kept.size,
          mime: kept.mime,
          expiresAt: kept.expiresAt.toISOString(),
        } satisfies PersonUpload,
      };
    },
  }),
];
