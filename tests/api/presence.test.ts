/** Who else is at a request: told to who may see it, of who may see it, and only for as long as it is true. */
import type { PresenceView } from '../../src/plugins/beneficiary-crm/contracts/checking';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { expectStatus, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let one: Case;

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());
beforeEach(async () => {
  one = await s.checking();
});

const at = async (who: Who, doing: 'looking' | 'writing' | 'left' = 'looking', to = one) =>
  (await t.loginAs(who)).post<PresenceView>(`/requests/${to.id}/presence`, { doing });
const seenBy = async (who: Who, to = one) =>
  expectStatus(await at(who, 'looking', to), 200).others.map(({ id, doing }) => [id, doing]);
const idOf = async (who: Who) => (await t.loginAs(who)).id;

it('tells of the others, what they do, and which version is true', async () => {
  expect(await seenBy('relations_officer')).toEqual([]);
  await at('officer2', 'writing');
  await at('researcher');
  expect(await seenBy('relations_officer')).toEqual([
    [await idOf('officer2'), 'writing'],
    [await idOf('researcher'), 'looking'],
  ]);
  const { version } = await one.row();
  const heard = expectStatus(await at('officer2'), 200);
  expect(heard.version).toBe(version);
  expect(heard.others[0]?.name).toMatch(/\p{L}/u);
});

it('forgets who left, and who was not heard of', async () => {
  await at('officer2');
  await at('researcher');
  await at('officer2', 'left');
  expect(await seenBy('relations_officer')).toEqual([[await idOf('researcher'), 'looking']]);
  t.setNow(new Date(t.crm.now().getTime() + 60_000));
  expect(await seenBy('relations_officer')).toEqual([]);
  const rows = await t.crm.db('crm_presence').where({ request_id: one.id }).pluck('staff_id');
  expect(rows).toEqual([await idOf('relations_officer')]);
});

it('leaves no trace in the request, nor in the chain', async () => {
  const [before] = await t.crm.db('crm_event_head').select('seq');
  const row = await one.row();
  await at('relations_officer', 'writing');
  expect(await one.row()).toEqual(row);
  expect(await t.crm.db('crm_event_head').select('seq')).toEqual([before]);
});

it('is nothing to a delegate of another branch, who is told of nobody and appears to nobody', async () => {
  await one.inBranch('wadi');
  await at('officer2');
  expect((await at('delegate')).status).toBe(404);
  expect(await seenBy('delegate2')).toEqual([[await idOf('officer2'), 'looking']]);
  expect(await seenBy('relations_officer')).toEqual([
    [await idOf('officer2'), 'looking'],
    [await idOf('delegate2'), 'looking'],
  ]);
});

it('is nothing to who declared a conflict', async () => {
  const item = await s.opened(await s.referred());
  const request = item.request;
  await t.crm.db('crm_recusals').insert({
    item_id: item.id,
    member_id: await idOf('officer2'),
    ground: 'relative',
    declared_at: t.crm.now(),
  });
  await at('relations_officer', 'looking', request);
  expect((await at('officer2', 'looking', request)).status).toBe(404);
  expect(await seenBy('relations_officer', request)).toEqual([]);
});

it('takes many words at once from several instances, and keeps each person once', async () => {
  const people: Who[] = ['relations_officer', 'officer2', 'researcher'];
  const replies = await Promise.all(
    [...people, ...people, ...people, ...people].map((who) => at(who, 'writing')),
  );
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  expect(await seenBy('relations_officer')).toHaveLength(2);
});
