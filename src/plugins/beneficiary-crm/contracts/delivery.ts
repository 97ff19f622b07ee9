/** After acceptance (S6, S7): what is still missing for an enrolment, allocations, limits, deliveries and returns. */
import { z } from 'zod';
import { day, line, paragraph } from './common';
import { strokes } from './receiving';
import type { AuthorityKind, DecisionOutcome, RequestStatus } from './vocabulary';

export const allocationKinds = ['money', 'goods', 'place'] as const;
export type AllocationKind = (typeof allocationKinds)[number];
export const rhythms = ['once', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];
/** How money reaches the beneficiary. */
export const paymentWays = ['transfer', 'by_hand'] as const;
export type PaymentWay = (typeof paymentWays)[number];
export const allocationStates = ['proposed', 'approved', 'refused', 'ended'] as const;
export type AllocationState = (typeof allocationStates)[number];
export const deliveryEntries = ['delivery', 'return', 'correction'] as const;
export type DeliveryEntry = (typeof deliveryEntries)[number];
/** How it is known that what was handed over was received. */
export const acknowledgements = ['signature', 'code', 'bank_receipt', 'witnessed'] as const;
export type Acknowledgement = (typeof acknowledgements)[number];
export const instalmentStates = ['delivered', 'partial', 'overdue', 'today', 'coming'] as const;
export type InstalmentState = (typeof instalmentStates)[number];
/** What a complete enrolment holds (S6). */
export const enrolmentItems = [
  'identity',
  'contact',
  'consent',
  'papers',
  'bank_account',
  'household',
] as const;
export type EnrolmentItem = (typeof enrolmentItems)[number];

/** Halalas where the allocation is money, else pieces or places; whole numbers, always. */
const measure = z.number().int().min(1).max(1_000_000_000);

const terms = {
  kind: z.enum(allocationKinds),
  what: line(300, 2),
  /** of goods: bag, basket, card */
  unit: line(40).optional(),
  /** of money */
  pay: z.enum(paymentWays).optional(),
  /** where money is transferred to, when the request does not say */
  iban: line(40).optional(),
  /** each time */
  amount: measure,
  rhythm: z.enum(rhythms),
  times: z.number().int().min(1).max(60),
  startsOn: day,
};

/** Bodies of the actions on a request, without the version that was looked at. */
export const deliveryBodies = {
  /** with `allocation`: other terms for one that exists; they wait for an approval of their own */
  allocate: z.strictObject({ allocation: z.uuid().optional(), ...terms }),
  approve_allocation: z.strictObject({ allocation: z.uuid() }),
  refuse_allocation: z.strictObject({ allocation: z.uuid(), reason: paragraph(1_000, 3) }),
  end_allocation: z.strictObject({ allocation: z.uuid(), reason: paragraph(1_000, 3) }),
  record_delivery: z.strictObject({
    allocation: z.uuid(),
    amount: measure,
    deliveredOn: day,
    /** the beneficiary, or who holds a recorded authority for them */
    receiver: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('beneficiary') }),
      z.strictObject({ kind: z.literal('authority'), id: z.uuid() }),
    ]),
    acknowledgement: z.discriminatedUnion('way', [
      z.strictObject({ way: z.literal('signature'), strokes }),
      z.strictObject({ way: z.literal('code'), codeId: z.uuid(), code: line(20) }),
      /** the one-time token of POST /deliveries/uploads */
      z.strictObject({ way: z.literal('bank_receipt'), upload: line(200) }),
      z.strictObject({ way: z.literal('witnessed'), witness: line(120, 3) }),
    ]),
  }),
  /** what came back of one delivery */
  return_delivery: z.strictObject({
    delivery: z.uuid(),
    amount: measure,
    returnedOn: day,
    reason: paragraph(1_000, 3),
  }),
  /** the difference to what was written down: negative when it was less */
  correct_delivery: z.strictObject({
    delivery: z.uuid(),
    amount: z.number().int().min(-1_000_000_000).max(1_000_000_000),
    reason: paragraph(1_000, 3),
  }),
} as const;
export type Terms = z.output<typeof deliveryBodies.allocate>;
export type RecordedDelivery = z.output<typeof deliveryBodies.record_delivery>;

/** POST /requests/:id/deliveries, header `Idempotency-Key`: the same, from the field, once for each key */
export const fieldDeliveryBody = deliveryBodies.record_delivery;

/** POST /requests/:id/delivery-codes → DeclarationCodeSent: what the beneficiary reads out when they have it */
export const deliveryCodeBody = z.strictObject({ by: z.enum(['phone', 'email']) });

