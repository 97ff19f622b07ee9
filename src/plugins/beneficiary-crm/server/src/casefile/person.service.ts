import type { PersonFile } from '../../../contracts/registry';
import type { Locale, RequestKind } from '../../../contracts/vocabulary';
import {
  consentPurposes,
  fileStatuses,
  personDocumentKinds,
  templateKeys,
} from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { branches } from '../reception';
import { categories, filesOfPerson, findFile, readRows, registryView, staffIn } from '../registry';
import { readOfPerson } from './person.rows';
import type { OtherRows, PersonEvent } from './person.rows';
import { toldToOfficers } from './timeline.rules';
import { inWords } from './told';
import type { Told } from './timeline.rules';

/**
 * The whole file of a person for the admin panel; a merged file answers as the one that speaks for it.
 * @throws CrmError 404, also when it belongs to another branch
 */
export async function readPerson(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<PersonFile> {
  const { db } = crm;
  const file = await findFile(db, id, staff);
  const ids = await filesOfPerson(db, file.id);
  const [rows, others, published, offices] = await Promise.all([
    readRows(db, ids, staff),
    readOfPerson(crm, { ids, staff }),
    categories(crm, locale),
    file.branch === null ? [] : branches(crm, locale),
  ]);
  const names = await staffNames(crm, [...staffIn(file, rows), ...staffInOthers(others)]);
  return {
    ...registryView(crm, file, rows, {
      staff,
      locale,
      today: riyadhDate(crm.now()),
      names,
      categories: published,
      openRequests: others.requests
        .filter(({ ended_at }) => ended_at === null)
        .map(({ reference }) => reference),
    }),
    branch:
      file.branch === null
        ? null
        : {
            slug: file.branch,
            name: offices.find(({ slug }) => slug === file.branch)?.name ?? file.branch,
          },
    requests: others.requests.map((row) => ({
      id: row.id,
      reference: row.reference,
      kind: row.kind satisfies RequestKind,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      status: row.status,
      channel: row.channel,
      submittedAt: row.submitted_at.toISOString(),
    })),
    deliveries: others.deliveries.map((row) => ({
      id: row.id,
      requestId: row.request_id,
      reference: row.reference,
      what: row.what,
      amount: row.amount === null ? null : Number(row.amount),
      deliveredOn: row.delivered_on,
      receivedBy: row.received_by,
    })),
    interactions: others.interactions.map((row) => ({
      id: row.id,
      channel: row.channel,
      direction: row.direction,
      reason: row.reason,
      summary: row.summary,
      by: row.by,
      at: row.at,
    })),
    appointments: others.appointments,
    timeline: timelineOf(crm, others, names, locale),
  };
}

const staffInOthers = ({ events }: OtherRows): number[] =>
  events.flatMap(({ event: { actor } }) => (actor.kind === 'staff' ? [actor.id] : []));

/** What tells two events of one kind apart: the request, the paper, the purpose, the status. */
function detailOf(
  crm: Crm,
  { event, template }: Told,
  references: ReadonlyMap<string, string>,
  locale: Locale,
): string | null {
  const about = event.requestId ? (references.get(event.requestId) ?? null) : null;
  if (template !== null) {
    const known = templateKeys.find((one) => one === template);
    const name = known ? crm.say(locale, `template.${known}`) : template;
    return about ? `${name} · ${about}` : name;
  }
  if (event.requestId) return about;
  const { kind, purpose, status } = event.data ?? {};
  const document = personDocumentKinds.find((one) => one === kind);
  if (document) return crm.say(locale, `document_kind.${document}`);
  const agreed = consentPurposes.find((one) => one === purpose);
  if (agreed) return crm.say(locale, `consent_purpose.${agreed}`);
  const stands = fileStatuses.find((one) => one === status);
  return stands ? crm.say(locale, `file_status.${stands}`) : null;
}

/** The newest events in words, newest first. */
function timelineOf(
  crm: Crm,
  { events, requests }: OtherRows,
  names: ReadonlyMap<number, string>,
  locale: Locale,
): PersonFile['timeline'] {
  const references = new Map(requests.map(({ id, reference }) => [id, reference]));
  const told = toldToOfficers(oldestFirst(events), templatesOf(events)).reverse();
  return inWords(crm, told, names, (one) => detailOf(crm, one, references, locale), locale);
}

const oldestFirst = (events: readonly PersonEvent[]) => events.map(({ event }) => event).reverse();

const templatesOf = (events: readonly PersonEvent[]): Map<string, string> =>
  new Map(
    events.flatMap(({ event: { subject }, template }): [string, string][] =>
      subject && template !== null ? [[subject.id, template]] : [],
    ),
  );
