/** What must be one is one, because the database says so: tried on connections of their own, all at once. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { branchUid } from '../../src/plugins/beneficiary-crm/server/src/reception/content-types';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let clients: Client[];
let completed: Case;

beforeAll(async () => {
  // Few connections, so that whoever holds one and waits for a second is found out.
  t = await bootCrm({ DATABASE_POOL_MAX: '4' });
  s = scenario(t);
  clients = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = new Client({ connectionString: t.databaseUrl });
      await client.connect();
      return client;
    }),
  );
  // A row of every kind that is tried below.
  completed = await s.completed(services.direct);
  const accepted = await s.replied('accepted');
  await accepted.request.do('relations_officer', 'enrol', bodies.enrol);
  await s.onAgenda();
  expectStatus(await s.upload(), 201);
  await t.drain();
}, 180_000);
afterAll(async () => {
  await Promise.all((clients ?? []).map((client) => client.end()));
  await t?.stop();
});

/** The same row eight times at once, with a value that none has yet: how many are taken in. */
async function race(table: string, unique: string, where: string): Promise<string[]> {
  const client = clients[0] as Client;
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
    [table],
  );
  const values = rows.map(({ name, type }) => {
    if (name === unique) return type === 'uuid' ? '$1::uuid' : '$1';
    return name === 'id' ? 'gen_random_uuid()' : name;
  });
  const columns = rows.map(({ name }) => name).join(', ');
  const fresh = randomUUID();
  const sql = `insert into ${table} (${columns}) select ${values.join(', ')} from ${table} where ${where} limit 1`;
  const tried = await Promise.allSettled(
    clients.map(async (one) => {
      const { rowCount } = await one.query(sql, [fresh]);
      if (rowCount !== 1) throw new Error(`${table} has no row where ${where}`);
    }),
  );
  return tried.map((one) =>
    one.status === 'fulfilled'
      ? 'taken in'
      : String((one.reason as { code?: string }).code ?? one.reason),
  );
}

