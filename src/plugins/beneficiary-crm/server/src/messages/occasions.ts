import type { DecisionOutcome, RequestKind, TemplateKey } from '../../../contracts/vocabulary';
import type { EventType } from '../policy/events.policy';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { RecordedEvent, UnitOfWork } from '../kernel/unit-of-work';
import { newToken } from '../kernel/vault';
import { keepAnswerLink } from '../requests';
import type { DecisionRow, RequestRow } from '../requests';
import { appealUntil, deciderOf, nextStepsKey } from '../requests/appeal.rules';
import { otherReference } from '../requests/letters';
import type { Draft } from './compose.service';
import { bullets } from './writing.rules';

/** What is told on an occasion; null: by now there is nothing to tell. */
type Telling =
  | (Omit<Draft, 'request' | 'eventSeq'> & {
      /** what becomes true together with the message */
      along?: (unit: UnitOfWork) => Promise<void>;
    })
  | null;
type Occasion = (crm: Crm, request: RequestRow, event: RecordedEvent) => Promise<Telling>;

/** Of everything that happens to a request, what its applicant is told, and how. */
export const occasions: Readonly<Partial<Record<EventType, Occasion>>> = {
  // The access code is on the receipt alone, and in no message.
  'request.submitted': async (_crm, request) => ({
    template: request.form.service?.needsCommittee ? 'received' : 'received_for_answer',
  }),

  'request.applicant_asked': async (crm, request) => owedTo(crm, request, 'asked_for_more'),
  'request.applicant_reminded': async (crm, request) => owedTo(crm, request, 'expired_reminder'),

  'request.marked_duplicate': async (crm, request) => {
    const other = await crm
      .db('crm_requests')
      .where({ id: request.duplicate_of })
      .first<{ reference: string } | undefined>('reference');
    return other
      ? { template: 'marked_duplicate', values: ({ code }) => ({ other: code(other.reference) }) }
      : null;
  },

  // S5: the applicant is told both dates.
  'request.referred_to_committee': async () => ({ template: 'referred_to_committee' }),

  'request.replied': async (crm, request) => {
    const decision = await repliedDecision(crm, request.id);
    return decision && replyTo(crm, request, decision);
  },

  'request.enrolled': async (crm, { locale }) => ({
    template: 'enrolled',
    values: () => ({ deliveryInfo: crm.say(locale, 'message.enrolled') }),
  }),

  'request.delivery_recorded': async (crm, { locale }, event) => {
    const delivery = await deliveryOf(crm, event);
    if (!delivery) return null;
    return {
      template: 'delivered',
      values: ({ date, text }) => ({
        deliveryInfo: crm.say(locale, 'message.delivered', {
          what: text(delivery.what),
          date: date(new Date(`${delivery.delivered_on}T00:00:00+03:00`)),
        }),
      }),
    };
  },

  'request.withdrawn': async () => ({ template: 'withdrawn' }),
  'request.expired': async () => ({ template: 'expired' }),
};

/** What the applicant owes, and until when; null: by now nothing is owed. */
function owedTo(
  crm: Crm,
  request: RequestRow,
  template: 'asked_for_more' | 'expired_reminder',
): Telling {
  const { owed, owed_deadline, locale } = request;
  if (!owed || !owed_deadline) return null;
  const items = bullets(owed.items.map((item) => owedLabel(crm, request, item)));
  const token = newToken();
  return {
    template,
    values: ({ date }) => ({
      items: `${items}\n\n${owed.note}`,
      dueBy: date(owed_deadline),
      // In the applicant's language, whatever was read there before; the token in the fragment, which no server sees.
      link: `${crm.settings.publicUrl}/answer?lang=${locale}#t=${token}`,
    }),
    holdsLink: true,
    along: (unit) => keepAnswerLink(unit, request, token),
  };
}

type Owing = NonNullable<RequestRow['owed']>['items'][number];

function owedLabel(crm: Crm, { form, locale }: RequestRow, { kind, key }: Owing): string {
  const asked = kind === 'document' ? form.documents : kind === 'field' ? form.fields : [];
  const found = asked.find((item) => item.key === key);
  if (found) return pick(found.label, locale);
  return kind === 'declaration' || kind === 'text' ? crm.say(locale, `owed.${kind}`) : key;
}

async function repliedDecision(crm: Crm, requestId: string): Promise<DecisionRow | null> {
  const row: DecisionRow | undefined = await crm
    .db('crm_decisions')
    .where({ request_id: requestId })
    .whereNotNull('replied_at')
    .orderBy('replied_at', 'desc')
    .first();
  return row ?? null;
}

/** The template that tells of a decision: of an appeal in words of its own, whose answer is the last word. */
const replyTemplate = (kind: RequestKind, outcome: DecisionOutcome): TemplateKey =>
  kind === 'appeal' ? `appeal_${outcome}` : `reply_${outcome}`;

async function replyTo(crm: Crm, request: RequestRow, decision: DecisionRow): Promise<Telling> {
  const { kind, locale, workflow } = request;
  const { outcome, reason } = decision;
  // No committee stands behind these: the reason is the answer.
  if (outcome === 'answered' || outcome === 'declined' || kind === 'volunteering') {
    return { template: 'closed_answered', values: () => ({ answer: reason }) };
  }
  const until = appealUntil(kind, decision, workflow.appealDays);
  const first = await otherReference(crm, request, decision);
  return {
    template: replyTemplate(kind, outcome),
    values: ({ date, code }) => ({
      reason,
      decider: crm.say(locale, `decider.${deciderOf(kind, decision)}`),
      nextSteps: crm.say(locale, nextStepsKey(kind, outcome, until), { first: code(first ?? '') }),
      ...(first ? { first: code(first) } : {}),
      ...(until ? { appealUntil: date(until) } : {}),
    }),
    attachments: [{ kind: 'letter' }],
  };
}

interface Delivery {
  what: string;
  /** YYYY-MM-DD */
  delivered_on: string;
}

async function deliveryOf(crm: Crm, event: RecordedEvent): Promise<Delivery | null> {
  const id = event.data?.delivery;
  if (typeof id !== 'string') return null;
  const row: Delivery | undefined = await crm
    .db('crm_deliveries')
    .where({ id })
    .first('what', crm.db.raw('delivered_on::text as delivered_on'));
  return row ?? null;
}
