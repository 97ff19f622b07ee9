/**
 * Ballots and closes that meet, over real connections and two server processes on one database: one tally, every close
 * the same one, equal to the ballots that were accepted; and a server that is killed before it could answer.
 */
import { Client as PgClient } from 'pg';
import type {
  AgendaItemDetail,
  BallotReceipt,
} from '../../src/plugins/beneficiary-crm/contracts/items';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { idempotent, refusalsOf } from '../support/http';
import type { Client, Reply } from '../support/http';
import { startSecond } from '../support/second-server';
import type { SecondServer } from '../support/second-server';
import { expectStatus, scenario } from '../support/scenario';
import type { Item } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let second: SecondServer;
/** Each member on both servers. */
let members: { id: number; doors: [Client, Client] }[];
const seats: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];

beforeAll(async () => {
  t = await bootCrm({ DATABASE_POOL_MAX: '6' });
  s = scenario(t);
  second = await startSecond(t);
  const seated = await Promise.all(seats.map((who) => t.loginAs(who)));
  const joining: SignedIn[] = [];
  for (const name of ['racer1', 'racer2', 'racer3', 'racer4', 'racer5'])
    joining.push(await s.newStaff('committee_member', name));
  await s.seat(
    [...seated, ...joining].map(({ id }, at) => ({
      seat: (['chair', 'deputy', 'secretary'] as const)[at] ?? 'member',
      member: id,
    })),
  );
  members = [];
  for (const one of [...seated, ...joining])
    members.push({ id: one.id, doors: [one, await second.signIn(one.email)] });
}, 240_000);
afterAll(async () => {
  await second?.kill();
  await t?.stop();
});

/** The nth member at the nth server. */
const at = (nth: number, server = nth): { id: number; door: Client } => {
  const member = members[nth % members.length];
  if (!member) throw new Error('nobody is there');
  return { id: member.id, door: member.doors[server % 2 === 0 ? 0 : 1] };
};
const vote = (item: Item, door: Client, choice: string, key?: string) =>
  door.post<BallotReceipt>(
    `${item.path}/ballots`,
    { choice, ...(choice === 'defer' ? { missing: 'إثبات حديث للدخل' } : {}) },
    idempotent(key),
  );
const close = (item: Item, door: Client) => door.post<AgendaItemDetail>(`${item.path}/close`);
const ballotsOf = (item: Item) => t.crm.db('crm_ballots').where({ item_id: item.id });
const resultOf = async (item: Item) =>
  (
    await t.crm
      .db('crm_agenda_items')
      .where({ id: item.id })
      .first<{ result: Record<string, number> | null }>('result')
  ).result;
const answerOf = (reply: Reply) => [reply.status, ...refusalsOf(reply)].join(' ');

it('a hundred ballots of ten members at two servers leave one current ballot each, and one tally', async () => {
  const item = await s.opened();
  const choices = ['accept', 'reject', 'defer', 'abstain'];
  const replies = await Promise.all(
    Array.from({ length: 100 }, (_, nth) =>
      vote(item, at(nth, Math.floor(nth / 10)).door, choices[Math.floor(nth / 7) % 4] ?? 'accept'),
    ),
  );
  expect(replies.filter(({ status }) => status !== 201).map(({ text }) => text)).toEqual([]);
  const rows = await ballotsOf(item);
  expect(rows).toHaveLength(100);
  const current = rows.filter(({ superseded_at: over }) => over === null);
  expect(current.map(({ member_id: member }) => member).sort()).toEqual(
    members.map(({ id }) => id).sort(),
  );
  const closes = await Promise.all([0, 1].map((server) => close(item, at(0, server).door)));
  const [first, other] = closes.map((reply) => expectStatus(reply, 200).tally);
  expect(first).toEqual(other);
  const count = (choice: string) => current.filter((row) => row.choice === choice).length;
  expect(first).toMatchObject({
    yes: count('accept'),
    no: count('reject'),
    defer: count('defer'),
    abstain: count('abstain'),
    notVoted: 0,
  });
  expect((await rowsOfChain(item, 'item.closed')).length).toBe(1);
});

const rowsOfChain = (item: Item, type: string): Promise<unknown[]> =>
  t.crm.db('crm_events').where({ type, subject_id: item.id });

/** Fifty ballots to accept against fifty closes, at both servers, of ten who rejected before. */
async function meeting(): Promise<{ item: Item; accepted: number; tallies: string[] }> {
  const item = await s.opened();
  for (const [nth] of members.entries())
    expectStatus(await vote(item, at(nth).door, 'reject'), 201);
  const ballots: { member: number; answer: string }[] = [];
  const tallies: string[] = [];
  await Promise.all(
    Array.from({ length: 50 }, async (_, nth) => {
      const { id, door } = at(nth, Math.floor(nth / members.length));
      const casting = vote(item, door, 'accept').then((reply) =>
        ballots.push({ member: id, answer: answerOf(reply) }),
      );
      const closing = close(item, at(0, nth).door).then((reply) =>
        tallies.push(JSON.stringify(expectStatus(reply, 200).tally)),
      );
      await Promise.all([casting, closing]);
    }),
  );
  expect(ballots.filter(({ answer }) => answer !== '201' && answer !== '409 item.closed')).toEqual(
    [],
  );
  const won = ballots.filter(({ answer }) => answer === '201').map(({ member }) => member);
  return { item, accepted: new Set(won).size, tallies };
}

