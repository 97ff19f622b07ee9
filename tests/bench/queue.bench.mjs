// @ts-check
/**
 * The queue with 200,000 people and 500,000 requests: its first page (status, service, applicant, promise, counts), and
 * taking in a request, over HTTP, beside Strapi's own endpoint with the same columns and indexes and the bare SQL, in
 * the same run. Ends with 1 where the page has not 20 times the throughput of Strapi's or a p95 of 60 ms, or the
 * intake not twice the throughput of Strapi's create.
 * `BENCH_REQUESTS`: how many requests. `BENCH_DATABASE_URL`: see `support/bench.mjs`.
 */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { createRequire } from 'node:module';
import { openBench, timesOf } from './support/bench.mjs';
import { familyName, manName, random } from './support/names.mjs';
import { keepPeople, nationalIdOf } from './support/people.mjs';
import { loadRequests } from './support/requests.mjs';
import { fillStock, stockApplication, stockPage, stockToken } from './support/stock.mjs';

const require = createRequire(import.meta.url);
const count = Number(process.env.BENCH_REQUESTS ?? 500_000);
/** How long each is measured by one client, and with several at once; in rounds, since a machine's speed changes. */
const seconds = Number(process.env.BENCH_SECONDS ?? 10);
const rounds = 5;
const clients = 4;
const wanted = { page: 20, p95: 60, intake: 2 };

Object.assign(process.env, { LIMIT_WRITE: '100000000', LIMIT_READ: '100000000' });
const { app, crm, close } = await openBench('queue', stockApplication());
const { seedContent } = require('strapi-plugin-beneficiary-crm/server/demo/seed/content');
const { seedStaff } = require('strapi-plugin-beneficiary-crm/server/demo/seed/staff');
const {
  currentLegalText,
  getService,
  listServices,
} = require('strapi-plugin-beneficiary-crm/server/services/catalogue.service');

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const accounts = await seedStaff(crm);
const [{ n: held }] = await crm.db('crm_requests').count('* as n');
if (Number(held) < count) {
  const started = performance.now();
  await seedContent(crm);
  const [{ n: people }] = await crm.db('crm_beneficiaries').count('* as n');
  if (Number(people) === 0) await keepPeople(crm, Math.round(count * 0.4));
  const services = (await listServices(crm)).map((/** @type {{ slug: string }} */ one) => one.slug);
  const officers = await crm.db('admin_users').orderBy('id').limit(6).pluck('id');
  await loadRequests(crm, { count, services, officers });
  say(`${count} requests loaded in ${Math.round((performance.now() - started) / 1000)} s`);
}
const [{ n: stocked }] = await crm.db('stock_requests').count('* as n');
if (Number(stocked) === 0) await fillStock(crm);

