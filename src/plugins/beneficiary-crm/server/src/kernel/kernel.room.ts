import { calendarMigration } from './calendar.service';
import { kernelMigration, recordAtCommitMigration, recordMigration } from './events.migration';
import { limitsMigration, unloggedLimitsMigration } from './limits';
import type { Room } from './room';
import { staffMigration } from './staff';

/** What every room stands on, and its housekeeping. */
export const kernelRoom: Room = {
  name: 'kernel',
  migrations: [
    kernelMigration,
    staffMigration,
    limitsMigration,
    calendarMigration,
    recordMigration,
    unloggedLimitsMigration,
    recordAtCommitMigration,
  ],
  jobs: {
    async sweep_uploads(crm) {
      await crm.files.sweep(crm.db, crm.now());
    },
    async sweep_idempotency(crm) {
      const oldest = new Date(
        crm.now().getTime() - crm.settings.clocks.idempotencyHours * 3_600_000,
      );
      await crm.db('crm_idempotency').where('created_at', '<', oldest).delete();
    },
  },
  schedules: { sweep_uploads: '17 * * * *', sweep_idempotency: '37 * * * *' },
};