it('of fifty ballots and fifty closes every close gives one tally, equal to the accepted ballots', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { item, accepted, tallies } = await meeting();
    expect(tallies).toHaveLength(50);
    expect(new Set(tallies).size).toBe(1);
    expect(await resultOf(item)).toMatchObject({
      yes: accepted,
      no: members.length - accepted,
      notVoted: 0,
    });
    const current = await ballotsOf(item).whereNull('superseded_at');
    expect(current.filter(({ choice }) => choice === 'accept')).toHaveLength(accepted);
    expect((await rowsOfChain(item, 'item.closed')).length).toBe(1);
  }
}, 240_000);

it('a close that waits for a ballot under way counts it, and a ballot that waits for a close is refused', async () => {
  const item = await s.opened();
  for (const [nth] of members.entries())
    expectStatus(await vote(item, at(nth).door, 'reject'), 201);
  const held = new PgClient({ connectionString: t.databaseUrl });
  await held.connect();
  // Whoever comes to the end of a transaction waits for the chain's head: the first one with the item's row in hand.
  await held.query('begin');
  await held.query('select seq from crm_event_head for update');
  const ballot = vote(item, at(3, 1).door, 'accept');
  await waiters(held, 1);
  const closing = close(item, at(0, 0).door);
  await waiters(held, 2);
  await held.query('commit');
  expectStatus(await ballot, 201);
  expect(expectStatus(await closing, 200).tally).toMatchObject({ yes: 1, no: members.length - 1 });

  const other = await s.opened();
  for (const [nth] of members.entries())
    expectStatus(await vote(other, at(nth).door, 'reject'), 201);
  await held.query('begin');
  await held.query('select seq from crm_event_head for update');
  const first = close(other, at(0, 0).door);
  await waiters(held, 1);
  const late = vote(other, at(3, 1).door, 'accept');
  await waiters(held, 2);
  await held.query('commit');
  await held.end();
  expect(expectStatus(await first, 200).tally).toMatchObject({ yes: 0, no: members.length });
  const refused = await late;
  expect([refused.status, refusalsOf(refused)]).toEqual([409, ['item.closed']]);
});

/** Until that many wait for a lock of the test's database. */
async function waiters(client: PgClient, many: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ n: string }>(
      `select count(*) as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (Number(rows[0]?.n) >= many) return;
  }
}

describe('a server that is killed between a ballot and its answer', () => {
  let server: SecondServer;
  let door: Client;
  let held: PgClient;
  beforeEach(async () => {
    server = await startSecond(t);
    door = await server.signIn((await t.loginAs('member1')).email);
    held = new PgClient({ connectionString: t.databaseUrl });
    await held.connect();
  }, 120_000);
  afterEach(async () => {
    await server.kill();
    await held.end();
  });
  const gone = (reply: Promise<unknown>) =>
    reply.then(
      () => 'answered',
      () => 'gone',
    );

  it('after it was written: the same key gets the receipt of the one ballot', async () => {
    const item = await s.opened();
    await held.query(`
      create function crm_test_wait() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(99); return null; end $$;
      create constraint trigger crm_test_wait after insert on crm_ballots
        deferrable initially deferred for each row execute function crm_test_wait();
    `);
    await held.query('select pg_advisory_lock(99)');
    const answer = gone(vote(item, door, 'accept', 'once-only'));
    await waiters(held, 1); // the commit is under way
    await server.kill();
    expect(await answer).toBe('gone');
    await held.query('select pg_advisory_unlock(99)');
    let rows: { id: string; code: string; cast_at: Date }[] = [];
    while (rows.length === 0) rows = await ballotsOf(item);
    await held.query('drop function crm_test_wait cascade');

    const again = await vote(item, await t.loginAs('member1'), 'reject', 'once-only');
    expect(expectStatus(again, 201)).toMatchObject({
      ballotId: rows[0]?.id,
      code: rows[0]?.code,
      choice: 'accept',
      castAt: rows[0]?.cast_at.toISOString(),
    });
    const more = await vote(item, await t.loginAs('member1'), 'accept', 'once-only');
    expect(more.data).toEqual(again.data);
    expect(await ballotsOf(item)).toHaveLength(1);
    expect(await rowsOfChain(item, 'item.ballot_cast')).toHaveLength(1);
    expectStatus(await item.step('chair', 'close'), 200);
  }, 120_000);

  it('before it was written: nothing is left of it, and the same key casts it', async () => {
    const item = await s.opened();
    await held.query('begin');
    await held.query('select seq from crm_event_head for update');
    const answer = gone(vote(item, door, 'accept', 'once-only'));
    await waiters(held, 1);
    await server.kill();
    expect(await answer).toBe('gone');
    await held.query('commit');
    const again = await vote(item, await t.loginAs('member1'), 'accept', 'once-only');
    expectStatus(again, 201);
    const rows = await ballotsOf(item);
    expect(rows.map(({ id }) => id)).toEqual([again.data.ballotId]);
    expect(await rowsOfChain(item, 'item.ballot_cast')).toHaveLength(1);
    expectStatus(await item.step('chair', 'close'), 200);
  }, 120_000);
});
