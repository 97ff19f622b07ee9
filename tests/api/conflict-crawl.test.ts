/**
 * Whoever declared a conflict learns nothing more of the matter: every answer of the admin API to the conflicted chair,
 * and to a conflicted member who holds every other role as well, is byte for byte what it was before the matter
 * existed, at each stage of the matter. What has its id costs and says what an id that is nobody's does.
 */
import { randomUUID } from 'node:crypto';
import { queueSorts, queueViews } from '../../src/plugins/beneficiary-crm/contracts/queue';
import { roles } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import type { SessionDetail } from '../../src/plugins/beneficiary-crm/contracts/sessions';
import { roleCode } from '../../src/plugins/beneficiary-crm/server/src/kernel/roles';
import type { AdminRoute } from '../../src/plugins/beneficiary-crm/server/src/kernel/room';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { clientOf, idempotent } from '../support/http';
import {
  bodies,
  expectStatus,
  Item,
  reasonOfDecision,
  scenario,
  services,
} from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';
import { password } from '../support/template';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;
let chair: SignedIn;
/** sits on the committee, and holds every role there is */
let everyone: SignedIn;
/** the member who leads when the chair may not, and others who vote */
let voters: SignedIn[];

/** on the agenda beside the hidden one; its page and its item are read at every stage */
let neighbour: Case;
/** only its papers are read: that somebody read them is told on its own page */
let printed: Case;
let session: string;
let agenda: { request: string; item: string }[];
let person: string;

const applicant = {
  name: 'زاهية بنت مطلق الخفاجي',
  idType: 'national_id' as const,
  idNumber: '1000000008',
  phone: '+966551119999',
  email: 'zahia@example.org',
};
const monday = '2026-11-30';

async function inEveryRole(): Promise<SignedIn> {
  const adminRoles = t.strapi.service('admin::role') as unknown as {
    findOne(where: object): Promise<{ id: number }>;
  };
  const users = t.strapi.service('admin::user') as unknown as {
    create(user: object): Promise<{ id: number }>;
  };
  const held = await Promise.all(
    roles.map(async (role) => (await adminRoles.findOne({ code: roleCode(role) })).id),
  );
  const email = 'everyone@alkitab.example';
  const { id } = await users.create({
    firstname: 'سعد',
    lastname: 'الجامع',
    email,
    password,
    isActive: true,
    registrationToken: null,
    roles: held,
  });
  const login = await clientOf(t.url).post<{ token: string }>('/admin/login', { email, password });
  const authorization = `Bearer ${expectStatus(login, 200).token}`;
  return { ...clientOf(`${t.url}/beneficiary-crm`, { authorization }), id, email };
}

beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({ SMTP_URL: smtp.url, MAIL_FROM: 'association@example.org' });
  s = scenario(t);
  chair = await t.loginAs('chair');
  everyone = await inEveryRole();
  voters = [await t.loginAs('deputy'), await t.loginAs('secretary'), await t.loginAs('member1')];
  await s.seat([
    { seat: 'chair', member: chair.id },
    { seat: 'deputy', member: voters[0]?.id ?? 0 },
    { seat: 'secretary', member: voters[1]?.id ?? 0 },
    { seat: 'member', member: voters[2]?.id ?? 0 },
    { seat: 'member', member: everyone.id },
  ]);
  await theOthers();
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});

/** A request of the family, taken up by the officer. */
async function taken(service: string): Promise<Case> {
  const one = await s.submitted('assistance', service, { applicant });
  await one.do('relations_officer', 'start_check');
  return one;
}

/** The world without the hidden matter: the same family's earlier request, and an agenda of three. */
async function theOthers(): Promise<void> {
  const earlier = await taken(services.committee);
  await earlier.checkEverything();
  await earlier.do('relations_officer', 'refer_to_committee');
  const first = await s.decided('accepted', earlier, ['chair', ...voters, everyone]);
  expectStatus(
    await first.step('chair', 'release', { reason: 'الأسرة مهددة بالإخلاء هذا الأسبوع.' }),
    200,
  );
  await t.drain();
  await earlier.do('relations_officer', 'enrol', bodies.enrol);
  const file = await t.crm
    .db('crm_requests')
    .where({ id: earlier.id })
    .first<{ beneficiary_id: string }>('beneficiary_id');
  person = file.beneficiary_id;
  neighbour = await s.referred();
  printed = await s.referred();
  const item = await s.onAgenda(await s.referred());
  session = item.session;
  agenda = await t.crm
    .db('crm_agenda_items')
    .where({ session_id: session })
    .orderBy('position')
    .select<typeof agenda>('request_id as request', 'id as item');
  await overdue(neighbour);
  await t.drain();
}

