import type { EventType } from '../policy/events.policy';
import type { RecordedEvent } from '../kernel/unit-of-work';

/** An event as it is told to the officers of a request. */
export interface Told {
  event: RecordedEvent;
  /** key of the message's template, where the event is about a message */
  template: string | null;
}

/** That an evaluation was asked for or came in is not the business of the request's officers (O6c). */
export const isEvaluation = (name: string | null): boolean =>
  name !== null && /^evaluation[._]/.test(name);

/** Who came, voted and spoke, one by one, and what is proposed is the committee's own matter; opening and close are told. */
const withinCommittee: ReadonlySet<EventType> = new Set([
  'item.motion_changed',
  'item.attendance_recorded',
  'item.ballot_cast',
  'item.ballot_voided',
  'item.remark_made',
]);

/**
 * What the officers of a request are told of its events, in their order: of a message the last thing that
 * happened to it, of a vote its opening and close, and of evaluations nothing.
 */
export function toldToOfficers(
  events: readonly RecordedEvent[],
  /** templates of messages whose making lies before these events */
  known: ReadonlyMap<string, string> = new Map(),
): Told[] {
  const templates = new Map(known);
  const latest = new Map<string, number>();
  for (const { type, subject, data, seq } of events) {
    if (subject?.kind !== 'message') continue;
    if (type === 'message.created' && typeof data?.template === 'string')
      templates.set(subject.id, data.template);
    latest.set(subject.id, seq);
  }
  return events.flatMap((event) => {
    if (isEvaluation(event.type) || withinCommittee.has(event.type)) return [];
    if (event.subject?.kind !== 'message') return [{ event, template: null }];
    const template = templates.get(event.subject.id) ?? null;
    const told = latest.get(event.subject.id) === event.seq && !isEvaluation(template);
    return told ? [{ event, template }] : [];
  });
}
