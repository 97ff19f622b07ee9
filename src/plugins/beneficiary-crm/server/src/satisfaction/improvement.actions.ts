import { randomUUID } from 'node:crypto';
import type { RequestAction } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { actingStaffId, onAction } from '../requests';
import type { ActionHandler } from '../requests/action';

/** An improvement may come from what somebody asked for, and has its English words when it is published. */
export const improvementOfRequestMigration: Migration = {
  name: '0146-improvement-of-request',
  async up(trx) {
    await trx.raw(`
      alter table crm_improvements
        add column request_id uuid references crm_requests (id),
        add column started_on timestamptz,
        alter column title_en drop not null,
        add constraint crm_improvements_published_words check (not published or title_en is not null);
      create unique index crm_improvements_request on crm_improvements (request_id) where request_id is not null;
    `);
  },
};

/** O6e: a suggestion or a complaint that leads to something being done. */
export const improvementActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  start_improvement: onAction('start_improvement', async ({ unit, request, acting, body }) => {
    const id = randomUUID();
    await unit.trx('crm_improvements').insert({
      id,
      source: 'request',
      title_ar: body.title,
      owner_id: actingStaffId(acting),
      request_id: request.id,
      started_on: unit.now,
    });
    return { data: { improvement: id } };
  }),
};
