/** Who may open which door of the admin API, for every role and every route; and what may be seen by nobody. */
import type { Queue, RequestDetail } from '../../src/plugins/beneficiary-crm/contracts/admin';
import { roles } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { rolePolicies } from '../../src/plugins/beneficiary-crm/server/src/policy/roles.policy';
import type { AdminRoute } from '../../src/plugins/beneficiary-crm/server/src/kernel/room';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { clientOf, heard, idempotent } from '../support/http';
import type { Client, Reply } from '../support/http';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case, Item } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let item: Item;
let ids: Record<string, string>;

/** A valid national ID that is nobody's, and words that no one else says. */
const canary = {
  idNumber: '1098765432',
  words: 'كناري يغرد عند الفجر',
  english: 'CanaryNeverSaid',
};

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  const referred = await s.submitted('assistance', services.everything, {
    applicant: { idType: 'national_id', idNumber: canaryId() },
  });
  await referred.do('relations_officer', 'start_check');
  await referred.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
  await referred.do('researcher', 'write_study', bodies.write_study);
  await referred.do('researcher', 'answer_research', bodies.answer_research);
  await referred.checkEverything();
  await referred.do('relations_officer', 'refer_to_committee');
  item = await s.opened(referred);
  await t.drain();
  const file = await t.crm.db('crm_files').whereNotNull('request_id').first<{ id: string }>('id');
  const message = await t.crm.db('crm_messages').first<{ id: string }>('id');
  ids = {
    request: referred.id,
    session: item.session,
    item: item.id,
    file: file.id,
    message: message.id,
  };
}, 180_000);
afterAll(() => t?.stop());

/** The canary with its check digit made right. */
function canaryId(): string {
  const digits = [...canary.idNumber.slice(0, 9)].map(Number);
  const sum = digits.reduce((held, digit, at) => {
    const value = at % 2 === 0 ? digit * 2 : digit;
    return held + (value > 9 ? value - 9 : value);
  }, 0);
  return `${canary.idNumber.slice(0, 9)}${(10 - (sum % 10)) % 10}`;
}

const adminRoutes = (): AdminRoute[] =>
  t.crm.rooms.flatMap((room) => [...(room.adminRoutes ?? [])]);

function pathOf({ path }: AdminRoute): string {
  if (path.startsWith('/requests/:id'))
    return path.replace(':id', ids.request ?? '').replace(':action', 'start_check');
  if (path.startsWith('/sessions'))
    return path.replace(':id', ids.session ?? '').replace(':item', ids.item ?? '');
  if (path.startsWith('/files')) return path.replace(':id', ids.file ?? '');
  return path.replace(':id', ids.message ?? '');
}

/** A body that is wrong on purpose: the door is what is tried, and nothing behind it shall change. */
const knock = (client: Client, route: AdminRoute): Promise<Reply> =>
  route.method === 'GET'
    ? client.get(pathOf(route))
    : client[route.method === 'PUT' ? 'put' : 'post'](pathOf(route), { knock: true }, idempotent());

const closedDoor = (reply: Reply) =>
  reply.status === 403 && Array.isArray(reply.error.details.needs);

