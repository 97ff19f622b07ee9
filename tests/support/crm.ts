import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Strapi from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import type { Role, Seat } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import type { Crm } from '../../src/plugins/beneficiary-crm/server/src/kernel/crm';
import { createTestDatabase } from './database';
import { root, runEnvironment } from './environment';
import { clientOf, heard } from './http';
import type { Client } from './http';
import { ensureTemplate, password, writePasswords } from './template';

/** Who is meant: a role's first account, a seat of the committee, or an account by the name in its address. */
export type Who =
  | Role
  | Exclude<Seat, 'observer' | 'member'>
  | 'administrator'
  | 'officer2'
  | 'delegate2'
  | 'appeals-chair'
  | 'appeals-deputy'
  | 'appeals-secretary'
  | 'member1'
  | 'member2';

/** One of the staff, signed in to the admin panel: a client of `/beneficiary-crm`. */
export interface SignedIn extends Client {
  id: number;
  email: string;
}

export interface TestCrm {
  url: string;
  databaseUrl: string;
  dataDir: string;
  strapi: Core.Strapi;
  crm: Crm;
  /** what the product wrote to its log, line by line */
  log: string[];
  /** a visitor of the website: a client of `/api/crm` */
  visitor: Client;
  /** Signs in once for each account. */
  loginAs(who: Who): Promise<SignedIn>;
  /** The time of the product, until it is moved again. */
  setNow(at: Date): void;
  /** Moves the time on, and then does what time brings: scheduled jobs, and the jobs that follow. */
  advance(days: number): Promise<void>;
  /** Runs all jobs that are due, and those that they lead to. */
  drain(): Promise<void>;
  /** Rows of every table of the product that holds anything of people. */
  countRows(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

declare global {
  /** Loads outside jest's registry (product.environment.cjs). */
  var productRequire: NodeJS.Require;
}

const accountOf = (who: Who): string => {
  const found = staff.find(
    ({ role, seat, email }) =>
      role === who || seat === who || email.startsWith(`${who}@`) || email === who,
  );
  if (!found) throw new Error(`nobody of the staff is ${who}`);
  return found.email;
};

const day = 86_400_000;

/** Our own tables, but for those that are written by whatever happens. */
async function tablesOf({ db }: Crm): Promise<string[]> {
  return db('information_schema.tables')
    .where({ table_schema: 'public' })
    .where('table_name', 'like', 'crm\\_%')
    .whereNotIn('table_name', ['crm_limits', 'crm_migrations', 'crm_event_head'])
    .pluck('table_name');
}

// A busy machine is slow; what hangs is ended all the same.
jest.setTimeout(60_000);

/**
 * The real product in this process: compiled code, a database of its own with the demo's content and staff,
 * and a server on a free port. Time stands still at a Sunday noon unless a test moves it.
 */
export async function bootCrm(env: Readonly<Record<string, string>> = {}): Promise<TestCrm> {
  const database = await createTestDatabase(undefined, await ensureTemplate());
  const dataDir = mkdtempSync(path.join(tmpdir(), 'crm-test-data-'));
  writePasswords(dataDir);
  const environment = await runEnvironment({ url: database.url, dataDir }, env);
  const host = productRequire('node:process') as NodeJS.Process;
  const { env: real } = host;
  const before = { ...real };
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete real[name];
    else real[name] = value;
  }
  heard.length = 0;

  const listeners = host
    .eventNames()
    .flatMap((name) =>
      host.rawListeners(name).map((listener) => [name, listener as () => void] as const),
    );

  const { createStrapi } = productRequire('@strapi/strapi') as typeof Strapi;
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.dirs.static.public = path.join(dataDir, 'public');
  const log: string[] = [];
  for (const transport of strapi.log.transports) transport.silent = true;
  strapi.log.on('data', ({ level, message }: { level: string; message: unknown }) => {
    log.push(`${level}: ${String(message)}`);
  });
  await strapi.load();
  // Counted in this process and not in the database: the same people sign in for every file.
  strapi.config.set('admin.rateLimit', { enabled: false });
  await new Promise<void>((resolve) => {
    strapi.server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const crm = (strapi.plugin('beneficiary-crm').service('crm') as unknown as { get(): Crm }).get();

  let counted: string[] | undefined;
  let now = new Date('2026-11-01T09:00:00.000Z');
  crm.now = () => now;
  const visitor = clientOf(`${url}/api/crm`);
  const signedIn = new Map<string, Promise<SignedIn>>();

  async function signIn(email: string): Promise<SignedIn> {
    const reply = await clientOf(url).post<{ token: string; user: { id: number } }>(
      '/admin/login',
      {
        email,
        password,
      },
    );
    if (reply.status !== 200) throw new Error(`${email} cannot sign in: ${reply.text}`);
    heard.pop();
    const client = clientOf(`${url}/beneficiary-crm`, {
      authorization: `Bearer ${reply.data.token}`,
    });
    return { ...client, id: reply.data.user.id, email };
  }

  const drain = async () => {
    for (;;) {
      await crm.jobs.drain(crm);
      const due = await crm
        .db('graphile_worker.jobs')
        .where('attempts', 0)
        .count<{ n: string }[]>('* as n');
      if (Number(due[0]?.n ?? 0) === 0) return;
    }
  };

  return {
    url,
    databaseUrl: database.url,
    dataDir,
    strapi,
    crm,
    log,
    visitor,
    loginAs(who) {
      const email = accountOf(who);
      const held = signedIn.get(email) ?? signIn(email);
      signedIn.set(email, held);
      return held;
    },
    setNow: (at) => void (now = at),
    async advance(days) {
      now = new Date(now.getTime() + days * day);
      for (const room of crm.rooms) {
        for (const task of Object.keys(room.schedules ?? {})) await room.jobs?.[task]?.(crm, {});
      }
      await drain();
    },
    drain,
    async countRows() {
      counted ??= await tablesOf(crm);
      const { rows } = (await crm.db.raw(
        counted
          .map((table) => `select '${table}' as of, count(*)::int as n from ${table}`)
          .join(' union all '),
      )) as { rows: { of: string; n: number }[] };
      return Object.fromEntries(rows.map(({ of, n }) => [of, n]));
    },
    async stop() {
      await strapi.destroy();
      // Strapi ends by taking every listener off the process, jest's own among them.
      for (const [name, listener] of listeners) host.on(name, listener);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
      for (const name of Object.keys(real)) if (!(name in before)) delete real[name];
      Object.assign(real, before);
    },
  };
}
