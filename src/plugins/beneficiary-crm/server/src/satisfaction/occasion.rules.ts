import type { ContactKind, ContactOutcome } from './content-types';

/** After which contact which survey is asked, when, and whether once more (O5, O6c): what editors wrote in the surveys. */

export interface Occasion {
  kind: ContactKind | 'any';
  outcome: ContactOutcome | 'any';
  /** slug; null: whatever it was about */
  service: string | null;
  /** whole days from the end of the contact to the invitation */
  afterDays: number;
  /** whole days from the invitation to the reminder; null: none */
  reminderAfterDays: number | null;
}

/** A contact that has ended. */
export interface Closing {
  kind: ContactKind;
  outcome: ContactOutcome;
  service: string | null;
}

export interface Plan {
  slug: string;
  /** the version */
  number: number;
  occasions: readonly Occasion[];
}

/** A survey without occasions is asked after every contact: nobody is left out because a list is empty. */
const always: Occasion = {
  kind: 'any',
  outcome: 'any',
  service: null,
  afterDays: 0,
  reminderAfterDays: 7,
};
const occasionsOf = ({ occasions }: Plan): readonly Occasion[] =>
  occasions.length > 0 ? occasions : [always];

/** Each survey in its highest version; the highest version of all comes first. */
export function latestOf<P extends Plan>(plans: readonly P[]): P[] {
  const sorted = [...plans].sort((a, b) => b.number - a.number || (a.slug < b.slug ? -1 : 1));
  return sorted.filter(
    ({ slug }, place) => sorted.findIndex((other) => other.slug === slug) === place,
  );
}

const isFor = (occasion: Occasion, closing: Closing): boolean =>
  (occasion.kind === 'any' || occasion.kind === closing.kind) &&
  (occasion.outcome === 'any' || occasion.outcome === closing.outcome) &&
  (occasion.service === null || occasion.service === closing.service);

/** The more an occasion says, the closer it fits: the service before the kind, the kind before the outcome. */
const closeness = ({ kind, outcome, service }: Occasion): number =>
  (service === null ? 0 : 4) + (kind === 'any' ? 0 : 2) + (outcome === 'any' ? 0 : 1);

export const isGeneral = (plan: Plan): boolean =>
  occasionsOf(plan).some((occasion) => closeness(occasion) === 0);

/** @param plans as `latestOf` sorts them: of two that fit alike the first is taken */
export function occasionFor<P extends Plan>(
  plans: readonly P[],
  closing: Closing,
): { plan: P; occasion: Occasion } | null {
  const fitting = plans.flatMap((plan) =>
    occasionsOf(plan)
      .filter((occasion) => isFor(occasion, closing))
      .map((occasion) => ({ plan, occasion })),
  );
  const [closest] = fitting.sort((a, b) => closeness(b.occasion) - closeness(a.occasion));
  return closest ?? null;
}
