/** Opening a file: one for each person, whoever enters whom by whatever road, and at whatever moment. */
import { randomUUID } from 'node:crypto';
import type {
  MatchCandidate,
  PersonSummary,
} from '../../src/plugins/beneficiary-crm/contracts/registry';
import type { MatchReason } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { heard, idempotent, issuesOf } from '../support/http';
import { expectStatus } from '../support/scenario';

let t: TestCrm;
let officer: SignedIn;
let delegate: SignedIn;

beforeAll(async () => {
  t = await bootCrm();
  officer = await t.loginAs('relations_officer');
  delegate = await t.loginAs('delegate');
}, 180_000);
afterAll(() => t?.stop());

interface Opened {
  id: string;
  fileNumber: string;
}
const open = (person: object, staff = officer, key?: string) =>
  staff.post<Opened>('/beneficiaries', { path: 'desk', ...person }, idempotent(key));
const opened = async (person: object, staff = officer) =>
  expectStatus(await open(person, staff), 201);
const mobile = (value: string) => ({ contacts: [{ kind: 'mobile', value }] });
const national = (number: string) => ({ identity: { type: 'national_id', number } });

interface PairRow {
  left_id: string;
  right_id: string;
  reasons: MatchReason[];
  state: string;
  found_on: string;
  judged_by: number | null;
}
const pairsOf = async (id: string): Promise<PairRow[]> =>
  t.crm.db('crm_file_matches').where({ left_id: id }).orWhere({ right_id: id });
const otherOf = (pair: PairRow, id: string) => (pair.left_id === id ? pair.right_id : pair.left_id);
const eventsOf = async (id: string): Promise<string[]> =>
  t.crm.db('crm_events').where({ subject_id: id }).orderBy('seq').pluck('type');