/** A step of the request has taken too long, and those who oversee are told. */
async function overdue(one: Case): Promise<void> {
  const at = new Date(t.crm.now().getTime() - 86_400_000);
  await t.crm.db('crm_requests').where({ id: one.id }).update({ step_due_at: at });
  await t.crm
    .db('crm_step_clocks')
    .where({ request_id: one.id })
    .whereNull('ended_at')
    .update({ due_at: at, remind_at: at });
  await t.crm.rooms.find(({ name }) => name === 'notices')?.jobs?.mind_steps?.(t.crm, {});
  await t.drain();
}

/* ---- what is read ---- */

const routes = (): AdminRoute[] =>
  t.crm.rooms
    .flatMap((room) => [...(room.adminRoutes ?? [])])
    .filter(({ method }) => method === 'GET');

/**
 * Leaves a trace where it is read; and what is meant to differ: a member's own declarations, and the hours of a
 * colleague, which are taken by whatever it is.
 */
const apart = (path: string): boolean =>
  path === '/committee/conflicts' ||
  path === '/appointments/slots' ||
  /^\/(files|messages|deliveries)\/:id|case-file$|\/(letter|declaration|signature|file)$/.test(
    path,
  );

const everyView = (more: readonly string[]): string[] =>
  queueViews.flatMap((view) => more.map((one) => `?view=${view}${one}`));

/** The query strings of the lists, each as far as it narrows or orders. */
const asked = (): Readonly<Record<string, readonly string[]>> => ({
  '/requests': [
    ...everyView(['', '&pageSize=1&page=2']),
    ...queueSorts.map((by) => `?view=all&sort=${by}`),
    '?status=committee',
    '?status=accepted',
    '?kind=assistance',
    '?channel=website',
    `?service=${services.committee}`,
    '?assignee=none',
    '?assignee=gone',
    '?from=2026-11-01&to=2026-11-30',
    '?step=overdue',
    '?view=all&locale=en',
  ],
  '/queue/board': everyView(['', '&cards=1']),
  '/messages': ['?view=all&pageSize=100', '?view=failed', '?view=waiting', '?status=sent'],
  '/notices': ['?view=all', '?view=unread', '?view=all&pageSize=1&page=2'],
  '/stalled': ['', '?status=committee', '?kind=assistance', '?pageSize=1&page=2'],
  '/matches': ['?kind=files', '?kind=request'],
  '/deliveries': ['?view=overdue', '?view=today', '?view=week', '?view=proposed'],
  '/operations/figures': ['', '?period=quarter', '?period=month', '?period=year'],
  '/satisfaction/figures': ['', '?period=month'],
  '/beneficiaries': ['', '?sort=name', '?pageSize=1'],
  '/appointments': [`?from=2026-11-01&to=2026-11-30`],
  '/appointments/party': [`?person=${person}`],
  '/answer-templates': ['?purpose=accept&kind=assistance'],
});

const idIn = (path: string): string => {
  if (path.startsWith('/requests')) return neighbour.id;
  if (path.startsWith('/sessions')) return session;
  if (path.startsWith('/beneficiaries')) return person;
  return session;
};
const itemOf = (one: Case): string => agenda.find(({ request }) => request === one.id)?.item ?? '';

/** Addresses of every GET route, in an order that does not change. */
const addresses = (): string[] =>
  routes()
    .filter(({ path }) => !apart(path))
    .flatMap(({ path }) => {
      const filled = path.replace(':id', idIn(path)).replace(':item', itemOf(neighbour));
      return (asked()[path] ?? ['']).map((query) => filled + query);
    });

/** What a search for the hidden matter, or for anybody, may be typed as. */
const typed = (reference: string): string[] => [
  reference,
  applicant.name,
  'زاهية',
  'الخفاجي',
  applicant.idNumber,
  '0551119999',
  applicant.email,
  neighbour.receipt.reference,
  'بن',
];

interface Heard {
  asked: string;
  status: number;
  text: string;
}

/** Everything that one person can read, in order. */
async function crawl(reader: SignedIn, reference: string): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const address of addresses()) {
    const { status, text } = await reader.get(address);
    heard.push({ asked: address, status, text });
  }
  for (const q of typed(reference)) {
    for (const [path, body] of [
      ['/requests/search', { q }],
      ['/requests/search', { q, view: 'mine' }],
      ['/queue/board', { q, view: 'all' }],
      ['/beneficiaries/search', { q }],
    ] as const) {
      const { status, text } = await reader.post(path, body);
      heard.push({ asked: `${path} ${JSON.stringify(body)}`, status, text });
    }
  }
  return heard;
}

/** A paper is compared apart: reading it is written down, on the page of what was read. */
const papers = async (reader: SignedIn): Promise<Heard[]> => {
  const item = itemOf(printed);
  const heard: Heard[] = [];
  for (const address of [
    `/requests/${printed.id}/case-file`,
    `/sessions/${session}/items/${item}/case-file`,
  ]) {
    const { status, bytes } = await reader.get(address);
    heard.push({ asked: address, status, text: bytes.toString('latin1') });
  }
  return heard;
};

