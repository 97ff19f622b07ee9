import { mkdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** The environment of a test's Strapi: fixed secrets, one database, a data folder of its own. */
export async function runEnvironment(
  { url, dataDir }: { url: string; dataDir: string },
  more: Readonly<Record<string, string>> = {},
): Promise<NodeJS.ProcessEnv> {
  const { testEnvironment } = await import('../../scripts/lib/environment.mjs');
  const publicDir = path.join(dataDir, 'public');
  mkdirSync(path.join(publicDir, 'uploads'), { recursive: true });
  return {
    ...testEnvironment(process.env),
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    TEST_PUBLIC_DIR: publicDir,
    PUBLIC_URL: 'https://crm.example',
    STARTUP_LOG: 'false',
    // Jobs run when a test says so.
    CRM_JOBS: 'off',
    // Limits have tests of their own; elsewhere nobody meets them.
    LIMIT_READ: '1000000',
    LIMIT_WRITE: '1000000',
    LIMIT_CREDENTIALS: '1000000',
    LIMIT_UPLOAD: '1000000',
    ...more,
  };
}