describe('a file', () => {
  it('keeps what the officer wrote, every value in its one form, as one event', async () => {
    const { id, fileNumber } = await opened({
      name: 'هيلة  بنت ناصر القثامي',
      sex: 'female',
      birthDate: '1979-03-01',
      city: 'قيا',
      latitude: 21.35,
      longitude: 41.2,
      preferredTimes: ['morning', 'morning'],
      categories: ['orphans', 'orphans'],
      contacts: [
        { kind: 'mobile', value: '٠٥٥ ١١١ ٠٠٠١', preferred: true },
        { kind: 'landline', value: '012 736 1234' },
        { kind: 'email', value: 'Hila@Example.com' },
      ],
      ...national('1000000016'),
    });
    expect(fileNumber).toMatch(/^B-\d{6,}$/);
    const row = await t.crm.db('crm_beneficiaries').where({ id }).first();
    expect(row).toMatchObject({
      name: 'هيلة بنت ناصر القثامي',
      birth_date: '1979-03-01',
      birth_year: 1979,
      latitude: 21.35,
      source: 'desk',
      opened_by: officer.id,
      branch: null,
      root_id: id,
    });
    const contacts = await t.crm.db('crm_contact_points').where({ beneficiary_id: id });
    expect(contacts.map(({ kind, value, preferred }) => [kind, value, preferred]).sort()).toEqual([
      ['email', 'Hila@example.com', false],
      ['landline', '+966127361234', false],
      ['mobile', '+966551110001', true],
    ]);
    expect(await eventsOf(id)).toEqual(['file.opened']);
  });

  it('is opened once for a second click', async () => {
    const key = randomUUID();
    const person = { name: 'شاكر الزهراني', ...mobile('0551110002') };
    const [first, second] = await Promise.all([
      open(person, officer, key),
      open(person, officer, key),
    ]);
    expect(expectStatus(first, 201)).toEqual(expectStatus(second, 201));
    expect(await t.crm.db('crm_beneficiaries').where({ name: 'شاكر الزهراني' })).toHaveLength(1);
  });

  it.each([
    [{ name: 'ا' }, ['name: too_short']],
    [{ name: 'سعد الثبيتي', birthDate: '1980-01-01', birthYear: 1981 }, ['birthYear: birth_year']],
    [{ name: 'سعد الثبيتي', birthDate: '2027-01-01' }, ['birthDate: future']],
    [{ name: 'سعد الثبيتي', birthYear: 2030 }, ['birthYear: future']],
    [{ name: 'سعد الثبيتي', latitude: 21 }, ['latitude: both_coordinates']],
    [{ name: 'سعد الثبيتي', categories: ['nobility'] }, ['categories.0: option']],
    [{ name: 'سعد الثبيتي', ...mobile('0127361234') }, ['contacts.0.value: phone']],
    [{ name: 'سعد الثبيتي', ...national('1000000000') }, ['identity.number: id.checksum']],
    [{ name: 'سعد الثبيتي', ...national('2000000006') }, ['identity.number: id.kind']],
    [{ name: 'سعد الثبيتي', path: 'import' }, ['path: option']],
  ])('is refused with the field named: %j', async (person, issues) => {
    const before = await t.countRows();
    const reply = await open(person);
    expect([reply.status, issuesOf(reply)]).toEqual([422, issues]);
    expect(await t.countRows()).toEqual(before);
  });

  it('is not opened for a number that has one: the answer shows whose, masked', async () => {
    const { id } = await opened({
      name: 'بدر العصيمي',
      ...national('1000000024'),
      ...mobile('0551110003'),
    });
    const before = await t.countRows();
    const reply = await open({
      name: 'بدر سعد العصيمي',
      ...national('١٠٠٠٠٠٠٠٢٤'),
      differentFrom: [id],
    });
    expect([reply.status, reply.error.details.code]).toEqual([409, 'error.file_exists']);
    expect(reply.error.details.file as PersonSummary).toMatchObject({
      id,
      name: 'بدر العصيمي',
      idMasked: '•••••••024',
      phoneMasked: '05•••••003',
    });
    expect(reply.text).not.toContain('1000000024');
    expect(await t.countRows()).toEqual(before);
  });

  it('is not opened beside one that it resembles, until the officer has looked at that one', async () => {
    const mother = await opened({ name: 'منيرة الجعيد', ...mobile('0551110004') });
    const son = { name: 'خالد الجعيد', ...mobile('+966 55 111 0004') };
    const before = await t.countRows();
    const refused = await open(son);
    expect([refused.status, refused.error.details.code]).toEqual([409, 'error.file_resembles']);
    const [match, ...more] = refused.error.details.matches as MatchCandidate[];
    expect([match?.file.id, match?.reasons, more]).toEqual([mother.id, ['phone'], []]);
    expect(await t.countRows()).toEqual(before);

    const { id } = await opened({ ...son, differentFrom: [mother.id] });
    const [pair, ...others] = await pairsOf(id);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ state: 'different', judged_by: officer.id, reasons: ['phone'] });
    expect(await eventsOf(id)).toEqual(['file.opened', 'file.match_found', 'file.match_judged']);
  });
});

describe('a file that is changed', () => {
  it('waits beside the one that it resembles from then on', async () => {
    const first = await opened({ name: 'لافي الوقداني', ...mobile('0551110008') });
    const second = await opened({ name: 'مسفر السواط' });
    expect(await pairsOf(second.id)).toEqual([]);
    const change = { expectedVersion: 1, name: 'مسفر السواط', ...mobile('0551110008') };
    expectStatus(await officer.post(`/beneficiaries/${second.id}`, change), 200);
    const [pair] = await pairsOf(second.id);
    expect(pair && [otherOf(pair, second.id), pair.state]).toEqual([first.id, 'open']);
  });

  it('shows the namesake at home before a member of the family is written down twice', async () => {
    const head = await opened({ name: 'ضيف الله بن نايف الطويرقي' });
    const home = { expectedVersion: 1, relationship: 'head', dependant: false };
    expectStatus(await officer.post(`/beneficiaries/${head.id}/household`, home), 200);
    const add = (expectedVersion: number) =>
      officer.post(`/beneficiaries/${head.id}/household/members`, {
        expectedVersion,
        name: 'جواهر ضيف الله الطويرقي',
        relationship: 'daughter',
      });
    expectStatus(await add(2), 200);
    const again = await add(3);
    expect([again.status, again.error?.details.code]).toEqual([409, 'error.file_resembles']);
    const [match] = again.error.details.matches as MatchCandidate[];
    expect(match?.reasons).toContain('name_household');
  });
});

