import { randomUUID } from 'node:crypto';
import type {
  MessageDetail,
  MessageList,
  Queue,
  SatisfactionFigures,
} from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  FormDefinition,
  PublicSatisfaction,
  SubmitReceipt,
  SurveyView,
} from '../../src/plugins/beneficiary-crm/contracts/website';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent, issuesOf } from '../support/http';

let product: TestCrm;
beforeAll(async () => {
  product = await bootCrm();
}, 180_000);
afterAll(() => product?.stop());

let people = 0;

/** Somebody asks, an officer answers, the reply goes out. @returns the request's reference */
async function answeredInquiry(phone?: string): Promise<string> {
  people += 1;
  const { data: form } = await product.visitor.get<FormDefinition>('/forms/inquiry');
  const sent = await product.visitor.post<SubmitReceipt>(
    '/requests',
    {
      kind: 'inquiry',
      applicant: {
        name: 'منيرة الحارثي',
        phone: phone ?? `05510${String(people).padStart(5, '0')}`,
      },
      consent: { version: form.consent.version },
      message: 'متى تفتحون الفرع؟',
    },
    idempotent(),
  );
  expect(sent.status).toBe(201);
  const officer = await product.loginAs('relations_officer');
  const { data: queue } = await officer.get<Queue>(`/requests?q=${sent.data.reference}`);
  const id = queue.rows[0]?.id ?? '';
  const step = (action: string, body: object) =>
    officer.post(`/requests/${id}/actions/${action}`, body);
  expect((await step('start', { expectedVersion: 1 })).status).toBe(200);
  expect(
    (await step('answer', { expectedVersion: 2, answer: 'من الأحد إلى الخميس.' })).status,
  ).toBe(200);
  await product.drain();
  return sent.data.reference;
}

/** Kept invitations for a request, newest first. */
async function invitationsOf(reference: string) {
  const officer = await product.loginAs('quality_officer');
  const { data } = await officer.get<MessageList>('/messages?status=kept&pageSize=100');
  return data.rows.filter(
    (row) => row.template === 'evaluation_invitation' && row.reference === reference,
  );
}

/** The one-time token that the quality officer hands over. */
async function tokenFor(reference: string): Promise<string> {
  const officer = await product.loginAs('quality_officer');
  const [row] = await invitationsOf(reference);
  const { data } = await officer.get<MessageDetail>(`/messages/${row?.id}`);
  return /#t=([\w-]+)/.exec(data.body)?.[1] ?? '';
}

const open = (token: string) => product.visitor.post<SurveyView>('/evaluations/open', { token });
const evaluate = (token: string, answers: object) =>
  product.visitor.post<{ received: true }>('/evaluations', { token, answers });

describe('an evaluation', () => {
  it('is taken once, however often the link was opened', async () => {
    const token = await tokenFor(await answeredInquiry());
    const survey = await open(token);
    expect(survey.status).toBe(200);
    expect((await open(token)).status).toBe(200);

    const [scale, nps] = ['satisfaction5', 'nps'].map(
      (type) => survey.data.questions.find((question) => question.type === type)?.key ?? '',
    );
    const answers = { [scale ?? '']: 5, [nps ?? '']: 9 };
    const replies = await Promise.all([1, 2, 3, 4].map(() => evaluate(token, answers)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await open(token)).error.details.code).toBe('error.evaluation_used');
  });

  it('leaves nothing that leads from the answers to the person', async () => {
    const reference = await answeredInquiry();
    const token = await tokenFor(reference);
    const before = await product.crm.db('crm_events').max<{ max: string }[]>('seq');
    const { data: survey } = await open(token);
    const required = survey.questions.filter(({ optional }) => !optional);
    await evaluate(token, {
      ...Object.fromEntries(required.map(({ key }) => [key, 4])),
      comment: 'شكرًا',
    });

    const events = await product.crm.db('crm_events').where('seq', '>', before[0]?.max ?? 0);
    expect(
      events.map(({ type, request_id, subject_id }) => [type, request_id, subject_id]),
    ).toEqual([['evaluation.received', null, null]]);
    const columns = await product.crm.db('crm_responses').columnInfo();
    expect(Object.keys(columns).sort()).toEqual([
      'answers',
      'channel',
      'id',
      'kind',
      'mode',
      'month',
      'outcome',
      'service_slug',
      'survey_slug',
      'survey_version',
    ]);
    const comments = await product.crm.db('crm_comments').select('text_sealed');
    expect(JSON.stringify(comments)).not.toContain('شكرًا');
  });

  it('names every answer that is wrong, and does not spend the token for it', async () => {
    const token = await tokenFor(await answeredInquiry());
    const { data: survey } = await open(token);
    const required = survey.questions.find(({ optional }) => !optional)?.key ?? '';
    const refused = await evaluate(token, { other: 1 });
    expect(refused.status).toBe(422);
    expect(issuesOf(refused)).toEqual(['answers.other: unknown', `answers.${required}: required`]);
    expect((await evaluate(token, { [required]: 9 })).status).toBe(422);
    expect((await evaluate(token, { [required]: 1 })).status).toBe(201);
  });

  it('opens for no token that was never given, and for none after its time', async () => {
    expect((await open('x'.repeat(43))).status).toBe(404);
    expect((await product.visitor.post('/evaluations/open', { token: 'short' })).status).toBe(422);
    const token = await tokenFor(await answeredInquiry());
    await product.advance(31);
    expect((await open(token)).error.details.code).toBe('error.evaluation_expired');
    expect((await evaluate(token, {})).error.details.code).toBe('error.evaluation_expired');
  });
});