describe('every route of the admin API', () => {
  it('names permissions that some role has', () => {
    const held = new Set(
      Object.values(rolePolicies).flatMap(({ permissions }) => [...permissions]),
    );
    const routes = adminRoutes();
    expect(routes.length).toBeGreaterThan(15);
    for (const { path, permissions } of routes)
      expect([path, permissions.some((permission) => held.has(permission))]).toEqual([path, true]);
  });

  it('answers 401 to who is not signed in, or holds another kind of token', async () => {
    const forged = 'eyJhbGciOiJub25lIn0.eyJpZCI6MX0.';
    const strangers = [
      clientOf(`${t.url}/beneficiary-crm`),
      clientOf(`${t.url}/beneficiary-crm`, { authorization: 'Bearer nonsense' }),
      clientOf(`${t.url}/beneficiary-crm`, { authorization: `Bearer ${forged}` }),
    ];
    for (const route of adminRoutes()) {
      for (const stranger of strangers) {
        const reply = await knock(stranger, route);
        expect([route.path, reply.status, reply.data]).toEqual([route.path, 401, null]);
      }
    }
  });

  it.each(roles)('opens to %s exactly where the policy says', async (role) => {
    const staff = await t.loginAs(role);
    const held = rolePolicies[role].permissions;
    for (const route of adminRoutes()) {
      const reply = await knock(staff, route);
      const mayEnter = route.permissions.some((permission) => held.includes(permission));
      expect([route.method, route.path, mayEnter]).toEqual([
        route.method,
        route.path,
        !closedDoor(reply),
      ]);
      expect(reply.status).not.toBe(401);
      expect(reply.status).toBeLessThan(500);
      if (!mayEnter) expect(reply.text).not.toContain(item.request.receipt.reference);
    }
  });

  it('keeps its answers out of caches', async () => {
    const officer = await t.loginAs('relations_officer');
    for (const path of ['/requests', `/requests/${ids.request}`, `/files/${ids.file}`])
      expect((await officer.get(path)).headers.get('cache-control')).toBe('no-store');
  });

  it('takes no id that is none', async () => {
    const officer = await t.loginAs('relations_officer');
    for (const id of [
      '1',
      '0',
      "'",
      '%00',
      '../requests',
      `${ids.request}'`,
      (ids.request ?? '').toUpperCase(),
    ]) {
      for (const path of [
        `/requests/${encodeURIComponent(id)}`,
        `/files/${encodeURIComponent(id)}`,
      ])
        expect([path, [400, 404].includes((await officer.get(path)).status)]).toEqual([path, true]);
    }
  });

  it('lets nobody set what is not theirs to set', async () => {
    const one = await s.submitted('inquiry');
    const before = await one.row();
    const more = { status: 'answered', assignee_id: 1, stage: 2, replied: true };
    expect((await one.try('relations_officer', 'start', more)).status).toBe(422);
    expect(await one.row()).toEqual(before);
  });

  it('writes down who read a file', async () => {
    const researcher = await t.loginAs('researcher');
    expectStatus(await researcher.get(`/files/${ids.file}`), 200);
    const [event] = await t.crm
      .db('crm_events')
      .where({ type: 'request.file_read' })
      .orderBy('seq', 'desc')
      .limit(1);
    expect(event).toMatchObject({
      actor_kind: 'staff',
      actor_id: String(researcher.id),
      subject_id: ids.file,
    });
  });
});

describe('a delegate', () => {
  let own: Case;
  let other: Case;
  beforeAll(async () => {
    own = await s.submitted('inquiry', undefined, { applicant: { name: 'سعيد ابن الوادي' } });
    other = await s.submitted('inquiry', undefined, { applicant: { name: 'سعيد ابن القرى' } });
    await own.inBranch('wadi');
    await other.inBranch('upper-villages');
  });

  it('sees the own branch in lists, counts and search, and no other', async () => {
    const delegate = await t.loginAs('delegate2');
    const found = [
      await delegate.get<Queue>('/requests?pageSize=100'),
      await delegate.post<Queue>('/requests/search', { q: 'سعيد' }),
      await delegate.post<Queue>('/requests/search', { q: own.receipt.reference }),
    ];
    for (const reply of found) {
      const { rows, total, counts } = expectStatus(reply, 200);
      expect(rows.map(({ reference }) => reference)).toEqual([own.receipt.reference]);
      expect([total, counts.all, counts.unassigned]).toEqual([1, 1, 1]);
    }
    const foreign = await delegate.post<Queue>('/requests/search', { q: other.receipt.reference });
    expect(expectStatus(foreign, 200)).toMatchObject({ rows: [], total: 0 });
  });

  it('does not find what belongs to another branch, or to none', async () => {
    const delegate = await t.loginAs('delegate2');
    const nowhere = await delegate.get(`/requests/${ids.session}`);
    for (const id of [other.id, ids.request ?? '']) {
      const reply = await delegate.get(`/requests/${id}`);
      expect([reply.status, reply.text]).toEqual([404, nowhere.text]);
      const act = await delegate.post(`/requests/${id}/actions/withdraw`, { expectedVersion: 1 });
      expect([act.status, act.text]).toEqual([404, nowhere.text]);
    }
    expect((await delegate.get(`/files/${ids.file}`)).status).toBe(404);
    expect((await delegate.get(`/requests/${own.id}`)).status).toBe(200);
  });

  it('without a branch sees nothing', async () => {
    const stray = await s.newStaff('delegate', 'stray');
    expect(expectStatus(await stray.get<Queue>('/requests'), 200)).toMatchObject({
      rows: [],
      total: 0,
    });
    expect((await stray.get(`/requests/${own.id}`)).status).toBe(404);
  });
});