describe('a delegate', () => {
  it('opens files of the own branch, and of no other', async () => {
    const { id } = await opened({ name: 'رداد الثقفي', path: 'delegate' }, delegate);
    const row = await t.crm
      .db('crm_beneficiaries')
      .where({ id })
      .first<{ branch: string }>('branch');
    expect(row.branch).toBe(
      (await t.crm.db('crm_staff').where({ admin_user_id: delegate.id }).first()).branch,
    );
    const reply = await open({ name: 'رداد الثقفي', branch: 'elsewhere' }, delegate);
    expect([reply.status, issuesOf(reply)]).toEqual([422, ['branch: option']]);
  });

  it('learns nothing of another branch: the number has a file, and no more is said', async () => {
    const hidden = await opened({
      name: 'عوض المالكي',
      branch: 'another-branch',
      ...national('1000000032'),
      ...mobile('0551110005'),
    });
    const from = heard.length;
    const reply = await open({ name: 'عوض المالكي', ...national('1000000032') }, delegate);
    expect([reply.status, reply.error.details]).toEqual([
      409,
      { code: 'error.file_exists', file: null },
    ]);
    const { id } = await opened({ name: 'عوض المالكي', ...mobile('0551110005') }, delegate);
    for (const { text } of heard.slice(from))
      expect(text).not.toMatch(new RegExp(`عوض|another-branch|${hidden.fileNumber}`));
    const [pair] = await pairsOf(id);
    expect(pair && [otherOf(pair, id), pair.state, pair.judged_by]).toEqual([
      hidden.id,
      'open',
      null,
    ]);
    // To name a file of another branch changes nothing.
    const named = await opened(
      { name: 'عوض المالكي', ...mobile('0551110005'), differentFrom: [hidden.id, id] },
      delegate,
    );
    const judged = (await pairsOf(named.id)).map((one) => [otherOf(one, named.id), one.state]);
    expect(judged.sort()).toEqual(
      [
        [hidden.id, 'open'],
        [id, 'different'],
      ].sort(),
    );
  });
});

describe('one stranger, entered by two at the same moment', () => {
  it('is found by the one who came second', async () => {
    const staff = await Promise.all([t.loginAs('relations_officer'), t.loginAs('officer2')]);
    for (let round = 0; round < 10; round += 1) {
      const contact = mobile(`05522${String(round).padStart(5, '0')}`);
      const replies = await Promise.all(
        staff.map((one, at) => open({ name: ['رجاء', 'راجية'][at] + ' الشلوي', ...contact }, one)),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });

  it('is a waiting pair where neither may be told of the other', async () => {
    const staff = await Promise.all([t.loginAs('delegate'), t.loginAs('delegate2')]);
    for (let round = 0; round < 10; round += 1) {
      const name = `${['رياض', 'مشاري', 'نواف', 'فيصل', 'ماجد'][round % 5]} بن سالم بن حامد بن ${round > 4 ? 'عيد' : 'عايد'} البقمي`;
      const replies = await Promise.all(staff.map((one) => open({ name, path: 'delegate' }, one)));
      const [a, b] = replies.map((reply) => expectStatus(reply, 201).id);
      const pairs = await pairsOf(a ?? '');
      expect(pairs.map((pair) => [otherOf(pair, a ?? ''), pair.reasons])).toEqual([
        [b, ['name_birth_year']],
      ]);
    }
  });
});