describe('invitations', () => {
  it('do not tire: one person is asked once in thirty days', async () => {
    const phone = '0559999999';
    const first = await answeredInquiry(phone);
    const second = await answeredInquiry(phone);
    expect(await invitationsOf(first)).toHaveLength(1);
    expect(await invitationsOf(second)).toHaveLength(0);
  });

  it('are opened by none of the officers of a case (O6c)', async () => {
    const [row] = await invitationsOf(await answeredInquiry());
    for (const who of ['relations_officer', 'executive_director'] as const) {
      const person = await product.loginAs(who);
      expect((await person.get(`/messages/${row?.id}`)).status).toBe(403);
    }
    const quality = await product.loginAs('quality_officer');
    expect((await quality.get('/messages/no-such-message')).status).toBe(404);
  });
});

describe('figures', () => {
  it('are withheld below ten answers, from everybody', async () => {
    await product.advance(35);
    const quality = await product.loginAs('quality_officer');
    const { data } = await quality.get<SatisfactionFigures>('/satisfaction/figures?period=all');
    expect(data.csat).toMatchObject({ n: 0, value: null, withheld: true });
    expect(data.responseRate.complete).toBeGreaterThan(0);
    expect(data.comments).toEqual([]);
    const published = await product.visitor.get<PublicSatisfaction>('/satisfaction');
    expect(published.data.csat.value).toBeNull();
  });

  it('do not move with a single answer: the running month is not in them', async () => {
    const lastMonth = new Date(product.crm.now());
    lastMonth.setUTCDate(0);
    await product.crm.db('crm_responses').insert(
      Array.from({ length: 12 }, (_, index) => ({
        id: randomUUID(),
        survey_slug: 'service-experience',
        survey_version: '1',
        channel: 'website',
        kind: 'inquiry',
        outcome: 'answered',
        month: `${lastMonth.toISOString().slice(0, 7)}-01`,
        mode: 'self',
        answers: JSON.stringify({ overall: index % 2 === 0 ? 5 : 2 }),
      })),
    );
    const quality = await product.loginAs('quality_officer');
    const read = async () =>
      (await quality.get<SatisfactionFigures>('/satisfaction/figures?period=all')).data;
    const before = await read();
    expect(before.csat.n).toBeGreaterThanOrEqual(12);
    const token = await tokenFor(await answeredInquiry());
    expect((await evaluate(token, { overall: 5 })).status).toBe(201);
    expect((await read()).csat).toEqual(before.csat);

    await product.advance(31);
    expect((await read()).csat.n).toBe(before.csat.n + 1);
  });

  it('are for those who are permitted, and for fixed periods only', async () => {
    const officer = await product.loginAs('relations_officer');
    expect((await officer.get('/satisfaction/figures')).status).toBe(403);
    expect((await officer.get('/operations/figures')).status).toBe(403);
    const quality = await product.loginAs('quality_officer');
    expect((await quality.get('/satisfaction/figures?period=week')).status).toBe(422);
    expect((await quality.get('/satisfaction/figures?from=2026-01-01')).status).toBe(422);
    for (const period of ['month', 'quarter', 'year', 'all']) {
      expect((await quality.get(`/operations/figures?period=${period}`)).status).toBe(200);
    }
  });
});