const readAll = async (reader: SignedIn, reference: string) => [
  ...(await crawl(reader, reference)),
  ...(await papers(reader)),
];

/* ---- the hidden matter ---- */

/** The reference and the ID of the matter, known before it exists: what is searched for is the same at every time. */
let reference: string;
let hidden: Item;
let before: Map<SignedIn, Heard[]>;
let appointment: string;
/** sent before the conflict was declared */
let mails: number;

/** Everything that hangs on a request: messages, an appointment, what was said, a notice, somebody's hands. */
async function submit(): Promise<Case> {
  const one = await taken(services.everything);
  await t.crm.db('crm_requests').where({ id: one.id }).update({ reference });
  await t.crm.db('crm_requests').where({ id: one.id }).update({ assignee_id: everyone.id });
  await one.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
  await one.do('researcher', 'write_study', bodies.write_study);
  await one.do('researcher', 'answer_research', bodies.answer_research);
  await one.checkEverything();
  await one.do('relations_officer', 'refer_to_committee');
  const officer = await t.loginAs('relations_officer');
  const said = { request: one.id, channel: 'phone', reason: 'inquiry', summary: 'سألت عن طلبها' };
  expectStatus(await officer.post('/interactions', said, idempotent()), 201);
  const researcher = await t.loginAs('researcher');
  const visit = {
    kind: 'home_visit',
    request: one.id,
    staff: researcher.id,
    startsAt: `${monday}T07:00:00.000Z`,
    minutes: 30,
  };
  const booked = await officer.post<{ id: string }>('/appointments', visit, idempotent());
  appointment = expectStatus(booked, 201).id;
  await t.drain();
  return one;
}

/** On the agenda in the place of the neighbour, which moves with those behind it: what is read of it must not tell. */
async function putOnAgenda(one: Case): Promise<Item> {
  const { db } = t.crm;
  const place = agenda.findIndex(({ request }) => request === neighbour.id);
  await db('crm_agenda_items').where({ session_id: session }).increment('position', 100);
  for (const [at, { item }] of agenda.entries())
    await db('crm_agenda_items')
      .where({ id: item })
      .update({ position: at < place ? at + 1 : at + 2 });
  const id = randomUUID();
  await db('crm_agenda_items').insert({
    id,
    session_id: session,
    request_id: one.id,
    position: place + 1,
    created_at: t.crm.now(),
  });
  return new Item(t, session, id, one);
}

async function declare(item: Item): Promise<void> {
  for (const [member, ground] of [
    [chair, 'relative'],
    [everyone, 'interest'],
  ] as const)
    expectStatus(await item.step(member, 'recusals', { ground }), 201);
}

/** The answers that are not what they were. */
const differences = (was: readonly Heard[], is: readonly Heard[]): string[] => [
  ...(was.length === is.length ? [] : ['not the same addresses']),
  ...is.flatMap((one, at) => {
    const other = was[at];
    return other?.asked === one.asked && other.status === one.status && other.text === one.text
      ? []
      : [one.asked];
  }),
];

async function expectNothingLearnt(): Promise<void> {
  for (const [reader, was] of before)
    expect([reader.email, differences(was, await readAll(reader, reference))]).toEqual([
      reader.email,
      [],
    ]);
}

