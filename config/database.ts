import type { Core } from '@strapi/strapi';

const database = ({ env }: Core.Config.Shared.ConfigParams) => ({
  connection: {
    client: 'postgres',
    connection: {
      connectionString: env('DATABASE_URL'),
      ssl: env.bool('DATABASE_SSL', false) ? { rejectUnauthorized: true } : false,
    },
    pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
    acquireConnectionTimeout: 30_000,
  },
  settings: {
    // Schema sync never drops a table or a column: what could lose data is a migration.
    forceMigration: false,
    runMigrations: true,
    useTypescriptMigrations: true,
  },
});

export default database;