/** POST /deliveries/uploads (multipart `file`) → 201 UploadReceipt */

export interface EnrolmentCheck {
  items: {
    name: EnrolmentItem;
    state: 'there' | 'missing' | 'expired' | 'not_needed';
    /** without it nobody is enrolled */
    blocks: boolean;
  }[];
  mayEnrol: boolean;
}

export interface TermsView {
  version: number;
  what: string;
  unit: string | null;
  pay: PaymentWay | null;
  /** last digits only */
  ibanMasked: string | null;
  amount: number;
  rhythm: Rhythm;
  times: number;
  startsOn: string;
  total: number;
  proposedBy: string;
  proposedAt: string;
  judgedBy: string | null;
  judgedAt: string | null;
}

export interface InstalmentView {
  dueOn: string;
  amount: number;
  delivered: number;
  state: InstalmentState;
}

export interface EntryView {
  id: string;
  entry: DeliveryEntry;
  /** negative: it came back, or less was handed over than was written */
  amount: number;
  on: string;
  receivedBy: string | null;
  /** in whose place the receiver stood */
  capacity: AuthorityKind | null;
  acknowledgement: Acknowledgement | null;
  witness: string | null;
  /** the bank's receipt */
  fileId: string | null;
  recordedBy: string;
  recordedAt: string;
  reason: string | null;
  /** the entry that it returns or corrects */
  of: string | null;
  /** of a delivery: what of it has not come back */
  left: number;
}

export interface AllocationView {
  id: string;
  requestId: string;
  reference: string;
  kind: AllocationKind;
  state: AllocationState;
  /** the terms in force */
  terms: TermsView | null;
  /** terms that wait for an approval; `mine`: the reader proposed them, so another person judges them */
  proposal: (TermsView & { mine: boolean }) | null;
  refused: { by: string; at: string; reason: string } | null;
  ended: { by: string | null; at: string; reason: string } | null;
  /** handed over, less what came back */
  net: number;
  instalments: InstalmentView[];
  entries: EntryView[];
}

/** GET /requests/:id/service */
export interface ServiceView {
  enrolment: EnrolmentCheck | null;
  allocations: AllocationView[];
  /** who may receive in the beneficiary's place */
  authorities: { id: string; name: string; kind: AuthorityKind }[];
  limits: LimitView[];
  /** how a code can reach the beneficiary; empty: not at all */
  codeBy: ('email' | 'phone')[];
}

/** GET /beneficiaries/:id/allocations → AllocationView[] */

// ── limits of a service ────────────────────────────────────────────────────

/** A calendar year, or `open`: until it is changed. */
export const limitPeriod = z.string().regex(/^(20\d{2}|open)$/);

/** POST /service-limits: a new version; what is left out is not limited */
export const limitBody = z.strictObject({
  service: line(100),
  period: limitPeriod,
  /** the version that was looked at; 0: there is none yet */
  version: z.number().int().min(0),
  /** halalas */
  budget: z.number().int().min(0).max(100_000_000_000).optional(),
  /** places, or pieces of goods */
  places: z.number().int().min(0).max(1_000_000).optional(),
  reason: paragraph(1_000, 3),
});

/** limit = left + reserved + delivered − returned */
export interface LimitSums {
  limit: number;
  reserved: number;
  delivered: number;
  returned: number;
  left: number;
}
export interface LimitView {
  service: string;
  serviceName: string;
  period: string;
  version: number;
  budget: LimitSums | null;
  places: LimitSums | null;
  reason: string;
  setBy: string;
  setAt: string;
}
/** GET /service-limits */
export interface LimitList {
  limits: LimitView[];
  services: { slug: string; name: string }[];
}

// ── what is due ────────────────────────────────────────────────────────────

export const dueViews = ['overdue', 'today', 'week', 'proposed'] as const;
export type DueView = (typeof dueViews)[number];
/** GET /deliveries */
export const dueQuery = z.strictObject({
  view: z.enum(dueViews).default('today'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export interface DueRow {
  allocation: string;
  requestId: string;
  reference: string;
  name: string;
  city: string | null;
  phone: string;
  serviceName: string | null;
  kind: AllocationKind;
  what: string;
  unit: string | null;
  pay: PaymentWay | null;
  /** of the instalment that is due, or of the whole proposal */
  amount: number;
  dueOn: string | null;
  status: RequestStatus;
  outcome: DecisionOutcome | null;
  proposedBy: string | null;
}
export interface DueList {
  rows: DueRow[];
  total: number;
  page: number;
  pageSize: number;
  counts: Record<DueView, number>;
}
