// @ts-check
/** `npm run audit:verify`: follows the chain of events; 0 when it is whole, 1 when it is broken. */
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkNode } from './lib/checks.mjs';
import { openDatabase } from './lib/database.mjs';
import { readDotEnv } from './lib/environment.mjs';
import { pluginRoot } from './lib/paths.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { session } from './lib/session.mjs';

/** @param {(undo: import('./lib/session.mjs').Undo) => void} onStop */
async function verify(onStop) {
  readDotEnv();
  const module = path.join(pluginRoot, 'dist/server/src/kernel/audit.js');
  if (!fs.existsSync(module)) throw new Stop('build.missing', { parts: 'plugin' });
  const { verifyChain } = createRequire(import.meta.url)(module);
  const url = await openDatabase(onStop, { visit: true });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onStop(() => client.end());
  const { rows } = await client.query(`select to_regclass('crm_events') as events`);
  if (!rows[0].events) throw new Stop('audit.none');
  const result = await verifyChain((/** @type {string} */ sql, /** @type {unknown[]} */ params) =>
    client.query(sql, params),
  );
  if (result.ok) say('audit.ok', result);
  else {
    say('audit.broken', result);
    say(/** @type {import('./lib/say.mjs').MessageKey} */ (`audit.${result.reason}`));
  }
  return result.ok ? 0 : 1;
}

await main(async () => {
  checkNode();
  process.exit(await session(verify));
});
