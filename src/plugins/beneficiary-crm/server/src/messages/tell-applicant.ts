import type { EventType } from '../policy/events.policy';
import type { Subscriber } from '../kernel/room';
import type { RequestRow } from '../requests';
import { writeMessage } from './compose.service';
import { occasions } from './occasions';
import { queueMessage } from './outbox.service';

/** Tells applicants what happened to their request. One event is told once, however often this runs. */
export const tellApplicant: Subscriber = {
  name: 'tell_applicant',
  on: Object.keys(occasions) as EventType[],
  when: 'after',
  async run(crm, event) {
    const request: RequestRow | undefined = await crm
      .db('crm_requests')
      .where({ id: event.requestId })
      .first();
    const telling = request && (await occasions[event.type]?.(crm, request, event));
    if (!telling) return;
    const { along, ...draft } = telling;
    const message = await writeMessage(crm, { ...draft, request, eventSeq: event.seq });
    if (!message) return;
    await crm.transaction(async (unit) => {
      const queued = await queueMessage(unit, message);
      if (queued !== null) await along?.(unit);
    });
  },
};
