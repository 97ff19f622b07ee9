import { ballotSecrecies, discussionTimes } from '../../../contracts/committee';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/** What is proposed, how an item is voted on and until when, and ballots that say what is missing or were made void. */
export const ballotsMigration: Migration = {
  name: '0150-ballots',
  async up(trx) {
    await trx.raw(`
      alter table crm_agenda_items
        -- the motion: halalas, and conditions
        add column amount integer check (amount > 0),
        add column conditions text,
        -- frozen when the item opens, like its rules; null before, and on items from before there was a choice
        add column secrecy text check (secrecy in (${oneOf(ballotSecrecies)})),
        add column discussion text check (discussion in (${oneOf(discussionTimes)})),
        -- by circulation: until when ballots are taken
        add column closes_at timestamptz;
      create index crm_agenda_items_closing on crm_agenda_items (closes_at) where status = 'open';

      alter table crm_ballots
        -- what the committee still has to know, of who defers
        add column missing text check (missing is null or choice = 'defer'),
        -- on the receipt; none on ballots from before there were codes
        add column code text,
        -- declared void by who presides; kept, and not current
        add column voided_by integer,
        add column void_reason text,
        add check ((voided_by is null) = (void_reason is null)),
        add check (voided_by is null or superseded_at is not null);
      create unique index crm_ballots_code on crm_ballots (item_id, code);

      alter table crm_decisions
        add column amount integer check (amount > 0),
        add column conditions text;
    `);
  },
};
