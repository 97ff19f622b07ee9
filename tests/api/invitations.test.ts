/** Every contact that has ended may be judged once, through whichever door: link, reminder, receipt, desk, phone. */
import type {
  CallRow,
  CallView,
  KioskLink,
  PreviewLink,
} from '../../src/plugins/beneficiary-crm/contracts/evaluation';
import type { VisitDetail } from '../../src/plugins/beneficiary-crm/contracts/reception';
import type { SurveyView } from '../../src/plugins/beneficiary-crm/contracts/website';
import { paperToken } from '../../src/plugins/beneficiary-crm/server/src/requests/evaluation-paper';
import { openPool } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/pool';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { bodies, expectStatus, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;
let quality: SignedIn;
beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({ SMTP_URL: smtp.url, MAIL_FROM: 'association@example.org' });
  s = scenario(t);
  quality = await t.loginAs('quality_officer');
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});

async function answered(applicant: object = {}): Promise<Case> {
  const one = await s.submitted('inquiry', undefined, { applicant });
  await one.do('relations_officer', 'start');
  await one.do('relations_officer', 'answer', bodies.answer);
  await t.drain();
  return one;
}
const noMail = { email: undefined };

/** The tokens of the links that were sent to the applicant, in their order. */
const tokensOf = (one: Case): string[] =>
  smtp
    .to(String(one.sent?.applicant.email))
    .flatMap(({ text }) => /\/evaluate\?lang=ar#t=([\w-]+)/.exec(text)?.[1] ?? []);
const open = (token: string) => t.visitor.post<SurveyView>('/evaluations/open', { token });
const evaluate = (token: string, answers: object = { overall: 4 }) =>
  t.visitor.post('/evaluations', { token, answers });
const codeOf = (reply: { error: { details: { code?: string } } }) => reply.error.details.code;
/** How what waits in the pool was given. */
const modes = () =>
  t.crm.transaction(async ({ trx }) =>
    (await openPool(trx, t.crm.vault)).map(({ mode }) => mode).sort(),
  );

it('who was sent an invitation and has not answered is reminded once, with a link of its own', async () => {
  const [silent, quick] = [await answered(), await answered()];
  expect([tokensOf(silent).length, tokensOf(quick).length]).toEqual([1, 1]);
  expectStatus(await evaluate(tokensOf(quick)[0] ?? ''), 201);
  await t.advance(6);
  expect(tokensOf(silent)).toHaveLength(1);
  await t.advance(1);
  await t.advance(1);
  await t.advance(5);
  expect([tokensOf(silent).length, tokensOf(quick).length]).toEqual([2, 1]);
  const [first = '', second = ''] = tokensOf(silent);
  expectStatus(await evaluate(second), 201);
  expect(codeOf(await evaluate(first))).toBe('error.evaluation_used');
  const events = await t.crm.db('crm_events').where({ type: 'evaluation.reminded' });
  expect(events).toHaveLength(1);
  expect([events[0].request_id, events[0].actor_id, events[0].data]).toEqual([null, null, {}]);
});

it('a letter that a person has to bring is not brought a second time', async () => {
  const one = await answered(noMail);
  await t.advance(8);
  const templates = await t.crm
    .db('crm_messages')
    .where({ request_id: one.id })
    .pluck<string[]>('template');
  expect(templates).toContain('evaluation_invitation');
  expect(templates).not.toContain('evaluation_reminder');
});

it('who gave up is asked as well', async () => {
  const one = await s.submitted('inquiry');
  expectStatus(await t.visitor.post('/requests/withdraw', one.credentials), 200);
  await t.drain();
  expect(tokensOf(one)).toHaveLength(1);
});

describe('the code on the receipt', () => {
  it('opens the survey when the request is over, and not before; what it takes is kept as such', async () => {
    const one = await s.submitted('inquiry');
    const token = paperToken(t.crm.vault, one.id);
    const early = await open(token);
    expect([early.status, codeOf(early)]).toEqual([409, 'error.evaluation_early']);
    await one.do('relations_officer', 'start');
    await one.do('relations_officer', 'answer', bodies.answer);
    await t.drain();
    expect(expectStatus(await open(token), 200).questions.length).toBeGreaterThan(5);
    const before = await modes();
    expectStatus(await evaluate(token), 201);
    expect(await modes()).toEqual([...before, 'qr'].sort());
    expect(codeOf(await evaluate(tokensOf(one)[0] ?? ''))).toBe('error.evaluation_used');
    expect((await open(`${token.slice(0, -3)}AAA`)).status).toBe(404);
  });

  it('is a right also of who was asked too often to be invited again', async () => {
    const applicant = { phone: '0557777777' };
    await answered(applicant);
    const second = await answered(applicant);
    expect(tokensOf(second)).toHaveLength(0);
    expectStatus(await evaluate(paperToken(t.crm.vault, second.id)), 201);
  });
});

describe('a visit', () => {
  let desk: SignedIn;
  let visit: VisitDetail;
  const atDesk = async (id = visit.id) => desk.post<KioskLink>(`/visits/${id}/evaluation`, {});
  const tokenIn = (url: string) => /#t=([\w-]+)&kiosk=1$/.exec(url)?.[1] ?? '';
  beforeAll(async () => {
    desk = await t.loginAs('relations_officer');
    visit = expectStatus(
      await desk.post<VisitDetail>('/visits', { name: 'سعد', reason: 'other' }, idempotent()),
      201,
    );
  });

  it('is judged by who was served', async () => {
    expect(codeOf(await atDesk())).toBe('error.visit_not_served');
    expect((await atDesk('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expectStatus(
      await desk.post(`/visits/${visit.id}/start`, { expectedVersion: visit.version }),
      200,
    );
    const link = expectStatus(await atDesk(), 201);
    expect(link.url).toMatch(/\/evaluate\?lang=ar#t=[\w-]{43}&kiosk=1$/);
    expect(link.svg).toMatch(/^<svg /);
    expectStatus(await open(tokenIn(link.url)), 200);
  });

  it('once, however often it is opened at the desk', async () => {
    const [first, second] = [expectStatus(await atDesk(), 201), expectStatus(await atDesk(), 201)];
    expect(first.url).not.toBe(second.url);
    const before = await modes();
    const replies = await Promise.all([first, second].map(({ url }) => evaluate(tokenIn(url))));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await modes()).toEqual([...before, 'kiosk'].sort());
    expect(codeOf(await atDesk())).toBe('error.evaluation_used');
  });

  it('of another branch is not there for a delegate', async () => {
    const delegate = await t.loginAs('delegate');
    expect((await delegate.post(`/visits/${visit.id}/evaluation`, {})).status).toBe(404);
  });
});

describe('by phone', () => {
  const calls = async (who = quality) =>
    expectStatus(await who.get<CallRow[]>('/evaluations/calls'), 200);
  const callTo = async (one: Case) => {
    const rows = await Promise.all(
      (await calls()).map(async (row) => ({
        row,
        request: (await t.crm.db('crm_invitations').where({ id: row.id }).first()).request_id,
      })),
    );
    return rows.find(({ request }) => request === one.id)?.row;
  };

  it('those are asked whom no message reaches; what they say is kept as told by phone', async () => {
    const [one, mailed] = [await answered(noMail), await answered()];
    expect(await callTo(mailed)).toBeUndefined();
    const row = await callTo(one);
    expect(row).toMatchObject({ kind: 'inquiry', own: false });
    const view = expectStatus(await quality.get<CallView>(`/evaluations/calls/${row?.id}`), 200);
    expect(view.locale).toBe('ar');
    const before = await modes();
    const wrong = await quality.post(`/evaluations/calls/${row?.id}`, { answers: { overall: 9 } });
    expect(wrong.status).toBe(422);
    const said = { answers: { overall: 2, shortfall: 3 } };
    expectStatus(await quality.post(`/evaluations/calls/${row?.id}`, said), 201);
    expect(await modes()).toEqual([...before, 'phone'].sort());
    expect((await quality.post(`/evaluations/calls/${row?.id}`, said)).status).toBe(409);
    expect(await callTo(one)).toBeUndefined();
  });

  it('who would rather not is not asked again', async () => {
    const one = await answered(noMail);
    const row = await callTo(one);
    expectStatus(await quality.post(`/evaluations/calls/${row?.id}/decline`, {}), 200);
    expect(await callTo(one)).toBeUndefined();
    expect(codeOf(await open(paperToken(t.crm.vault, one.id)))).toBe('error.evaluation_expired');
  });

  it('never by an officer of the case, and by a delegate for the own branch alone', async () => {
    const one = await answered(noMail);
    const row = await callTo(one);
    const officer = await t.loginAs('relations_officer');
    expect((await officer.get('/evaluations/calls')).status).toBe(403);
    const delegate = await t.loginAs('delegate');
    expect(await calls(delegate)).toEqual([]);
    expect((await delegate.get(`/evaluations/calls/${row?.id}`)).status).toBe(404);
    await t.crm.db('crm_requests').where({ id: one.id }).update({ first_handler_id: quality.id });
    expect((await callTo(one))?.own).toBe(true);
    const refused = await quality.post(`/evaluations/calls/${row?.id}`, {
      answers: { overall: 5 },
    });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'error.evaluation_own_case']);
  });
});

it('an editor sees the draft as people would, for an hour, and nothing is kept of it', async () => {
  const editor = await t.loginAs('content_editor');
  const { documentId } = await t.crm
    .db('crm_surveys')
    .first<{ documentId: string }>('document_id as documentId');
  const { url } = expectStatus(
    await editor.post<PreviewLink>(`/surveys/${documentId}/preview`, {}),
    200,
  );
  const token = /#p=(.+)$/.exec(url)?.[1] ?? '';
  const before = await t.countRows();
  const preview = () => t.visitor.post<SurveyView>('/evaluations/preview', { token });
  expect(expectStatus(await preview(), 200).questions[0]?.key).toBe('overall');
  expect((await evaluate(token)).status).toBe(404);
  expect(await t.countRows()).toEqual(before);
  t.setNow(new Date(t.crm.now().getTime() + 61 * 60_000));
  expect((await preview()).status).toBe(404);
  expect((await editor.post('/surveys/nothing/preview', {})).status).toBe(404);
});
