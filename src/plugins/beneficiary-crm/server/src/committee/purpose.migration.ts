import { committeePurposes } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/** Sessions of a committee by what it decides, and decisions that an appeal put in place of the first one. */
export const purposeMigration: Migration = {
  name: '0140-committee-purpose',
  async up(trx) {
    await trx.raw(`
      alter table crm_sessions add column purpose text not null default 'requests'
        check (purpose in (${oneOf(committeePurposes)}));
      -- members of the panel who had decided first, as they stood when the item opened
      alter table crm_agenda_items add column excluded json;
      -- the appeal whose answer this decision is, on the request that was appealed
      alter table crm_decisions add column appeal_id uuid references crm_requests (id);
      create index crm_requests_appeal on crm_requests (parent_id) where kind = 'appeal';
    `);
  },
};
