import { visitSteps } from '../../../contracts/reception';
import type { VisitStep } from '../../../contracts/reception';
import type { VisitState } from '../../../contracts/vocabulary';

/**
 * S1: receive them politely, answer, give enough time. So nothing here measures how long a visit takes, and a
 * visitor who went and came back, or whose visit was ended by mistake, is simply served again.
 */
const table: Readonly<Record<VisitStep, { from: readonly VisitState[]; to: VisitState }>> = {
  start: { from: ['arrived', 'served', 'left'], to: 'being_served' },
  // What takes one sentence was answered at the door: nobody has to press "start" first.
  served: { from: ['arrived', 'being_served'], to: 'served' },
  left: { from: ['arrived', 'being_served'], to: 'left' },
};

/** The state after a step; null where the step leads nowhere. */
export const afterStep = (state: VisitState, step: VisitStep): VisitState | null =>
  table[step].from.includes(state) ? table[step].to : null;

/** What may be done with a visit in this state. */
export const stepsFrom = (state: VisitState): VisitStep[] =>
  visitSteps.filter((step) => afterStep(state, step) !== null);