describe('a matter that is hidden from the chair, and from a member in every other role', () => {
  beforeAll(async () => {
    reference = '9ZZZ-9ZZZ';
    before = new Map();
    for (const reader of [chair, everyone]) before.set(reader, await readAll(reader, reference));
    const one = await submit();
    hidden = await putOnAgenda(one);
    // They were told of it like everybody who oversees, until they declared their conflict.
    await overdue(one);
    await declare(hidden);
    mails = smtp.mails.length;
  }, 180_000);

  it('was read as a whole before, by readers who may open what they asked for', () => {
    const [ofChair, ofEveryone] = [...before.values()];
    const open = (heard: Heard[] | undefined) =>
      heard?.filter(({ status }) => status === 200) ?? [];
    expect(open(ofEveryone).length).toBeGreaterThan(120);
    expect(open(ofChair).length).toBeGreaterThan(5);
    expect(ofEveryone?.filter(({ status }) => status >= 500)).toEqual([]);
    const wrong = ofEveryone?.filter(({ status }) => status === 422 || status === 400) ?? [];
    expect(wrong.map(({ asked: address }) => address)).toEqual([]);
  });

  it('is seen by the others, in the same lists', async () => {
    const officer = await t.loginAs('relations_officer');
    const director = await t.loginAs('executive_director');
    for (const [reader, path] of [
      [officer, '/requests?view=all'],
      [director, '/stalled'],
      [director, '/notices?view=all'],
      [officer, `/beneficiaries/${person}`],
      [officer, '/messages?view=all&pageSize=100'],
    ] as const)
      expect([path, (await reader.get(path)).text.includes(reference)]).toEqual([path, true]);
    const { agenda: shown } = expectStatus(
      await officer.get<SessionDetail>(`/sessions/${session}`),
      200,
    );
    expect(shown.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });

  it(
    'is in nothing that they read once they have declared their conflict',
    expectNothingLearnt,
    120_000,
  );

  it('nor when it is opened and voted on', async () => {
    expectStatus(await hidden.step(voters[0] ?? 'deputy', 'open'), 200);
    for (const voter of voters) expectStatus(await hidden.vote(voter, 'accept'), 201);
    await expectNothingLearnt();
  }, 120_000);

  it('nor when it is closed, decided and answered', async () => {
    const deputy = voters[0] ?? 'deputy';
    for (const member of [chair, everyone]) {
      const { id: memberId } = member;
      const present = { memberId, state: 'present' };
      expectStatus(await hidden.step(deputy, 'attendance', present), 200);
    }
    expectStatus(await hidden.step(deputy, 'close'), 200);
    await expectNothingLearnt();
    expectStatus(await hidden.step(deputy, 'decision', { reason: reasonOfDecision }), 200);
    expectStatus(await hidden.step(deputy, 'release', { reason: reasonOfDecision }), 200);
    await t.drain();
    expect(await hidden.request.row()).toMatchObject({ status: 'accepted' });
    await expectNothingLearnt();
  }, 180_000);

  it('and no mail about it is sent to them, while the others are told', async () => {
    await overdue(hidden.request);
    await expectNothingLearnt();
    const since = smtp.mails.slice(mails);
    const to = (member: SignedIn) => since.filter((mail) => mail.to === member.email);
    expect([to(chair), to(everyone)]).toEqual([[], []]);
    expect(since.some(({ text }) => text.includes(reference))).toBe(true);
  });

  it('what has its id says and costs what an id that is nobody’s does', async () => {
    const of = async (table: string): Promise<string> => {
      const row = await t.crm
        .db(table)
        .where({ request_id: hidden.request.id })
        .first<{ id: string }>('id');
      return row.id;
    };
    const file = await of('crm_files');
    const message = await of('crm_messages');
    const mine: Readonly<Record<string, string>> = {
      '/requests': hidden.request.id,
      '/files': file,
      '/messages': message,
      '/appointments': appointment,
    };
    const withIds = routes().filter(({ path }) => path.includes(':'));
    for (const { path } of withIds) {
      const room = `/${path.split('/')[1] ?? ''}`;
      const own = mine[room];
      const [real, nobodys] = path.includes(':item')
        ? [hidden.id, randomUUID()].map((item) =>
            path.replace(':id', session).replace(':item', item),
          )
        : [own ?? '', randomUUID()].map((id) => path.replace(':id', id));
      if (own === undefined && !path.includes(':item')) continue;
      for (const reader of [chair, everyone]) {
        const there = await counted(reader, real ?? '');
        const nowhere = await counted(reader, nobodys ?? '');
        expect([path, reader.email, there]).toEqual([path, reader.email, nowhere]);
        if (reader === everyone) expect([path, there.status]).toEqual([path, 404]);
      }
    }
  }, 60_000);

  it('would be everywhere without the rule: this crawl sees it there', async () => {
    for (const name of ['crm_hidden_requests', 'crm_hidden_items'])
      await t.crm.db.raw(
        `create or replace function ${name}(person integer) returns setof uuid language sql stable as
           $$ select null::uuid where false $$`,
      );
    const was = before.get(everyone) ?? [];
    const found = differences(was, await readAll(everyone, reference));
    const lists = new Set(found.map((address) => address.split('?')[0]?.split(' ')[0]));
    const expected = [
      '/requests',
      '/queue/board',
      '/queue/colleagues',
      '/home',
      '/sessions',
      `/sessions/${session}`,
      '/messages',
      '/notices',
      '/stalled',
      '/operations/figures',
      '/beneficiaries',
      `/beneficiaries/${person}`,
      '/appointments',
      '/requests/search',
      '/beneficiaries/search',
      `/sessions/${session}/items/${itemOf(neighbour)}`,
      `/sessions/${session}/projector`,
    ];
    expect(expected.filter((address) => !lists.has(address))).toEqual([]);
  }, 60_000);

  /** The answer, and how many statements the product asked for it. */
  async function counted(reader: SignedIn, address: string) {
    let statements = 0;
    const count = () => void (statements += 1);
    t.crm.db.on('query', count);
    try {
      const { status, text } = await reader.get(address);
      return { status, text, statements };
    } finally {
      t.crm.db.removeListener('query', count);
    }
  }
});
