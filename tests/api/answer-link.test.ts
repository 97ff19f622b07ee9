/** Asking with a link (S2): from a real mail to the answer, exactly what was asked, exactly once. */
import type { AnswerView } from '../../src/plugins/beneficiary-crm/contracts/website';
import type { MessageList } from '../../src/plugins/beneficiary-crm/contracts/admin';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { heard, issuesOf } from '../support/http';
import { atOnce } from '../support/race';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;
const officer = 'relations_officer';
const declared = { version: '', name: 'أحمد بن عبد الله الحارثي' };

beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({
    SMTP_URL: smtp.url,
    MAIL_FROM: 'association@example.org',
    LIMIT_CREDENTIALS: '1000',
  });
  s = scenario(t);
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});

/** The token of the last mail's link. */
async function tokenOf(one: Case): Promise<string> {
  await t.drain();
  const text = smtp.to(String(one.sent?.applicant.email)).at(-1)?.text ?? '';
  const [, token] = /\/answer\?lang=ar#t=([\w-]+)/.exec(text) ?? [];
  if (!token) throw new Error(`no link in:\n${text}`);
  return token;
}
async function asked(items: object[], service = services.everything) {
  const one = await s.checking(service);
  await one.do(officer, 'ask_applicant', { note: 'فضلاً أكمل ما يلي', items });
  return { one, token: await tokenOf(one) };
}
const open = (token: string) => t.visitor.post<AnswerView>('/answers/open', { token });
const answer = (token: string, body: object = {}) => t.visitor.post('/answers', { token, ...body });
const code = (reply: { error: { details: { code?: string } } }) => reply.error.details.code;
const text = [{ kind: 'text', key: 'text' }];

it('opens what was asked and nothing else of the request; a changed answer asks for the signature', async () => {
  const { one, token } = await asked([
    { kind: 'field', key: 'need' },
    { kind: 'document', key: 'lease' },
  ]);
  const view = expectStatus(await open(token), 200);
  expect(Object.keys(view).sort()).toEqual(['deadline', 'declaration', 'items', 'note', 'since']);
  expect(view.items.map(({ kind, key }) => `${kind}.${key}`)).toEqual([
    'field.need',
    'document.lease',
    'declaration.declaration',
  ]);
  const whole = JSON.stringify(view);
  for (const hidden of [one.receipt.reference, one.id, String(one.sent?.applicant.phone)])
    expect(whole).not.toContain(hidden);
  // Reading spends nothing.
  expect((await open(token)).status).toBe(200);
});

it('is answered once, with what the form allows; the answer is in the officer’s checklist', async () => {
  const { one, token } = await asked([
    { kind: 'field', key: 'monthly_income' },
    { kind: 'document', key: 'lease' },
  ]);
  const { declaration } = expectStatus(await open(token), 200);
  const { upload } = expectStatus(await s.upload(), 201);
  const whole = {
    answers: { monthly_income: '٣٬٠٠٠' },
    documents: [{ key: 'lease', upload }],
    declaration: { ...declared, version: declaration?.version },
  };
  const before = await one.row();
  for (const [part, wrong] of [
    [{ ...whole, answers: {} }, ['answers.monthly_income: still_owed']],
    [{ ...whole, documents: [] }, ['documents.lease: still_owed']],
    [{ ...whole, declaration: undefined }, ['declaration: still_owed']],
    [{ ...whole, answers: { monthly_income: 3000, need: 'أكثر' } }, ['answers.need: not_owed']],
    [{ ...whole, answers: { monthly_income: 'كثير' } }, ['answers.monthly_income: type']],
    [{ ...whole, reference: one.receipt.reference }, ['reference: unknown']],
  ] as const) {
    const reply = await answer(token, part);
    expect([reply.status, issuesOf(reply)]).toEqual([422, wrong]);
  }
  expect(await one.row()).toEqual(before);

  // At the same moment from two windows: one is taken in.
  const replies = await atOnce(t, [() => answer(token, whole), () => answer(token, whole)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(code(replies.find(({ status }) => status === 409) ?? replies[0])).toBe(
    'error.answer_used',
  );
  expect(code(await open(token))).toBe('error.answer_used');

  const detail = await one.read();
  expect(detail.status).toBe('checking');
  expect(detail.declaration.state).toBe('stands');
  const states = Object.fromEntries(detail.checklist.map(({ key, state }) => [key, state]));
  expect(states).toMatchObject({ 'answer.monthly_income': 'pending', 'document.lease': 'pending' });
  expect(detail.checklist.find(({ key }) => key === 'answer.monthly_income')?.shown).toContain(
    '3,000',
  );
  const [event] = await t.crm
    .db('crm_events')
    .where({ request_id: one.id, type: 'request.applicant_answered' });
  expect(event).toMatchObject({ actor_kind: 'applicant' });
});

it('leads to the page in the language of the applicant, whatever was read there before', async () => {
  const one = await s.checking();
  await t.crm.db('crm_requests').where({ id: one.id }).update({ locale: 'en' });
  await one.do(officer, 'ask_applicant', { note: 'Please say more', items: text });
  await t.drain();
  const mail = smtp.to(String(one.sent?.applicant.email)).at(-1)?.text ?? '';
  expect(mail).toMatch(/\/answer\?lang=en#t=[\w-]{40}/);
});

it('is void when the request moved on, and when something was asked anew', async () => {
  const { one, token } = await asked(text);
  expectStatus(
    await t.visitor.post('/requests/respond', { ...one.credentials, message: 'بالرمز' }),
    200,
  );
  expect(code(await open(token))).toBe('error.answer_expired');
  expect(code(await answer(token, { message: 'بالرابط' }))).toBe('error.answer_expired');

  // The clock of the tests stands still, and an asking is known by its moment.
  t.setNow(new Date(t.crm.now().getTime() + 1000));
  await one.do(officer, 'ask_applicant', bodies.ask_applicant);
  const newer = await tokenOf(one);
  expect(newer).not.toBe(token);
  expect(code(await open(token))).toBe('error.answer_expired');
  expect((await answer(newer, { message: 'هذا جوابي' })).status).toBe(201);
});

it('dies with the deadline', async () => {
  const { one, token } = await asked(text);
  await t.crm.db('crm_requests').where({ id: one.id }).update({ owed_deadline: t.crm.now() });
  expect(code(await open(token))).toBe('error.answer_expired');
  expect(code(await answer(token, { message: 'متأخر' }))).toBe('error.answer_expired');
});

it('is known to nobody but its reader: hashed in the table, out of the sent message, in no address and no log', async () => {
  const { one, token } = await asked(text);
  expect((await open('x'.repeat(43))).status).toBe(404);
  const tables: { table: string }[] = (
    await t.crm.db.raw(
      `select table_name as "table" from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
  ).rows;
  for (const { table } of tables) {
    const found = (await t.crm.db.raw(
      `select count(*)::int as n from ?? as r where r::text like ?`,
      [table, `%${token}%`],
    )) as { rows: { n: number }[] };
    expect([table, found.rows[0]?.n]).toEqual([table, 0]);
  }
  await answer(token, { message: 'هذا جوابي' });
  for (const { path } of heard) expect(path).not.toContain(token);
  expect(t.log.join('\n')).not.toContain(token);
  // Officers see in the list that the message was sent.
  const staff = await t.loginAs(officer);
  const { rows } = expectStatus(await staff.get<MessageList>('/messages?pageSize=100'), 200);
  expect(rows).toContainEqual(
    expect.objectContaining({ template: 'asked_for_more', reference: one.receipt.reference }),
  );
});
