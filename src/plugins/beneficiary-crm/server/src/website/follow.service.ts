import { randomUUID } from 'node:crypto';
import type { Locale } from '../../../contracts/vocabulary';
import type { OwedItem, SubmitReceipt, TrackView } from '../../../contracts/website';
import { formatDates } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import { eventsOfRequest } from '../kernel/unit-of-work';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accessCodeFits, readCode } from '../kernel/vault';
import { publicEvents } from '../policy/events.policy';
import { labelOf, titleOf } from '../requests';
import type { DecisionRow, RequestRow } from '../requests';
import { actingApplicant } from '../requests';
import { promisedDates, startReplyClock } from '../requests/clock.rules';
import { promiseOf } from '../requests/promise';
import {
  answersPlace,
  clockColumns,
  decisionInForce,
  findRequest,
  messagePlace,
  signedContentHash,
} from '../requests/request.repository';
import { clockSettingsFor } from '../requests/submit.service';
import type { Credentials } from '../requests/submit.service';
import { findTransition } from '../requests/transitions.rules';
import { currentLegalText } from '../services/catalogue.service';
import { fieldView, legalTextView } from '../services/form.view';

/**
 * The request that reference and code open. A wrong reference and a wrong code get the same answer after the
 * same work, and the attempts of one reference are counted apart from those of one address.
 * @throws CrmError 404 `error.wrong_credentials`, 429
 */
export async function openWithCode(
  crm: Crm,
  reference: string,
  accessCode: string,
): Promise<RequestRow> {
  const read = readCode(reference);
  await crm.limits.spend('credentials', `reference:${read}`);
  const row = await findRequest(crm.db, { reference: read });
  const fits = await accessCodeFits(readCode(accessCode), row?.access_code_hash ?? null);
  if (!row || !fits) throw new CrmError('not_found', 'error.wrong_credentials');
  return row;
}

async function owedView(crm: Crm, row: RequestRow, locale: Locale): Promise<TrackView['owed']> {
  if (!row.owed || !row.owed_since || !row.owed_deadline) return null;
  const items = row.owed.items.map(({ kind, key }): OwedItem => {
    const field = kind === 'field' ? row.form.fields.find((one) => one.key === key) : undefined;
    return {
      kind,
      key,
      label: labelOf(crm, row, kind, key, locale),
      field: field ? fieldView(field, locale) : null,
    };
  });
  const signs = items.some((item) => item.kind === 'declaration');
  return {
    note: row.owed.note,
    since: row.owed_since.toISOString(),
    deadline: row.owed_deadline.toISOString(),
    items,
    declaration: signs ? legalTextView(await currentLegalText(crm, 'declaration'), locale) : null,
  };
}

/** Until the reply has gone out the applicant sees that the committee studies the request, not what it decided. */
function publicStatus(row: RequestRow): RequestRow['status'] {
  const decided = ['accepted', 'rejected', 'deferred'].includes(row.status);
  if (!decided || row.replied) return row.status;
  if (row.kind === 'volunteering') return 'screening';
  return row.form.service?.needsCommittee || row.kind === 'appeal' ? 'committee' : 'checking';
}

export function appealUntil(crm: Crm, row: RequestRow, decision: DecisionRow | null): Date | null {
  if (row.kind !== 'assistance' || decision?.outcome !== 'rejected' || !decision.replied_at)
    return null;
  return new Date(decision.replied_at.getTime() + crm.settings.clocks.appealDays * 86_400_000);
}

