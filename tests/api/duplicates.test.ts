/** Every road into the registry × everything by which two entries may be one person: what happens in each cell. */
import { randomUUID } from 'node:crypto';
import type {
  JudgedMatch,
  MatchDetail,
  MatchList,
  UndoneMerge,
} from '../../src/plugins/beneficiary-crm/contracts/duplicates';
import type { RequestDetail } from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  MatchCandidate,
  PersonSummary,
} from '../../src/plugins/beneficiary-crm/contracts/registry';
import type { SubmitReceipt } from '../../src/plugins/beneficiary-crm/contracts/website';
import type {
  EntryPath,
  MatchReason,
} from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import golden from '../../src/plugins/beneficiary-crm/server/src/kernel/arabic.golden.json';
import { CrmError } from '../../src/plugins/beneficiary-crm/server/src/kernel/errors';
import {
  filesByNumber,
  openCheckedFile,
  openFile,
  openFiles,
} from '../../src/plugins/beneficiary-crm/server/src/registry';
import { nameBlocks } from '../../src/plugins/beneficiary-crm/server/src/registry/matching.rules';
import type { NewPerson } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { submitBody } from '../../src/plugins/beneficiary-crm/contracts/website';
import { actingApplicant } from '../../src/plugins/beneficiary-crm/server/src/requests';
import {
  newCredentials,
  submitRequest,
} from '../../src/plugins/beneficiary-crm/server/src/requests/submit.service';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { bodies, Case, expectStatus, scenario, services } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;
let delegate: SignedIn;

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
  delegate = await t.loginAs('delegate');
}, 180_000);
afterAll(() => t?.stop());

const kinds: readonly MatchReason[] = ['id', 'phone', 'email', 'name_birth_year', 'name_household'];

let made = 0;
const letters = 'بتثجحخدذرزسشصضطظعغفقكلمن';
/** A word that nobody else has, so that each cell stands alone. */
const word = (n: number): string =>
  [...String(n).padStart(3, '0')]
    .map((digit, at) => letters.charAt(Number(digit) + at * 7))
    .join('');
