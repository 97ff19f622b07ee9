import type { Locale, RequestAction } from '../../../contracts/vocabulary';
import type { OwedItem, TrackView } from '../../../contracts/website';
import { formatDates } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import { eventsOfRequest } from '../kernel/unit-of-work';
import { accessCodeFits, readCode } from '../kernel/vault';
import { publicEvents } from '../policy/events.policy';
import { labelOf, titleOf } from '../requests';
import type { RequestRow } from '../requests';
import { actingApplicant } from '../requests/action';
import { promiseOf } from '../requests/promise';
import { factsOf } from '../requests/facts.repository';
import { decisionInForce, findRequest } from '../requests/request.repository';
import { judge } from '../requests/transitions.rules';
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

/** What is asked of the applicant, and nothing else of the request. */
export async function owedView(
  crm: Crm,
  row: RequestRow,
  locale: Locale,
): Promise<TrackView['owed']> {
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
  const decided = ['accepted', 'rejected', 'deferred', 'answered', 'declined'];
  if (!decided.includes(row.status) || row.replied) return row.status;
  if (row.kind === 'volunteering') return 'screening';
  if (row.status === 'answered') return 'in_progress';
  return row.form.service?.needsCommittee || row.kind === 'appeal' ? 'committee' : 'checking';
}

/** What the applicant sees when following the request; serialised by name, nothing internal. */
export async function trackView(crm: Crm, row: RequestRow, locale: Locale): Promise<TrackView> {
  const now = crm.now();
  const [events, decision, owed, facts] = await Promise.all([
    eventsOfRequest(crm.db, row.id),
    decisionInForce(crm.db, row.id),
    owedView(crm, row, locale),
    factsOf(crm, crm.db, row, now, null),
  ]);
  const may = (action: RequestAction) => judge(facts, action, actingApplicant.as, now).ok;
  const promise = promiseOf(row, now);
  const status = publicStatus(row);
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
    appeal: facts.appealUntil && may('appeal') ? { until: facts.appealUntil.toISOString() } : null,
    canWithdraw: may('withdraw'),
    canEscalate:
      row.kind === 'complaint' && row.status === 'answered' && row.replied && row.stage === 1,
  };
}