/** What the applicant sees when following the request; serialised by name, nothing internal. */
export async function trackView(crm: Crm, row: RequestRow, locale: Locale): Promise<TrackView> {
  const now = crm.now();
  const [events, decision, owed, appeal] = await Promise.all([
    eventsOfRequest(crm.db, row.id),
    decisionInForce(crm.db, row.id),
    owedView(crm, row, locale),
    crm.db('crm_requests').where({ parent_id: row.id, kind: 'appeal' }).first<{ id: string }>('id'),
  ]);
  const promise = promiseOf(row, now);
  const status = publicStatus(row);
  const until = appealUntil(crm, row, decision);
  const replied = decision?.replied_at ? decision : null;
  return {
    reference: row.reference,
    kind: row.kind,
    service: row.form.service
      ? { slug: row.form.service.slug, name: titleOf(crm, row, locale) }
      : null,
    applicantName: row.applicant_name,
    status,
    statusText: crm.say(locale, `track.status.${status}`, {
      earliest: formatDates(row.due_earliest, locale).gregorian,
      latest: formatDates(row.due_latest, locale).gregorian,
    }),
    submittedAt: row.submitted_at.toISOString(),
    promise: promise && {
      earliest: promise.earliest,
      latest: promise.latest,
      paused: promise.paused,
    },
    owed,
    timeline: events
      .filter((event) => publicEvents.has(event.type))
      .map((event) => ({
        at: event.at.toISOString(),
        event: event.type,
        text: crm.say(locale, `track.event.${event.type}`),
      })),
    reply: replied?.replied_at
      ? {
          outcome: replied.outcome,
          text: crm.say(locale, `reply.outcome.${replied.outcome}`),
          reason: replied.reason,
          repliedAt: replied.replied_at.toISOString(),
          hasLetter: ['accepted', 'rejected', 'deferred'].includes(replied.outcome),
        }
      : null,
    appeal: until && until > now && !appeal ? { until: until.toISOString() } : null,
    canWithdraw: findTransition(row, 'withdraw') !== null,
  };
}

/** A new request of kind `appeal` that names the first one. @throws CrmError 409 when the time is over or one exists */
export async function submitAppeal(
  unit: UnitOfWork,
  first: RequestRow,
  message: string,
  locale: Locale,
  credentials: Credentials,
): Promise<SubmitReceipt> {
  const { crm, trx, now } = unit;
  // The first request is locked, so that two appeals of one moment are one.
  const row: RequestRow | undefined = await trx('crm_requests')
    .where({ id: first.id })
    .forUpdate()
    .first();
  const until = row && appealUntil(crm, row, await decisionInForce(trx, first.id));
  const before = await trx('crm_requests')
    .where({ parent_id: first.id, kind: 'appeal' })
    .first('id');
  if (!row || !until || until <= now || before) throw new CrmError('conflict', 'error.no_appeal');
  const id = randomUUID();
  const clock = startReplyClock(now);
  const settings = clockSettingsFor(crm, { kind: 'appeal', needsCommittee: true });
  await trx('crm_requests').insert({
    id,
    reference: credentials.reference,
    access_code_hash: credentials.accessCodeHash,
    kind: 'appeal',
    status: 'submitted',
    channel: 'website',
    branch: row.branch,
    locale,
    service_slug: row.service_slug,
    form: JSON.stringify({ service: row.form.service, fields: [], documents: [], declares: false }),
    applicant_name: row.applicant_name,
    applicant_phone: row.applicant_phone,
    applicant_email: row.applicant_email,
    applicant_city: row.applicant_city,
    preferred_channel: row.preferred_channel,
    answers_sealed: crm.vault.seal(answersPlace(id), '{}'),
    answers_hash: signedContentHash(row.applicant_name, {}),
    message_sealed: crm.vault.seal(messagePlace(id), message),
    consent_version: row.consent_version,
    consented_at: row.consented_at,
    promise_told: true,
    clock_settings: JSON.stringify(settings),
    ...clockColumns(clock, settings, now),
    parent_id: row.id,
    beneficiary_id: row.beneficiary_id,
    submitted_at: now,
    updated_at: now,
  });
  unit.record({
    type: 'request.submitted',
    actor: actingApplicant.actor,
    requestId: id,
    data: { to: 'submitted', kind: 'appeal', channel: 'website', of: row.id },
  });
  const promised = promisedDates(clock, settings, now);
  return {
    reference: credentials.reference,
    accessCode: credentials.accessCode,
    status: 'submitted',
    promise: { earliest: promised.earliest.toISOString(), latest: promised.latest.toISOString() },
    receipt: {
      method: 'POST',
      path: '/api/crm/requests/receipt',
      name: `receipt-${credentials.reference}.pdf`,
    },
  };
}
