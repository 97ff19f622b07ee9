import { noticeKinds } from '../../../contracts/notices';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

export const noticesMigration: Migration = {
  name: '0116-notices',
  async up(trx) {
    // A person is told of one thing of one stay once, whatever runs twice.
    await trx.raw(`
      create table crm_notices (
        id uuid primary key default gen_random_uuid(),
        staff_id integer not null references admin_users (id) on delete cascade,
        kind text not null check (kind in (${oneOf(noticeKinds)})),
        clock_id uuid not null references crm_step_clocks (id),
        request_id uuid not null references crm_requests (id),
        mail text not null check (mail in ('none', 'waiting', 'sending', 'sent', 'failed')),
        created_at timestamptz not null,
        read_at timestamptz,
        unique (staff_id, clock_id, kind)
      );
      create index crm_notices_newest on crm_notices (staff_id, created_at desc);
      create index crm_notices_unread on crm_notices (staff_id, created_at desc) where read_at is null;
      create index crm_notices_mail on crm_notices (staff_id) where mail = 'waiting';
    `);
  },
};