/** A number with its check digit. */
function nationalId(n: number): string {
  const nine = `1${String(n).padStart(8, '0')}`;
  const sum = [...nine].reduce((held, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return held + (value > 9 ? value - 9 : value);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

/** Somebody with everything that is compared, and nothing of anybody else. */
function somebody(): Required<Pick<NewPerson, 'name' | 'birthYear' | 'contacts' | 'identity'>> {
  made += 1;
  return {
    name: `${word(made)} بن ${word(made + 100)} بن ${word(made + 200)} ${word(made + 300)}ي`,
    birthYear: 1950 + (made % 50),
    contacts: [
      { kind: 'mobile', value: `+96653${String(made).padStart(7, '0')}` },
      { kind: 'email', value: `p${made}@example.org` },
    ],
    identity: { type: 'national_id', number: nationalId(made) },
  };
}

/** Somebody else, who shares one thing with the first; names in another spelling. */
function twinOf(one: ReturnType<typeof somebody>, kind: MatchReason, household: string): NewPerson {
  const other = somebody();
  const [mobile, email] = one.contacts;
  switch (kind) {
    case 'id':
      return { ...other, identity: one.identity };
    case 'phone':
      return { ...other, contacts: mobile ? [mobile] : [] };
    case 'email':
      return { ...other, contacts: email ? [{ ...email, value: email.value.toUpperCase() }] : [] };
    case 'name_birth_year':
      return { ...other, name: one.name.replaceAll(' بن ', '  '), birthYear: one.birthYear };
    case 'name_household':
      return { ...other, name: one.name.replaceAll(' بن ', ' '), birthYear: 2001, household };
  }
}

/** Opens the first person's file, at home in a household. */
async function known(one: NewPerson, branch: string | null = null) {
  const household = randomUUID();
  const { id } = await t.crm.transaction((unit) =>
    openFile(unit, { ...one, branch }, { path: 'desk', staffId: officer.id }),
  );
  const at = t.crm.now();
  await t.crm.db('crm_households').insert({
    id: household,
    number: `H-${household.slice(0, 8)}`,
    created_at: at,
    updated_at: at,
  });
  await t.crm.db('crm_household_members').insert({
    id: randomUUID(),
    household_id: household,
    beneficiary_id: id,
    relationship: 'brother',
    since: '2026-01-01',
  });
  return { id, household };
}

interface PairRow {
  id: string;
  left_id: string;
  right_id: string;
  state: string;
  found_on: string;
  reasons: MatchReason[];
}
const pairsWith = (id: string): Promise<PairRow[]> =>
  t.crm.db('crm_file_matches').where({ left_id: id }).orWhere({ right_id: id });
/** `open import: phone`: how the pair with a known file stands. */
async function pairSaid(id: string): Promise<string> {
  const pairs = await pairsWith(id);
  return pairs.map((p) => `${p.state} ${p.found_on}: ${p.reasons.join()}`).join('; ') || 'no pair';
}

const asBody = ({ household: _at, ...person }: NewPerson) => person;

/** By the screen of the officers; a household is joined in the same step. */
async function byOfficer(path: EntryPath, kind: MatchReason): Promise<string> {
  const one = somebody();
  const { id, household } = await known(one);
  const twin = twinOf(one, kind, household);
  const before = await t.countRows();
  if (kind === 'name_household') {
    const staff = { id: officer.id, branch: null };
    const refused = await t.crm
      .transaction((unit) => openCheckedFile(unit, twin, { path, staffId: officer.id }, [], staff))
      .catch((error: unknown) => error);
    expect(await t.countRows()).toEqual(before);
    if (!(refused instanceof CrmError)) return 'opened';
    const [match] = refused.details.matches as MatchCandidate[];
    return `${refused.code}: ${match?.file.id === id ? match.reasons.join() : 'another'}`;
  }
  const reply = await officer.post('/beneficiaries', { ...asBody(twin), path }, idempotent());
  expect(await t.countRows()).toEqual(before);
  const { code, file, matches } = reply.error.details as {
    code: string;
    file?: PersonSummary;
    matches?: MatchCandidate[];
  };
  if (file) return `${code}: ${file.id === id ? 'shown' : 'another'}`;
  return `${code}: ${matches?.map((m) => (m.file.id === id ? m.reasons.join() : 'another')).join(';')}`;
}

/** By a delegate, of a person whose file is another branch's. */
async function byDelegate(kind: MatchReason): Promise<string> {
  const one = somebody();
  const { id, household } = await known(one, 'another-branch');
  const twin = twinOf(one, kind, household);
  if (kind === 'name_household') {
    const staff = { id: delegate.id, branch: 'wadi' };
    const entry = { path: 'delegate' as const, staffId: delegate.id };
    await t.crm.transaction((unit) => openCheckedFile(unit, twin, entry, [], staff));
    return pairSaid(id);
  }
  const reply = await delegate.post<{ id: string }>(
    '/beneficiaries',
    { ...asBody(twin), path: 'delegate' },
    idempotent(),
  );
  expect(reply.text).not.toContain(id);
  if (reply.status !== 201)
    return `${reply.error.details.code}: ${reply.error.details.file === null ? 'nothing shown' : 'shown'}`;
  return pairSaid(id);
}

async function byImport(kind: MatchReason): Promise<string> {
  const one = somebody();
  const { id, household } = await known(one);
  const twin = twinOf(one, kind, household);
  if (twin.identity && kind === 'id') {
    const files = await filesByNumber(t.crm, t.crm.db, [twin.identity]);
    return files.get(twin.identity.number)?.id === id ? 'known' : 'unknown';
  }
  const entry = { path: 'import' as const, staffId: null, importId: randomUUID() };
  if (kind === 'name_household') await t.crm.transaction((unit) => openFile(unit, twin, entry));
  else await t.crm.transaction((unit) => openFiles(unit, [twin, somebody()], entry));
  return pairSaid(id);
}

const submit = async (applicant: object) => {
  const receipt = expectStatus(
    await t.visitor.post<SubmitReceipt>(
      '/requests',
      await s.body('inquiry', undefined, { applicant }),
      idempotent(),
    ),
    201,
  );
  const row = await t.crm
    .db('crm_requests')
    .where({ reference: receipt.reference })
    .first<{ id: string }>('id');
  return { receipt, request: new Case(t, row.id, receipt, null) };
};
const applicantOf = (twin: NewPerson) => ({
  name: twin.name,
  phone:
    twin.contacts.find(({ kind }) => kind === 'mobile')?.value ??
    `+96654${String(made).padStart(7, '0')}`,
  ...(twin.contacts.find(({ kind }) => kind === 'email')
    ? { email: twin.contacts.find(({ kind }) => kind === 'email')?.value }
    : {}),
  ...(twin.identity ? { idType: 'national_id', idNumber: twin.identity.number } : {}),
});

/** What an officer finds beside a request: the file that it was given to, or those that it resembles. */
async function foundFor(request: Case, id: string): Promise<string> {
  const { applicant, matches } = await request.read();
  if (applicant.fileId) return applicant.fileId === id ? 'linked' : 'linked to another';
  return (
    matches.map((m) => `${m.state}: ${m.file.id === id ? m.reasons.join() : 'another'}`).join() ||
    'nothing'
  );
}

async function byWebsite(kind: MatchReason): Promise<string> {
  const one = somebody();
  const { id, household } = await known(one);
  const twin = twinOf(one, kind, household);
  const { request } = await submit({
    ...applicantOf(twin),
    // A website's applicant states no household: a name that is not whole says nothing.
    ...(kind === 'name_household' ? { name: one.name.split(' ').slice(-2).join(' ') } : {}),
  });
  return foundFor(request, id);
}

/** A file takes over, by a merge, what makes it resemble a third. */
async function byMerge(kind: MatchReason): Promise<string> {
  const one = somebody();
  const { id, household } = await known(one);
  const kept = somebody();
  const gone: NewPerson =
    kind === 'name_birth_year'
      ? { ...somebody(), name: one.name, birthYear: 1900 }
      : twinOf(one, kind, household);
  if (kind === 'id') return 'cannot be: the number stands once';
  const entry = { path: 'desk' as const, staffId: officer.id };
  const keptId = (
    await t.crm.transaction((unit) =>
      openFile(
        unit,
        { ...kept, birthYear: kind === 'name_birth_year' ? one.birthYear : kept.birthYear },
        entry,
      ),
    )
  ).id;
  const goneId = (await t.crm.transaction((unit) => openFile(unit, gone, entry))).id;
  // A clerk found these two; nothing of them is alike.
  const match = randomUUID();
  const [left, right] = [keptId, goneId].sort();
  await t.crm.db('crm_file_matches').insert({
    id: match,
    left_id: left,
    right_id: right,
    reasons: '["phone"]',
    found_on: 'desk',
    found_at: t.crm.now(),
  });
  expectStatus(
    await officer.post(`/matches/${match}/judge`, {
      verdict: 'same',
      keep: keptId,
      take: kind === 'name_birth_year' ? ['name'] : [],
    }),
    200,
  );
  const list = expectStatus(await officer.get<MatchList>('/matches?pageSize=100'), 200);
  const waiting = list.rows.filter(
    (row) => row.kind === 'files' && row.files.every((file) => [id, keptId].includes(file.id)),
  );
  return waiting
    .map((row) => (row.kind === 'files' ? `waiting ${row.foundOn}: ${row.reasons.join()}` : ''))
    .join('; ');
}

const officers = (reason: string) => ({
  id: 'error.file_exists: shown',
  phone: 'error.file_resembles: phone',
  email: 'error.file_resembles: email',
  name_birth_year: 'error.file_resembles: name_birth_year',
  name_household: `error.file_resembles: ${reason}`,
});
const pairs = (path: string) => ({
  phone: `open ${path}: phone`,
  email: `open ${path}: email`,
  name_birth_year: `open ${path}: name_birth_year`,
  name_household: `open ${path}: name_household`,
});
const cells: Record<
  EntryPath,
  { enter: (kind: MatchReason) => Promise<string>; said: Record<MatchReason, string> }
> = {
  desk: { enter: (kind) => byOfficer('desk', kind), said: officers('name_household') },
  phone: { enter: (kind) => byOfficer('phone', kind), said: officers('name_household') },
  letter: { enter: (kind) => byOfficer('letter', kind), said: officers('name_household') },
  api: { enter: (kind) => byOfficer('api', kind), said: officers('name_household') },
  delegate: {
    enter: byDelegate,
    said: { id: 'error.file_exists: nothing shown', ...pairs('delegate') },
  },
  import: { enter: byImport, said: { id: 'known', ...pairs('import') } },
  website: {
    enter: byWebsite,
    said: {
      id: 'linked',
      phone: 'open: phone',
      email: 'open: email',
      name_birth_year: 'open: name_birth_year',
      name_household: 'nothing',
    },
  },
  merge: {
    enter: byMerge,
    said: {
      id: 'cannot be: the number stands once',
      phone: 'waiting desk: phone',
      email: 'waiting desk: email',
      name_birth_year: 'waiting merge: name_birth_year',
      name_household: 'waiting desk: name_household',
    },
  },
};

describe.each(Object.entries(cells))('by the road "%s"', (_path, { enter, said }) => {
  it.each(kinds)('%s', async (kind) => {
    expect(await enter(kind)).toBe(said[kind]);
  });
});

it.each(golden.flatMap(({ input }) => [null, 1980].map((year) => [input, year] as const)))(
  'what %s (%s) is found by is the same in the rules and in the database',
  async (name, year) => {
    const { rows } = (await t.crm.db.raw(
      'select crm_name_blocks(crm_joined_name_key(?), ?::integer) as blocks',
      [name, year],
    )) as { rows: { blocks: string[] }[] };
    expect(nameBlocks(name, year)).toEqual(rows[0]?.blocks);
  },
);

it.each(['phone', 'email', 'name_birth_year'] as const)(
  'two who come in one part of an import are found beside each other by %s',
  async (kind) => {
    const one = somebody();
    const [first] = await t.crm.transaction((unit) =>
      openFiles(unit, [one, somebody(), twinOf(one, kind, '')], {
        path: 'import',
        staffId: null,
        importId: randomUUID(),
      }),
    );
    expect(await pairSaid(first?.id ?? '')).toBe(`open import: ${kind}`);
  },
);

describe('who applies on the website', () => {
  it('is answered the same whether a file is found, resembles, or is not there', async () => {
    const one = somebody();
    await known(one);
    const replies = [];
    for (const twin of [twinOf(one, 'id', ''), twinOf(one, 'phone', ''), somebody()]) {
      const { receipt, request } = await submit(applicantOf(twin));
      const { status, promise } = receipt;
      const tracked = await request.track();
      replies.push({
        keys: Object.keys(receipt).sort(),
        status,
        promise,
        timeline: tracked.timeline.map(({ event }) => event),
        tracked: Object.keys(tracked).sort(),
      });
    }
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toEqual(replies[0]);
  });
});

describe('a request that came before its file', () => {
  const entry = { path: 'desk' as const, staffId: null };
  const open = async (person: NewPerson): Promise<string> => {
    const { id } = await t.crm.transaction((unit) => openFile(unit, person, entry));
    await t.drain();
    return id;
  };
  /** as an import's job takes a chunk in */
  const take = async (person: NewPerson): Promise<string> => {
    const importId = randomUUID();
    const [file] = await t.crm.transaction(async (unit) => {
      const opened = await openFiles(unit, [somebody(), person], {
        path: 'import',
        staffId: officer.id,
        importId,
      });
      unit.record({
        type: 'file.imported',
        actor: { kind: 'staff', id: officer.id },
        subject: { kind: 'import', id: importId },
        data: { import: importId, chunk: 0 },
      });
      return opened.slice(1);
    });
    await t.drain();
    return file?.id ?? '';
  };
  const said = {
    id: 'linked',
    phone: 'open: phone',
    email: 'open: email',
    name_birth_year: 'open: name_birth_year',
  };
  const asked = Object.keys(said) as (keyof typeof said)[];

  it.each(asked)('finds it by %s when it is opened', async (kind) => {
    const one = somebody();
    const { request } = await submit(applicantOf(one));
    const twin = { ...twinOf(one, kind, ''), birthYear: null };
    expect(await foundFor(request, await open(twin))).toBe(said[kind]);
  });

  it.each(asked)('finds it by %s when it is imported', async (kind) => {
    const one = somebody();
    const { request } = await submit(applicantOf(one));
    const twin = { ...twinOf(one, kind, ''), birthYear: null };
    expect(await foundFor(request, await take(twin))).toBe(said[kind]);
  });

  it('is told in the chain, and the applicant learns nothing', async () => {
    const one = somebody();
    const { request } = await submit(applicantOf(one));
    const before = (await request.track()).timeline;
    await open(twinOf(one, 'id', ''));
    expect((await request.read()).timeline.map(({ event }) => event)).toContain(
      'request.file_linked',
    );
    expect((await request.track()).timeline).toEqual(before);
  });

  it('is left alone when it has ended, and when an officer held the person for another', async () => {
    const one = somebody();
    const ended = (await submit(applicantOf(one))).request;
    await t.crm.db('crm_requests').where({ id: ended.id }).update({ ended_at: t.crm.now() });
    const { request } = await submit(applicantOf(one));
    const id = await open(twinOf(one, 'phone', ''));
    expect(await foundFor(ended, id)).toBe('nothing');

    const [match] = (await request.read()).matches;
    expectStatus(
      await officer.post(`/request-matches/${match?.id}/judge`, { verdict: 'different' }),
      200,
    );
    const { seq } = await t.crm
      .db('crm_events')
      .where({ type: 'file.opened', subject_id: id })
      .first<{ seq: string }>('seq');
    await t.crm.transaction(async (unit) => unit.enqueue('follow_event', { seq: Number(seq) }));
    await t.drain();
    expect(await foundFor(request, id)).toBe('different: phone');
  });

  it.each(['phone', 'id'] as const)(
    'and is not there yet when it is opened: who opens it waits (%s)',
    async (kind) => {
      const one = somebody();
      const body = await s.body('inquiry', undefined, { applicant: applicantOf(one) });
      const credentials = newCredentials();
      let looked = () => {};
      let commit = () => {};
      const hasLooked = new Promise<void>((resolve) => (looked = resolve));
      const mayCommit = new Promise<void>((resolve) => (commit = resolve));
      const submitting = t.crm.transaction(async (unit) => {
        const sent = await submitRequest(
          unit,
          {
            body: { ...submitBody.parse(body), declaration: undefined },
            channel: 'website',
            branch: null,
            locale: 'ar',
            acting: actingApplicant,
          },
          credentials,
        );
        looked();
        await mayCommit;
        return sent;
      });
      await hasLooked;
      const staff = { id: officer.id, branch: null };
      const opening = t.crm
        .transaction((unit) => openCheckedFile(unit, twinOf(one, kind, ''), entry, [], staff))
        .then(async (file) => {
          await t.drain();
          return file;
        });
      await Promise.race([opening, somebodyWaits()]);
      commit();
      const [sent, { id }] = await Promise.all([submitting, opening]);
      expect(await foundFor(new Case(t, sent.id, sent, null), id)).toBe(said[kind]);
    },
  );
});

/** Until one connection waits for a lock that another holds. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = (await t.crm.db.raw(
      `select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    )) as { rows: unknown[] };
    if (rows.length > 0) return;
  }
}

describe('a request that resembles a file', () => {
  it('is given to it by an officer, taken back, and settled by the document that is seen', async () => {
    const one = somebody();
    const { id } = await known({ ...one, identity: null });
    const { request } = await s.replied('accepted');
    await t.crm.db('crm_request_matches').insert({
      id: randomUUID(),
      request_id: request.id,
      beneficiary_id: id,
      reasons: '["phone"]',
      found_at: t.crm.now(),
    });
    const [match] = (await request.read()).matches;
    const judge = (verdict: string) =>
      officer.post(`/request-matches/${match?.id}/judge`, { verdict });
    expectStatus(await judge('same'), 200);
    expect((await request.read()).applicant.fileId).toBe(id);
    expectStatus(await judge('different'), 200);
    expect((await request.read()).applicant.fileId).toBeNull();
    expectStatus(await judge('same'), 200);

    await request.do('relations_officer', 'enrol', {
      ...bodies.enrol,
      identityNumber: one.identity?.number,
    });
    const { applicant, enrolment, timeline } = await request.read();
    // The file had no number: the one that was seen is written into it, and no second file is opened.
    expect([applicant.fileId, enrolment?.fileNumber]).toEqual([id, applicant.fileNumber]);
    expect(await t.crm.db('crm_identities').where({ beneficiary_id: id })).toHaveLength(1);
    expect(timeline.map(({ event }) => event)).toContain('request.file_linked');
    expect((await judge('different')).error.details.code).toBe('error.request_enrolled');
  });

  it('is nobody’s business in another branch', async () => {
    const one = somebody();
    const { id } = await known(one, 'another-branch');
    const { request } = await submit(applicantOf(twinOf(one, 'phone', '')));
    const { branch } = await t.crm
      .db('crm_staff')
      .where({ admin_user_id: delegate.id })
      .first<{ branch: string }>('branch');
    await request.inBranch(branch);
    const match = await t.crm
      .db('crm_request_matches')
      .where({ request_id: request.id })
      .first<{ id: string }>('id');
    const seen = expectStatus(await delegate.get<RequestDetail>(`/requests/${request.id}`), 200);
    expect([seen.matches, JSON.stringify(seen).includes(id)]).toEqual([[], false]);
    expect(seen.timeline.map(({ event }) => event)).not.toContain('file.match_found');
    const reply = await delegate.post(`/request-matches/${match.id}/judge`, { verdict: 'same' });
    expect(reply.status).toBe(404);
  });

  it('goes to whom the document that was seen names, and its history says so', async () => {
    const { id } = await known(somebody());
    const right = somebody();
    const { id: rightId } = await known(right);
    const one = await s.referred(services.everything);
    const { request } = await s.replied('accepted', one);
    await t.crm.db('crm_requests').where({ id: request.id }).update({ beneficiary_id: id });
    // To be given to a file is not to be enrolled.
    expect(
      (await request.try('delivery_officer', 'start_delivery', bodies.start_delivery)).status,
    ).toBe(409);
    await request.do('relations_officer', 'enrol', {
      ...bodies.enrol,
      identityNumber: right.identity?.number,
    });
    const { applicant, timeline } = await request.read();
    expect(applicant.fileId).toBe(rightId);
    expect(timeline.map(({ event }) => event)).toContain('request.file_linked');
  });
});

describe('two files side by side', () => {
  let pair: string;
  let mother: string;
  let twin: string;
  beforeAll(async () => {
    const one = somebody();
    mother = (await known(one)).id;
    twin = (
      await t.crm.transaction((unit) =>
        openFile(unit, twinOf(one, 'phone', ''), { path: 'import', staffId: null }),
      )
    ).id;
    pair = (await pairsWith(twin))[0]?.id ?? '';
  });

  it('are shown field by field, with what each holds', async () => {
    const detail = expectStatus(await officer.get<MatchDetail>(`/matches/${pair}`), 200);
    if (detail.kind !== 'files') throw new Error('not a pair of files');
    expect(detail.sides.map(({ file }) => file.id).sort()).toEqual([mother, twin].sort());
    expect(detail.differs).toEqual(expect.arrayContaining(['name', 'birth']));
    expect(detail.sides[0]?.holds).toEqual({
      requests: 0,
      documents: 0,
      deliveries: 0,
      interactions: 0,
      household: 0,
    });
  });

  it('wait on when nobody is sure, merge, come apart, and rest when they are different', async () => {
    const judge = (body: object) => officer.post<JudgedMatch>(`/matches/${pair}/judge`, body);
    expectStatus(await judge({ verdict: 'unsure', note: 'تُسأل الأم' }), 200);
    const wrong = await judge({ verdict: 'same', keep: randomUUID() });
    expect(wrong.status).toBe(422);
    const { merge } = expectStatus(
      await judge({ verdict: 'same', keep: mother, take: ['name'] }),
      200,
    );
    expect(merge?.gone.id).toBe(twin);
    expect((await judge({ verdict: 'different' })).error.details.code).toBe('error.match_settled');
    const seen = expectStatus(await officer.get<MatchDetail>(`/matches/${pair}`), 200);
    expect(seen.kind === 'files' && seen.merge?.id).toBe(merge?.id);

    const undo = () =>
      officer.post<UndoneMerge>(`/merges/${merge?.id}/undo`, { reason: 'هما شخصان' });
    expect(expectStatus(await undo(), 200).left).toEqual([]);
    expect((await undo()).error.details.code).toBe('error.merge_undone');
    const again = expectStatus(await officer.get<MatchDetail>(`/matches/${pair}`), 200);
    expect([again.state, again.note]).toEqual(['unsure', 'تُسأل الأم']);

    expectStatus(await judge({ verdict: 'different' }), 200);
    const list = expectStatus(await officer.get<MatchList>('/matches?pageSize=100'), 200);
    expect(list.rows.map(({ id }) => id)).not.toContain(pair);
  });
});
