/** One box finds a person by whatever is known of them, in whatever spelling; nobody finds more than they may. */
import { Client } from 'pg';
import type { SearchResult } from '../../src/plugins/beneficiary-crm/contracts/registry';
import golden from '../../src/plugins/beneficiary-crm/server/src/kernel/arabic.golden.json';
import {
  searchWords,
  spellings,
} from '../../src/plugins/beneficiary-crm/server/src/registry/search.rules';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { heard, idempotent, issuesOf } from '../support/http';
import { expectStatus, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let officer: SignedIn;
let delegate: SignedIn;
let stranger: Case;
/** id of each person's file, by a short name */
const files: Record<string, string> = {};
const canary = '1000000073';

const open = async (short: string, person: object, staff = officer) => {
  const body = { path: 'desk', differentFrom: Object.values(files), ...person };
  const { id } = expectStatus(
    await staff.post<{ id: string }>('/beneficiaries', body, idempotent()),
    201,
  );
  files[short] = id;
};
const find = async (q: string, who: Who | SignedIn = officer, limit?: number) => {
  const staff = typeof who === 'string' ? await t.loginAs(who) : who;
  return expectStatus(
    await staff.post<SearchResult>('/beneficiaries/search', { q, ...(limit ? { limit } : {}) }),
    200,
  );
};
const found = async (q: string, who: Who | SignedIn = officer) =>
  (await find(q, who)).people.map(({ id }) => Object.keys(files).find((one) => files[one] === id));

beforeAll(async () => {
  t = await bootCrm();
  officer = await t.loginAs('relations_officer');
  delegate = await t.loginAs('delegate');
  await open('ahmad', {
    name: 'أَحْمَد بن عبد الله العتيبي',
    birthYear: 1980,
    city: 'الليث',
    identity: { type: 'national_id', number: canary },
    contacts: [
      { kind: 'mobile', value: '0551234567', preferred: true },
      { kind: 'landline', value: '012 736 1234' },
      { kind: 'email', value: 'ahmad.otaibi@example.com' },
    ],
  });
  await open('fatimah', { name: 'فاطمة محمد الزهراني', birthYear: 1990 });
  await open('son', { name: 'سعد أحمد عبدالله العتيبي', birthYear: 2010 });
  await open('visitor', {
    name: 'Maria Al-Santos',
    identity: { type: 'other', number: 'p-4471x' },
  });
  await open('dead', { name: 'مزنة هذال الشيباني', birthYear: 1930 });
  await open('living', { name: 'مزنة هذال الشيباني', birthYear: 1931 });
  await open('ours', { name: 'غزيل ظافر الدعجاني', birthYear: 1970 }, delegate);
  await open('gone', { name: 'منيفة ضيدان السهلي', birthYear: 1960 });
  await open('kept', { name: 'منيفه بنت ضيدان بن عوض السهلي', birthYear: 1960 });
  await t.crm.db('crm_beneficiaries').where({ id: files.dead }).update({ status: 'deceased' });
  await t.crm
    .db('crm_beneficiaries')
    .where({ id: files.gone })
    .update({ merged_into: files.kept, root_id: files.kept });
  stranger = await scenario(t).submitted('assistance', 'school-bag', {
    applicant: { name: 'جزاع مطلق العصيمي', phone: '0559998877', city: 'رابغ' },
  });
}, 180_000);
afterAll(() => t?.stop());

describe('a person is found', () => {
  it.each([
    'أحمد العتيبي',
    'احمد عبدالله',
    'أحمد بن عبدالله',
    'أحْمَد  عبد اللّٰه  العتيبي',
    'العتيبي أحمد',
    'أحمد عبدالله العت',
    'احمد عتيبي',
    'أحمد العتبي',
    'أحمد العتتيبي',
    'أحمد العطيبي',
    'أحمد العيتبي',
    'أمحد العتيبي',
    '0551234567',
    '٠٥٥١٢٣٤٥٦٧',
    '+966 (0)55 123 4567',
    '00966551234567',
    '234567',
    '0127361234',
    'Ahmad.Otaibi@EXAMPLE.com',
    canary,
    '١٠٠٠ ٠٠٠ ٠٧٣',
  ])('by «%s»', async (q) => {
    expect((await found(q))[0]).toBe('ahmad');
  });

  it.each([
    ['فاطمه', 'fatimah'],
    ['فاطمه الزهراني', 'fatimah'],
    ['فاطم', 'fatimah'],
    ['فا', 'fatimah'],
    ['ف', 'fatimah'],
    ['فاطة الزهراني', 'fatimah'],
    ['maria santos', 'visitor'],
    ['MARIA AL-SANTOS', 'visitor'],
    ['P-4471X', 'visitor'],
    ['p-4471x', 'visitor'],
  ])('«%s» is %s', async (q, who) => {
    expect((await found(q))[0]).toBe(who);
  });

  it('by the number of the file, however it is written', async () => {
    const { people } = await find('فاطمة محمد الزهراني');
    const fileNumber = people[0]?.fileNumber ?? '';
    for (const q of [
      fileNumber,
      fileNumber.toLowerCase(),
      fileNumber.slice(2),
      fileNumber.replace(/^B-0*/, 'b '),
    ])
      expect(await found(q)).toEqual(['fatimah']);
  });

  it('and it is said why, the best first: the whole name, then the rest', async () => {
    const { people } = await find('احمد عبد الله العتيبي');
    expect(people.map(({ id, by }) => [id, by])).toEqual([
      [files.ahmad, 'name'],
      [files.son, 'name'],
    ]);
    expect((await find(canary)).people.map(({ by }) => by)).toEqual(['id']);
    expect((await find('0551234567')).people.map(({ by }) => by)).toEqual(['phone']);
    expect((await find('أحمد العطيبي')).people.map(({ by }) => by)).toContain('near_name');
  });

  it('with enough to tell namesakes apart, and what is sensitive masked', async () => {
    const { people } = await find(canary);
    expect(people[0]).toMatchObject({
      id: files.ahmad,
      birthYear: 1980,
      city: 'الليث',
      idMasked: '•••••••073',
      phoneMasked: '05•••••567',
    });
  });

  it('by the name as it is now, and no longer by the one before', async () => {
    await open('renamed', { name: 'طرفة هليل المقاطي', birthYear: 1985 });
    await t.crm
      .db('crm_beneficiaries')
      .where({ id: files.renamed })
      .update({ name: 'طرفة هليل الكبكابي' });
    expect(await found('الكبكبي')).toEqual(['renamed']);
    expect(await found('طرفة المقاطي')).not.toContain('renamed');
  });
});

it('whoever has died stands behind the living of the same name', async () => {
  expect(await found('مزنة الشيباني')).toEqual(['living', 'dead']);
});

it('merged files answer once, as the one that speaks for them', async () => {
  expect(await found('منيفة السهلي')).toEqual(['kept']);
  expect(await found('منيفة ضيدان السهلي')).toEqual(['kept']);
});

it('no more are shown than asked for, and that there are more is said', async () => {
  const { people, more } = await find('مزنة الشيباني', officer, 1);
  expect(people).toHaveLength(1);
  expect(more).toBe(true);
  expect((await find('مزنة الشيباني')).more).toBe(false);
});

describe('a request', () => {
  it('of somebody without a file is found by name, phone and reference', async () => {
    const { reference } = stranger.receipt;
    for (const q of [
      'جزاع العصيمي',
      'جزع العصيمي',
      '0559998877',
      reference,
      reference.toLowerCase().replace('-', ' '),
    ]) {
      const { requests } = await find(q);
      expect(requests.map((hit) => hit.reference)).toEqual([reference]);
      expect(requests[0]).toMatchObject({ city: 'رابغ', phoneMasked: '05•••••877' });
    }
  });

  it('of somebody with a file leads to the file; by its reference to both', async () => {
    const { reference } = stranger.receipt;
    await t.crm.db('crm_requests').where({ reference }).update({ beneficiary_id: files.living });
    expect(await find('جزاع العصيمي')).toMatchObject({ people: [], requests: [] });
    const { people, requests } = await find(reference);
    expect(people.map(({ id, by }) => [id, by])).toEqual([[files.living, 'reference']]);
    expect(requests.map((hit) => hit.reference)).toEqual([reference]);
    await t.crm.db('crm_requests').where({ reference }).update({ beneficiary_id: null });
  });
});

describe('nobody finds more than they may', () => {
  it('a delegate finds the own branch only, by name and by number', async () => {
    expect(await found('غزيل الدعجاني', delegate)).toEqual(['ours']);
    expect(await found('غزل الدعجاني', delegate)).toEqual(['ours']);
    for (const q of [
      'أحمد العتيبي',
      'أحمد العطيبي',
      canary,
      '0551234567',
      '234567',
      'ahmad.otaibi@example.com',
    ])
      expect(await found(q, delegate)).toEqual([]);
    expect((await find('جزاع العصيمي', delegate)).requests).toEqual([]);
    expect((await find(stranger.receipt.reference, delegate)).requests).toEqual([]);
  });

  it('a file merged into one of the own branch answers to a delegate, one of another does not', async () => {
    await open('ours before', { name: 'شقحاء مذكر الشلوي', birthYear: 1971 });
    const merge = (id: string | undefined, into: string | undefined) =>
      t.crm.db('crm_beneficiaries').where({ id }).update({ merged_into: into, root_id: into });
    await merge(files['ours before'], files.ours);
    expect(await found('شقحاء الشلوي', delegate)).toEqual(['ours']);
    await merge(files['ours before'], files.fatimah);
    expect(await found('شقحاء الشلوي', delegate)).toEqual([]);
    expect(await found('شقحاء الشلوي')).toEqual(['fatimah']);
  });

  it('whoever reads no requests is shown none, and who may read neither is refused', async () => {
    const member = await t.loginAs('committee_member');
    const refused = await member.post('/beneficiaries/search', { q: 'أحمد' });
    expect(refused.status).toBe(403);
  });
});

describe('whatever is typed', () => {
  it.each([
    '%',
    '_',
    '\\',
    '😀',
    "' or 1=1 --",
    'بن',
    'م'.repeat(120),
    'م '.repeat(60).trim(),
    '?',
    '@*',
    '^احمد',
  ])('«%s» is answered', async (q) => {
    const { people } = await find(q);
    expect(people.length).toBeLessThanOrEqual(12);
  });

  it.each(['', '   ', '\u200f', 'م'.repeat(121)])('«%s» is refused with its reason', async (q) => {
    const reply = await officer.post('/beneficiaries/search', { q });
    expect(reply.status).toBe(422);
    expect(issuesOf(reply)[0]).toMatch(/^q: /);
  });
});

it('many who open files with the same new names at once do not wait for each other for ever', async () => {
  const names = ['زيرباص', 'طحلوب', 'كنعاص', 'برهوش', 'دحنوس'];
  await Promise.all(
    Array.from({ length: 8 }, (_, turn) =>
      t.crm.transaction(async ({ trx }) => {
        const words = turn % 2 === 0 ? names : [...names].reverse();
        for (const [place, word] of words.entries())
          await trx.raw(
            `insert into crm_beneficiaries (id, root_id, file_number, name, created_at, updated_at)
             select id, id, ?, ?, now(), now() from (select gen_random_uuid() as id) one`,
            [`T-${turn}-${place}`, `${word} الحارثي`],
          );
      }),
    ),
  );
  expect((await find('زيرباص')).people).toHaveLength(8);
});

it('what was typed stands in no address and no log', () => {
  expect(heard.filter(({ path }) => path.includes(canary) || path.includes('%D8'))).toEqual([]);
  expect(t.log.filter((line) => line.includes(canary) || line.includes('العتيبي'))).toEqual([]);
});

describe('the rules and the database mean the same', () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: t.databaseUrl });
    await client.connect();
  });
  afterAll(() => client.end());

  it.each([...golden.map(({ input }) => input), 'A-B/C.د،هـ (و)', 'بن', 'ابن سعد بنت'])(
    '«%s»',
    async (input) => {
      const { rows } = await client.query<{ words: string[] }>(
        'select crm_words_of_name($1) as words',
        [input],
      );
      expect(rows).toEqual([{ words: searchWords(input) }]);
      for (const word of searchWords(input)) {
        const { rows: keys } = await client.query<{ keys: string[] }>(
          'select crm_spellings($1) as keys',
          [word],
        );
        expect(keys[0]?.keys.sort()).toEqual(spellings(word).sort());
      }
    },
  );
});
