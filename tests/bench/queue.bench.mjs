// @ts-check
/**
 * The queue's first page (rows, promises, counts of every view) on 50,000 requests, beside the bare SQL of the same
 * page in the same run. Prints ratios: times of one machine say nothing of another.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { testEnvironment } from '../../scripts/lib/environment.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { ensureDatabase } from '../../scripts/lib/postgres.mjs';
import { startTestPostgres } from '../../scripts/lib/test-postgres.mjs';

const rounds = 60;
const requests = 50_000;
const require = createRequire(import.meta.url);

const server = await startTestPostgres();
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'crm-bench-'));
Object.assign(process.env, testEnvironment(process.env), {
  DATABASE_URL: await ensureDatabase(server.url, 'bench'),
  DATA_DIR: dataDir,
  CRM_JOBS: 'off',
  STARTUP_LOG: 'false',
});
const { createStrapi } = require('@strapi/strapi');
const { readQueue } = require('strapi-plugin-beneficiary-crm/server/requests/queue.service');
const app = createStrapi({ appDir: inRoot('.'), distDir: inRoot('dist') });
for (const transport of app.log.transports) transport.silent = true;
await app.load();
const crm = app.plugin('beneficiary-crm').service('crm').get();

await crm.db.raw(
  `insert into crm_requests (id, reference, kind, status, channel, locale, form, applicant_name, applicant_phone,
     answers_sealed, answers_hash, consent_version, consented_at, clock, clock_settings, due_earliest, due_latest,
     submitted_at, updated_at, ended_at, workflow)
   select gen_random_uuid(), 'R' || n, 'assistance',
     (array['submitted', 'checking', 'awaiting_applicant', 'committee', 'completed'])[1 + n % 5], 'website', 'ar',
     '{"service":{"slug":"s","name":{"ar":"خدمة","en":"Service"}},"fields":[],"documents":[],"declares":false,"checklist":[],"study":[]}',
     'محمد عبدالله الحارثي ' || n, '+966500000000', '', '', '1', now(),
     json_build_object('startedAt', now(), 'firstReferredAt', null, 'referredAt', null, 'pausedSince', null,
       'pausedMs', 0, 'pausedMsBeforeFirstReferral', 0, 'pausedMsSinceReferral', 0, 'releasedEarlyAt', null),
     '{"earliestDays":14,"latestDays":30,"checkingDays":7,"holdUntilEarliest":true}',
     now() + n * interval '1 minute', now() + n * interval '2 minutes', now() - n * interval '1 minute', now(),
     case when n % 5 = 4 then now() end, '{"version":"policy"}'
   from generate_series(1, ?) n`,
  [requests],
);
await crm.db.raw('analyze crm_requests');

/** @param {() => Promise<unknown>} run @returns {Promise<{ median: number, p95: number }>} milliseconds */
async function measure(run) {
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: times[rounds / 2] ?? 0, p95: times[Math.floor(rounds * 0.95)] ?? 0 };
}

const query = { view: 'all', sort: 'promise', page: 1, pageSize: 20, locale: 'ar' };
const staff = { id: 1, name: '', permissions: new Set(), branch: null };
const bare = () =>
  crm.db.raw(
    `select * from crm_requests where ended_at is null and not replied order by due_latest limit 20`,
  );
await measure(bare);
const sql = await measure(bare);
const page = await measure(() => readQueue(crm, query, staff));
const search = await measure(() => readQueue(crm, { ...query, q: 'عبد الله 4321' }, staff));

const times = (/** @type {number} */ value) => `${(value / sql.median).toFixed(1)}×`;
process.stdout.write(
  [
    `queue, ${requests} requests; 1× = the bare SQL of one page (median)`,
    `first page with counts   median ${times(page.median)}   p95 ${times(page.p95)}`,
    `search by name           median ${times(search.median)}   p95 ${times(search.p95)}`,
    '',
  ].join('\n'),
);

await app.destroy();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });
process.exit(0);