await new Promise((resolve) => app.server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = app.server.httpServer.address();
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/**
 * @param {string} method @param {string} path @param {Record<string, string>} [headers] @param {unknown} [body]
 * @returns {Promise<any>} the answer under `data`
 */
const call = (method, path, headers = {}, body = undefined) =>
  new Promise((resolve, reject) => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const request = http.request(
      {
        agent,
        port,
        method,
        path: path.replaceAll('[', '%5B').replaceAll(']', '%5D'),
        headers: {
          ...headers,
          ...(sent === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
        },
      },
      (response) => {
        /** @type {Buffer[]} */
        const heard = [];
        response.on('data', (chunk) => heard.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(heard).toString('utf8');
          if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(answer));
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${answer}`));
        });
      },
    );
    request.on('error', reject);
    request.end(sent);
  });

/** @param {() => Promise<unknown>} run @param {number} milliseconds @returns {Promise<number[]>} how long each took */
async function timesWhile(run, milliseconds) {
  const times = [];
  const until = performance.now() + milliseconds;
  do {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  } while (performance.now() < until);
  return times;
}

/**
 * One client after the other for the times, then several at once for the throughput: each thing in its turn, round
 * after round.
 * @param {Record<string, () => Promise<unknown>>} asked
 */
async function measured(asked) {
  const turn = (seconds / rounds) * 1000;
  const taken = Object.entries(asked).map(([what, run]) => ({
    what,
    run,
    /** @type {number[]} */ alone: [],
    /** @type {number[]} */ together: [],
    seconds: 0,
  }));
  for (const { run } of taken) await timesWhile(run, turn);
  for (let round = 0; round < rounds; round += 1)
    for (const one of taken) {
      one.alone.push(...(await timesWhile(one.run, turn)));
      const started = performance.now();
      const all = Array.from({ length: clients }, () => timesWhile(one.run, turn));
      one.together.push(...(await Promise.all(all)).flat());
      one.seconds += (performance.now() - started) / 1000;
    }
  return Object.fromEntries(
    taken.map((one) => [
      one.what,
      {
        alone: timesOf(one.alone),
        together: timesOf(one.together),
        perSecond: one.together.length / one.seconds,
      },
    ]),
  );
}

const officer = accounts.find(
  (/** @type {{ role: string }} */ one) => one.role === 'relations_officer',
);
const { data: session } = await call(
  'POST',
  '/admin/login',
  {},
  {
    email: officer.email,
    password: officer.password,
  },
);
const signedIn = { authorization: `Bearer ${session.token}` };
const { people: colleagues } = (await call('GET', '/beneficiary-crm/queue/colleagues', signedIn))
  .data;
const team = colleagues
  .filter((/** @type {{ team: boolean }} */ one) => one.team)
  .map((/** @type {{ id: number }} */ one) => one.id);
const stock = stockPage(session.user.id, team);

const slug = 'remote-circle';
const service = await getService(crm, slug);
const [declaration, consent] = await Promise.all([
  currentLegalText(crm, 'declaration'),
  currentLegalText(crm, 'consent'),
]);
/** @param {{ key: string, type: string, required: boolean, options: { value: string }[], min: number | null }} field */
const answerTo = ({ type, options, min }) =>
  type === 'choice'
    ? options.at(-1)?.value
    : type === 'yes_no'
      ? 'yes'
      : type === 'number' || type === 'money'
        ? Math.max(min ?? 0, 3)
        : type === 'date'
          ? '2026-01-15'
          : type === 'phone'
            ? '0551234567'
            : type === 'iban'
              ? 'SA0380000000608010167519'
              : 'أسرة من ستة أفراد لا يكفي دخلها الإيجار';
const answers = Object.fromEntries(
  service.fields
    .filter((/** @type {{ showIf?: unknown }} */ field) => !field.showIf)
    .map((/** @type {any} */ field) => [field.key, answerTo(field)]),
);
let sent = Date.now() % 1_000_000;
const next = random(sent);
/** Who writes at one moment is seldom a namesake; namesakes wait for each other, so that neither is overlooked. */
const fullName = () => [manName(next), manName(next), manName(next), familyName(next)].join(' ');
const intake = () => {
  sent += 1;
  const name = fullName();
  return call(
    'POST',
    '/api/crm/requests',
    { 'Idempotency-Key': randomUUID() },
    {
      kind: 'assistance',
      service: slug,
      applicant: {
        name,
        idType: 'national_id',
        idNumber: nationalIdOf(50_000_000 + sent),
        phone: `055${String(sent).padStart(7, '0')}`,
        city: 'قيا',
      },
      answers,
      documents: [],
      declaration: { version: declaration.version, name },
      consent: { version: consent.version },
    },
  );
};
// Strapi is asked to write the very row that the intake writes.
const receipt = (await intake()).data;
const sample = await crm.db('crm_requests').where({ reference: receipt.reference }).first();
const [stockService] = await crm.db('stock_services').limit(1);
const [stockPerson] = await crm.db('stock_persons').limit(1);
const token = await stockToken(app);
const create = () =>
  call('POST', '/api/stock-requests', token, {
    data: {
      reference: randomUUID(),
      kind: sample.kind,
      state: sample.status,
      channel: sample.channel,
      locale: sample.locale,
      form: sample.form,
      workflow: sample.workflow,
      clock: sample.clock,
      clockSettings: sample.clock_settings,
      answers: sample.answers_sealed,
      answersHash: sample.answers_hash,
      applicantName: fullName(),
      applicantPhone: sample.applicant_phone,
      applicantCity: sample.applicant_city,
      idType: sample.id_type,
      idSealed: sample.id_sealed,
      idIndex: sample.id_index,
      idLast3: sample.id_last3,
      accessCodeHash: sample.access_code_hash,
      consentVersion: sample.consent_version,
      consentedAt: sample.consented_at,
      promiseTold: sample.promise_told,
      stepDueAt: sample.step_due_at,
      dueEarliest: sample.due_earliest,
      dueLatest: sample.due_latest,
      submittedAt: sample.submitted_at,
      paused: sample.paused,
      replied: sample.replied,
      settled: sample.settled,
      service: stockService.document_id,
      applicant: stockPerson.document_id,
    },
  });

const page = () => call('GET', '/beneficiary-crm/requests?view=mine&pageSize=20', signedIn);
const asked = {
  'bare SQL of one page, without counts': () =>
    crm.db.raw(
      `select id, reference, kind, status, channel, applicant_name, due_latest, clock, clock_settings from crm_requests
       where ended_at is null and assignee_id = ? order by settled, due_latest, id limit 20`,
      [session.user.id],
    ),
  'the queue’s first page': page,
  'Strapi: the same page and its counts': () =>
    Promise.all([stock.list, ...stock.counts].map((path) => call('GET', path, token))),
  'Strapi: the page and its total alone': () => call('GET', stock.list, token),
  'bare SQL: one row of a request': () =>
    crm
      .db('stock_requests')
      .insert({ reference: randomUUID(), kind: 'assistance', answers: sample.answers_sealed }),
  'taking in a request': intake,
  'Strapi: creating one': create,
};
say(
  `${count} requests; ${clients} clients at once; load of the machine ${require('node:os').loadavg()[0].toFixed(1)}`,
);
const found = await measured(asked);
for (const [what, { perSecond, alone, together }] of Object.entries(found))
  say(
    `${what.padEnd(40)} ${perSecond.toFixed(1).padStart(8)}/s   alone: median ${alone.median.toFixed(1)} p95 ${alone.p95.toFixed(1)} ms   together: median ${together.median.toFixed(1)} p95 ${together.p95.toFixed(1)} ms`,
  );
const ratio = (/** @type {string} */ ours, /** @type {string} */ theirs) =>
  (found[ours]?.perSecond ?? 0) / (found[theirs]?.perSecond ?? 1);
const results = [
  {
    what: 'first page, throughput beside Strapi’s',
    is: ratio('the queue’s first page', 'Strapi: the same page and its counts'),
    ok: (/** @type {number} */ is) => is >= wanted.page,
    wants: `at least ${wanted.page} times`,
  },
  {
    what: 'first page, p95 in ms',
    is: found['the queue’s first page']?.alone.p95 ?? Infinity,
    ok: (/** @type {number} */ is) => is < wanted.p95,
    wants: `under ${wanted.p95}`,
  },
  {
    what: 'taking in, throughput beside Strapi’s create',
    is: ratio('taking in a request', 'Strapi: creating one'),
    ok: (/** @type {number} */ is) => is >= wanted.intake,
    wants: `at least ${wanted.intake} times`,
  },
];
for (const { what, is, ok, wants } of results)
  say(`${ok(is) ? 'met   ' : 'MISSED'} ${what}: ${is.toFixed(1)} (${wants})`);
say(
  `Strapi’s page and total alone, without any count: ${ratio('the queue’s first page', 'Strapi: the page and its total alone').toFixed(1)} times`,
);
await close();
process.exit(results.every(({ is, ok }) => ok(is)) ? 0 : 1);
