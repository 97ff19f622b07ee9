import type { Subscriber } from '../kernel/room';
import type { RecordedEvent } from '../kernel/unit-of-work';
import { endAllocationsOf } from './allocation.actions';

/** Ways in which a request is over before everything was handed over, and the word for what follows. */
export const endings = {
  'request.withdrawn': 'withdrawn',
  'request.expired': 'expired',
  'request.marked_duplicate': 'duplicate',
  'request.decided': 'decided_anew',
  'request.referred_to_committee': 'decided_anew',
  'request.returned_to_research': 'decided_anew',
} as const;
type Ending = keyof typeof endings;

/** The word for an allocation of which something came back, or was corrected, when the matter was complete. */
export const afterCompletion = 'completed';

const isEnding = (type: string): type is Ending => type in endings;
/** A decision that accepts leaves what was allocated as it is. */
const ends = ({ type, data }: RecordedEvent): boolean =>
  type !== 'request.decided' || data?.outcome !== 'accepted';

/**
 * With the event that ends a request, or takes its acceptance back: its allocations end, what was not handed over
 * is free for others, and what was stays written down.
 */
export const endAllocations: Subscriber = {
  name: 'end_allocations',
  on: Object.keys(endings) as Ending[],
  when: 'with',
  async run(unit, event) {
    if (!event.requestId || !isEnding(event.type) || !ends(event)) return;
    await endAllocationsOf(unit, event.requestId, endings[event.type], event.actor);
  },
};
