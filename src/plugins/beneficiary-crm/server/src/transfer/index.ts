import type { Room } from '../kernel/room';
import { attemptsMigration } from './attempts.migration';
import { withAttempts } from './attempts.service';
import { checkImport } from './check.job';
import { destroyImports } from './destroy.job';
import { exportRoutes } from './export.routes';
import { importRoutes } from './import.routes';
import { readImport } from './read.job';
import { takeChunk, wakeImports } from './run.job';
import { transferMigration } from './transfer.migration';

export { sheetFile } from './write/sheet.writer';

/** Many people at once: lists that come into the registry, and lists that go out of it. */
export const transferRoom: Room = {
  name: 'transfer',
  migrations: [transferMigration, attemptsMigration],
  adminRoutes: [...importRoutes, ...exportRoutes],
  jobs: {
    read_import: withAttempts(readImport),
    check_import: withAttempts(checkImport),
    take_import_chunk: withAttempts(takeChunk),
    wake_imports: wakeImports,
    destroy_imports: destroyImports,
  },
  schedules: { wake_imports: '* * * * *', destroy_imports: '23 * * * *' },
};
