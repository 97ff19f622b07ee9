// @ts-check
/**
 * The dashboard over 300,000 answers and 500,000 requests: the data of every view of satisfaction and of the work,
 * over HTTP, first with a tenth of the rows and then with all of them in the same groups. Ends with 1 where the
 * whole dashboard (both views) has not a p95 of 300 ms, takes more than twice as long for ten times the rows, or
 * where the memory of the server grows while it is asked.
 * `BENCH_REQUESTS`, `BENCH_ANSWERS`: how many. `BENCH_DATABASE_URL`: see `support/bench.mjs`.
 */
import http from 'node:http';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadAnswers, loadInvitations, loadReplies } from './support/answers.mjs';
import { openBench, timesOf } from './support/bench.mjs';
import { keepPeople } from './support/people.mjs';
import { loadRequests } from './support/requests.mjs';

const require = createRequire(import.meta.url);
const requests = Number(process.env.BENCH_REQUESTS ?? 500_000);
const answers = Number(process.env.BENCH_ANSWERS ?? 300_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
const wanted = { p95: 300, growth: 2, memory: 20 };

Object.assign(process.env, { LIMIT_READ: '100000000' });
const { app, crm, close } = await openBench('satisfaction');
const { seedContent } = require('strapi-plugin-beneficiary-crm/server/demo/seed/content');
const { seedStaff } = require('strapi-plugin-beneficiary-crm/server/demo/seed/staff');
const { listServices } = require('strapi-plugin-beneficiary-crm/server/services/catalogue.service');
const {
  activeSurvey,
} = require('strapi-plugin-beneficiary-crm/server/satisfaction/survey.service');
const {
  closeMonths,
} = require('strapi-plugin-beneficiary-crm/server/satisfaction/closing.service');
const {
  countWorkJob,
} = require('strapi-plugin-beneficiary-crm/server/satisfaction/operations.service');

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const accounts = await seedStaff(crm);
await seedContent(crm);
await keepPeople(crm, 20_000);
const services = (await listServices(crm, 'ar')).map(
  (/** @type {{ slug: string }} */ one) => one.slug,
);
const officers = await crm.db('admin_users').orderBy('id').limit(6).pluck('id');
const survey = await activeSurvey(crm);

await new Promise((resolve) => app.server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = app.server.httpServer.address();
const agent = new http.Agent({ keepAlive: true });
/** @param {string} method @param {string} path @param {string} [token] @param {unknown} [body] @returns {Promise<any>} */
const call = (method, path, token, body) =>
  new Promise((resolve, reject) => {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(sent
        ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }
        : {}),
    };
    const request = http.request({ agent, port, method, path, headers }, (response) => {
      /** @type {Buffer[]} */
      const heard = [];
      response.on('data', (chunk) => heard.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(heard).toString('utf8');
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text).data);
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
      });
    });
    request.on('error', reject);
    request.end(sent);
  });
const director = accounts.find(
  (/** @type {{ role: string }} */ one) => one.role === 'executive_director',
);
const { email, password } = director;
const { token } = await call('POST', '/admin/login', undefined, { email, password });
const get = (/** @type {string} */ path) => call('GET', `/beneficiary-crm${path}`, token);

/** @param {() => Promise<unknown>} run @returns {Promise<number>} seconds */
async function timed(run) {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}

/** Everything that was counted and published, to be counted and published anew. */
const forget = () =>
  crm.db
    .raw(`truncate crm_answer_counts, crm_closed_months, crm_published_cells, crm_invitation_counts,
    crm_operations_counts, crm_operations_runs, crm_responses`);

/** @param {number} part of all rows */
async function load(part) {
  await forget();
  const [{ n: there }] = await crm.db('crm_requests').count('* as n');
  const [{ n: invited }] = await crm.db('crm_invitations').count('* as n');
  const after = Number(there);
  await loadRequests(crm, { count: requests * part - after, after, services, officers });
  await loadReplies(crm);
  const { slug, version } = survey;
  await loadInvitations(crm, { count: answers * part - Number(invited), slug, version });
  await loadAnswers(crm, { count: answers * part, survey, services, until: new Date() });
  await crm.db.raw('vacuum analyze');
  const closing = await timed(() => closeMonths(crm));
  const counting = await timed(() => countWorkJob(crm, {}));
  say(
    `${requests * part} requests, ${answers * part} answers: two years closed once in ${closing.toFixed(1)} s, the work counted in ${counting.toFixed(1)} s`,
  );
}

/** One client after the other. */
async function measured() {
  const first = await get('/satisfaction/figures?period=year');
  const services = first.choices.find(
    (/** @type {{ dimension: string }} */ one) => one.dimension === 'service',
  ).values;
  const views = [
    'period=year',
    'period=quarter',
    'period=month',
    `period=year&dimension=service&value=${services[1].value}`,
    'period=quarter&dimension=mode&value=self',
  ];
  /** @type {Record<string, number[]>} */
  const times = { satisfaction: [], operations: [], both: [] };
  for (let round = 0; round < rounds + 3; round += 1) {
    const started = performance.now();
    await get(`/satisfaction/figures?${views[round % views.length]}`);
    const between = performance.now();
    await get(`/operations/figures?period=${['year', 'quarter', 'month'][round % 3]}`);
    const ended = performance.now();
    if (round < 3) continue;
    times.satisfaction?.push(between - started);
    times.operations?.push(ended - between);
    times.both?.push(ended - started);
  }
  for (const [name, all] of Object.entries(times)) {
    const { median, p95, worst } = timesOf(all);
    say(
      `  ${name.padEnd(13)} median ${Math.round(median)} ms, p95 ${Math.round(p95)} ms, worst ${Math.round(worst)} ms`,
    );
  }
  return timesOf(times.both ?? []);
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
/** @returns {number} what is in use once everything that is not is given up, in MB */
const held = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1_048_576);
};

await load(0.1);
const small = await measured();
await load(1);
await measured();
const before = held();
const large = await measured();
const after = held();
const grown = after - before;
const growth = large.median / small.median;
say(`ten times the rows take ${growth.toFixed(2)} times as long`);
say(`memory that is in use ${after} MB, ${grown} MB more after ${rounds} dashboards`);
const { rows: groups } = await crm.db.raw('select count(*)::int as n from crm_answer_counts');
say(`the figures are read from ${groups[0].n} counts`);
agent.destroy();
await close();
process.exit(large.p95 <= wanted.p95 && growth <= wanted.growth && grown <= wanted.memory ? 0 : 1);