describe('Strapi’s own doors', () => {
  it.each([
    '/api/beneficiary-crm',
    '/api/beneficiary-crm/services',
    '/api/services',
    '/api/committees',
    '/api/crm/committees',
    '/api/message-templates',
    '/api/upload/files',
    '/api/users',
    '/api/faqs',
  ])('GET %s gives nothing to anybody', async (path) => {
    const reply = await clientOf(t.url).get(path);
    expect([path, [401, 403, 404, 405].includes(reply.status)]).toEqual([path, true]);
  });

  it.each([
    'content_editor',
    'relations_officer',
    'executive_director',
    'data_protection_officer',
  ] as const)(
    '%s does not find the committee in the Content Manager, nor makes an account or a role',
    async (role) => {
      const staff = await t.loginAs(role);
      const strapi = (path: string, init: RequestInit = {}) =>
        staff.send(`/..${path}`, { method: 'GET', ...init });
      for (const path of [
        '/content-manager/collection-types/plugin::beneficiary-crm.committee',
        '/admin/users',
        '/admin/roles',
        '/admin/api-tokens',
        '/content-type-builder/content-types',
      ])
        expect([path, (await strapi(path)).status]).toEqual([path, 403]);
      const headers = { 'content-type': 'application/json' };
      const user = await strapi('/admin/users', { method: 'POST', headers, body: '{}' });
      expect(user.status).toBe(403);
    },
  );
});

describe('a national ID', () => {
  it('and what an applicant writes appear in no answer to who may not see them, no log and no address', async () => {
    const from = heard.length;
    const logged = t.log.length;
    const need = `${canary.words} ${canary.english}`;
    const id = canaryId();
    const base = await s.body('assistance', services.committee, {
      applicant: {
        idType: 'national_id',
        idNumber: id,
        name: 'طائر الكناري',
        email: 'canary@example.com',
      },
    });
    const receipt = expectStatus(
      await t.visitor.post<Case['receipt']>(
        '/requests',
        { ...base, answers: { ...base.answers, need } },
        idempotent(),
      ),
      201,
    );
    const credentials = { reference: receipt.reference, accessCode: receipt.accessCode };
    const row = await t.crm
      .db('crm_requests')
      .where({ reference: receipt.reference })
      .first<{ id: string }>('id');
    ids = { ...ids, request: row.id };
    await t.visitor.post('/requests/track', credentials);
    await t.visitor.post('/requests/receipt', credentials);
    await t.visitor.post(
      '/requests',
      { ...base, applicant: { ...base.applicant, idNumber: `${id}0` } },
      idempotent(),
    );

    const officer = await t.loginAs('relations_officer');
    const found = await officer.post<Queue>('/requests/search', { q: id });
    expect(expectStatus(found, 200).rows.map(({ reference }) => reference)).toContain(
      receipt.reference,
    );
    const detail = expectStatus(await officer.get<RequestDetail>(`/requests/${row.id}`), 200);
    expect(detail.applicant.idMasked).toBe(`•••••••${id.slice(-3)}`);
    expect(detail.answers.map(({ shown }) => shown)).toContain(need);

    await Promise.all(
      roles.map(async (role) => {
        const staff = await t.loginAs(role);
        const { permissions: held } = rolePolicies[role];
        const mayRead = held.includes('requests.read');
        // Behind a closed door nobody reads: that each is closed was seen above.
        const open = adminRoutes().filter(({ permissions }) =>
          permissions.some((permission) => held.includes(permission)),
        );
        for (const route of open) {
          const { text } = await knock(staff, route);
          if (!mayRead)
            expect([
              role,
              route.path,
              text.includes(canary.english),
              text.includes('طائر الكناري'),
            ]).toEqual([role, route.path, false, false]);
        }
      }),
    );
    await t.drain();

    for (const { path, text } of heard.slice(from)) {
      expect([path, text.includes(id)]).toEqual([path, false]);
      expect(decodeURIComponent(path)).not.toMatch(
        new RegExp(`${id}|${canary.english}|كناري|canary@`),
      );
    }
    const log = t.log.slice(logged).join('\n');
    expect(log).toContain('POST /api/crm/requests');
    expect(log).not.toMatch(
      new RegExp(`${id}|${canary.english}|كناري|canary@|${receipt.accessCode}`),
    );
  }, 240_000);

  it('and what an applicant writes lie sealed in the database', async () => {
    const { rows } = (await t.crm.db.raw(
      `select table_schema as schema, table_name as table from information_schema.tables
        where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
    )) as { rows: { schema: string; table: string }[] };
    expect(rows.length).toBeGreaterThan(60);
    for (const { schema, table } of rows) {
      const held = (await t.crm.db.raw(
        `select count(*)::int as n from ??.?? as r where r::text like any (array[?, ?])`,
        [schema, table, `%${canaryId()}%`, `%${canary.english}%`],
      )) as { rows: { n: number }[] };
      expect([table, held.rows[0]?.n]).toEqual([table, 0]);
    }
  });
});
