import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Crm } from '../kernel/crm';
import { seedContent } from './seed/content';
import { seedRequests } from './seed/requests';
import { seedStaff } from './seed/staff';
import type { DemoAccount } from './seed/staff';

/**
 * Fills a believable association when `CRM_DEMO=1`, and writes to `CRM_DEMO_FILE` where it is and
 * who can sign in. Ends before the server listens, so whoever waits for the server finds the file.
 */
export async function runDemo(
  crm: Crm,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  if (environment.CRM_DEMO !== '1') return;
  const { log } = crm.strapi;
  log.info('demo: the association is being filled');
  const accounts = await seedStaff(crm);
  await seedContent(crm);
  await seedRequests(crm);
  const file = environment.CRM_DEMO_FILE;
  if (file) await writeAccess(file, crm.settings.publicUrl, accounts);
  log.info('demo: ready');
}

async function writeAccess(file: string, url: string, accounts: DemoAccount[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const content = { url, admin: `${url}/admin`, accounts };
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}
