/** Requests are counted by address and by the request that is asked about; whoever asks too often is told when to come back. */
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { scenario } from '../support/scenario';

let t: TestCrm;
beforeAll(async () => {
  t = await bootCrm({
    LIMIT_READ: '5',
    LIMIT_CREDENTIALS: '4',
    LIMIT_WRITE: '3',
    LIMIT_UPLOAD: '2',
  });
}, 180_000);
afterAll(() => t?.stop());

/** Whoever was counted before is forgotten. */
beforeEach(() => t.crm.db('crm_limits').delete());

const statusesOf = async (times: number, ask: (nth: number) => Promise<{ status: number }>) => {
  const statuses: number[] = [];
  for (let nth = 0; nth < times; nth += 1) statuses.push((await ask(nth)).status);
  return statuses;
};

it('reading has a budget, and the refusal says when to come back, in the asked language', async () => {
  expect(await statusesOf(6, () => t.visitor.get('/channels'))).toEqual([
    200, 200, 200, 200, 200, 429,
  ]);
  const refused = await t.visitor.get('/channels?locale=en');
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(refused.error).toMatchObject({
    status: 429,
    message: expect.stringMatching(/^[ -~’]+$/),
    details: { code: 'error.rate_limited' },
  });
});

it('sending has a budget of its own, whatever the body says', async () => {
  const ask = (nth: number) => t.visitor.post('/requests', { kind: `attempt ${nth}` });
  expect(await statusesOf(4, ask)).toEqual([422, 422, 422, 429]);
  expect((await t.visitor.get('/channels')).status).toBe(200);
});

it('an address is not changed by a header that anybody can write', async () => {
  const ask = (nth: number) =>
    t.visitor.post(
      '/requests',
      {},
      { 'x-forwarded-for': `10.0.0.${nth}`, 'x-real-ip': `10.0.1.${nth}` },
    );
  expect(await statusesOf(4, ask)).toEqual([422, 422, 422, 429]);
});

it('uploads have a budget of their own', async () => {
  const s = scenario(t);
  expect(await statusesOf(3, () => s.upload())).toEqual([201, 201, 429]);
});

it('the codes of one request are guessed from many addresses as rarely as from one', async () => {
  const ask = () =>
    t.visitor.post('/requests/track', { reference: 'ABCD-EFGH', accessCode: '0000' });
  const fromElsewhere = () =>
    t.crm.db('crm_limits').whereNot('key', 'like', `%${reference}%`).delete();
  const reference = t.crm.vault.blindIndex('limit:v1', 'reference:ABCD-EFGH');
  const statuses = await statusesOf(5, async () => {
    await fromElsewhere();
    return ask();
  });
  expect(statuses).toEqual([404, 404, 404, 404, 429]);
});

it('keeps neither addresses nor references', async () => {
  await t.visitor.post('/requests/track', { reference: 'ABCD-EFGH', accessCode: '0000' });
  const rows = JSON.stringify(await t.crm.db('crm_limits'));
  expect(rows).not.toContain('127.0.0.1');
  expect(rows).not.toContain('ABCD-EFGH');
});
