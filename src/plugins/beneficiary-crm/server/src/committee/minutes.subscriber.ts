import { CrmError } from '../kernel/errors';
import type { Subscriber } from '../kernel/room';
import { draftMinutes } from './minutes.service';

/** What ends with an item may be the end of its session: then the minutes are drafted, for somebody to go on with. */
export const draftWhenClosed: Subscriber = {
  name: 'draft_minutes',
  on: ['item.closed', 'item.voided', 'request.decided'],
  when: 'after',
  async run(crm, event) {
    if (!event.requestId) return;
    const sessions: string[] = await crm
      .db('crm_agenda_items as i')
      .join('crm_sessions as s', 's.id', 'i.session_id')
      .where({ 'i.request_id': event.requestId, 's.status': 'closed' })
      .whereNotNull('i.position')
      .whereNotExists(crm.db('crm_minutes as m').whereRaw('m.session_id = s.id'))
      .pluck('s.id');
    for (const session of sessions) {
      try {
        await crm.transaction((unit) => draftMinutes(unit, session, null));
      } catch (error) {
        // Its end is told again by the item that ends last.
        if (!(error instanceof CrmError)) throw error;
      }
    }
  },
};