describe('in the database', () => {
  const onlyOne = ['taken in', ...Array.from({ length: 7 }, () => '23505')];

  it.each([
    ['a reference', 'crm_requests', 'reference', 'parent_id is null'],
    ['the key of a submission', 'crm_idempotency', 'key_hash', 'true'],
    ['the token of an upload', 'crm_files', 'upload_hash', 'upload_hash is not null'],
    ['the token of an invitation', 'crm_evaluation_doors', 'token_hash', 'true'],
  ])('%s is one', async (_what, table, unique, where) => {
    // Other unique columns of a copy would refuse it for another reason.
    const own: Record<string, string> = {
      crm_files: 'alter table crm_files drop constraint crm_files_storage_key_key',
    };
    if (own[table]) await clients[0]?.query(own[table]);
    expect((await race(table, unique, where)).sort()).toEqual([...onlyOne].sort());
  });

  it.each([
    ['the decision in force of a request', 'crm_decisions', 'in_force'],
    ['the place of a request on agendas', 'crm_agenda_items', `status = 'pending'`],
    ['the current ballot of a member', 'crm_ballots', 'superseded_at is null'],
    ['the identity of a person', 'crm_identities', 'true'],
    ['the hash of an event', 'crm_events', 'true'],
  ])('%s has no second one', async (_what, table, where) => {
    const fresh: Record<string, string> = {
      crm_agenda_items: 'position',
      crm_ballots: 'idempotency_key',
      crm_identities: 'last3',
      crm_decisions: 'reason',
      crm_events: 'actor_id',
    };
    if (table === 'crm_agenda_items')
      await clients[0]?.query('alter table crm_agenda_items alter position type text');
    expect(await race(table, fresh[table] ?? '', where)).toEqual(
      Array.from({ length: 8 }, () => '23505'),
    );
  });

  it('the file number of a person is one', async () => {
    const sql = `insert into crm_beneficiaries (id, root_id, file_number, name, created_at, updated_at)
      select id, id, 'B-999999', 'س', now(), now() from (select gen_random_uuid() as id) new`;
    const tried = await Promise.allSettled(clients.map((client) => client.query(sql)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a published address is one, also when eight editors publish it at once', async () => {
    const documents = t.strapi.documents(branchUid) as unknown as {
      create(entry: object): Promise<unknown>;
    };
    const data = {
      slug: 'new-branch',
      name: 'فرع جديد',
      place: 'قيا',
      phone: '0128000000',
      delegateName: 'صالح',
      delegateHours: 'العصر',
    };
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        documents.create({ data, locale: 'ar', status: 'published' }),
      ),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = await t.crm
      .db('crm_branches')
      .where({ slug: 'new-branch' })
      .whereNotNull('published_at')
      .count<{ n: string }[]>('* as n');
    expect(Number(row?.n)).toBe(1);
  });
});

describe('over HTTP, at the same moment', () => {
  it('two officers with the same version: one step, and one who is told that someone was faster', async () => {
    const [first, second] = await Promise.all([
      t.loginAs('relations_officer'),
      t.loginAs('officer2'),
    ]);
    for (let round = 0; round < 10; round += 1) {
      const one = await s.submitted('inquiry');
      const { version } = await one.row();
      const path = `/requests/${one.id}/actions/start`;
      const replies = await Promise.all(
        [first, second].map((who) => who.post(path, { expectedVersion: version })),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const loser = replies.find(({ status }) => status === 409);
      expect(loser?.error.details).toMatchObject({
        code: 'error.version_conflict',
        version: version + 1,
      });
      const started = await t.crm
        .db('crm_events')
        .where({ request_id: one.id, type: 'request.started' });
      expect(started).toHaveLength(1);
    }
  });

  it('two steps that exclude each other: one of them', async () => {
    const officer = await t.loginAs('relations_officer');
    const one = await s.checking(services.direct);
    const { version: expectedVersion } = await one.row();
    const replies = await Promise.all(
      (['accept_directly', 'reject_directly', 'refer_to_research'] as const).map(async (action) => {
        await one.checkEverything();
        return officer.post(`/requests/${one.id}/actions/${action}`, {
          expectedVersion,
          ...bodies[action],
        });
      }),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('an answer of the applicant and the officer’s note of it: one of them', async () => {
    const one = await s.checking();
    await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    const replies = await Promise.all([
      t.visitor.post('/requests/respond', { ...one.credentials, message: 'هذا هو' }),
      t.visitor.post('/requests/respond', { ...one.credentials, message: 'هذا هو' }),
      one.try('relations_officer', 'respond', { message: 'قالها بالهاتف' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('a person who is enrolled twice has one file', async () => {
    const accepted = async () => (await s.replied('accepted')).request;
    const cases = [await accepted(), await accepted()];
    const identity = { ...bodies.enrol, identityNumber: '1000000016' };
    const replies = await Promise.all(
      cases.map((one) => one.try('relations_officer', 'enrol', identity)),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(replies.map(({ data }) => data.enrolment?.fileNumber)).size).toBe(1);
  });

  it('one session takes what is ready, however many plan it', async () => {
    const { id } = await s.referred();
    const officer = await t.loginAs('relations_officer');
    const plan = () => officer.post('/sessions', { heldOn: '2026-12-01' });
    const statuses = (await Promise.all([plan(), plan(), plan(), plan()])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([201, 409, 409, 409]);
    expect(await t.crm.db('crm_agenda_items').where({ request_id: id })).toHaveLength(1);
  });

  it('twenty requests have twenty references and codes, and the chain is whole', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => s.body('inquiry')));
    const replies = await Promise.all(
      sent.map((body) => t.visitor.post<Case['receipt']>('/requests', body, idempotent())),
    );
    expect(replies.filter(({ status }) => status !== 201).map(({ text }) => text)).toEqual([]);
    expect(new Set(replies.map(({ data }) => data.reference)).size).toBe(20);
    expect(new Set(replies.map(({ data }) => data.accessCode)).size).toBe(20);
    const client = clients[0] as Client;
    expect(
      await verifyChain((sql, values) => client.query<Record<string, unknown>>(sql, values)),
    ).toMatchObject({
      ok: true,
    });
  });

  it('the service of a finished request is not given again', async () => {
    const again = await completed.try(
      'delivery_officer',
      'record_delivery',
      bodies.record_delivery,
    );
    expect(again.status).toBe(409);
  });
});
