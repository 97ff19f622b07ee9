/** The reception desk over HTTP: who comes, what is said, and the loop of a question that the desk cannot answer. */
import type { FaqView } from '../../src/plugins/beneficiary-crm/contracts/website';
import type { HomeFigures } from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  DayAtDesk,
  InteractionView,
  QuestionView,
  VisitDetail,
} from '../../src/plugins/beneficiary-crm/contracts/reception';
import { interactionsOf } from '../../src/plugins/beneficiary-crm/server/src/reception';
import { filesOfPerson, openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { heard, idempotent, issuesOf } from '../support/http';
import { expectStatus, scenario } from '../support/scenario';

let t: TestCrm;
let officer: SignedIn;
let delegate: SignedIn;
let researcher: SignedIn;
let editor: SignedIn;
/** a person of the main office, and one of the wadi branch */
let ours: string;
let wadis: string;

const person = (name: string, branch: string | null) =>
  t.crm.transaction(async (unit) => {
    const { id } = await openFile(
      unit,
      { name, branch, contacts: [] },
      { path: 'desk', staffId: 1 },
    );
    return id;
  });

beforeAll(async () => {
  t = await bootCrm();
  officer = await t.loginAs('relations_officer');
  delegate = await t.loginAs('delegate2');
  researcher = await t.loginAs('researcher');
  editor = await t.loginAs('content_editor');
  ours = await person('فاطمة بنت سعد العتيبي', null);
  wadis = await person('سالم بن عيد الذبياني', 'wadi');
}, 180_000);
afterAll(() => t?.stop());

const arrive = async (body: object, as = officer): Promise<VisitDetail> =>
  expectStatus(
    await as.post<VisitDetail>('/visits', { reason: 'inquiry', ...body }, idempotent()),
    201,
  );
const step = (as: SignedIn, visit: VisitDetail, name: string, body: object = {}) =>
  as.post<VisitDetail>(`/visits/${visit.id}/${name}`, { expectedVersion: visit.version, ...body });
const today = async (as = officer): Promise<DayAtDesk> =>
  expectStatus(await as.get<DayAtDesk>('/visits'), 200);
const ask = async (body: object, as = officer): Promise<QuestionView> =>
  expectStatus(await as.post<QuestionView>('/questions', body, idempotent()), 201);
const questions = async (as: SignedIn, query = ''): Promise<QuestionView[]> =>
  expectStatus(await as.get<QuestionView[]>(`/questions${query}`), 200);
const eventsOf = (subject: string): Promise<string[]> =>
  t.crm.db('crm_events').where({ subject_id: subject }).orderBy('seq').pluck('type');

describe('a visit', () => {
  it('of a stranger takes a name and what they come for; the mobile is optional', async () => {
    const visit = await arrive({ name: '  مريم  السلمي ', phone: '٠٥٥ ١٢٣ ٤٥٦٧' });
    expect(visit).toMatchObject({
      name: 'مريم السلمي',
      phone: '+966551234567',
      state: 'arrived',
      channel: 'interview',
      person: null,
      steps: ['start', 'served', 'left'],
    });
    const nameless = await officer.post('/visits', { reason: 'other' }, idempotent());
    expect([nameless.status, issuesOf(nameless)]).toEqual([422, ['name: required']]);
    const short = { name: 'سعد', phone: '12', reason: 'other' };
    const wrong = await officer.post('/visits', short, idempotent());
    expect([wrong.status, issuesOf(wrong)]).toEqual([422, ['phone: phone']]);
    expect((await arrive({ name: 'سعد' })).phone).toBeNull();
  });

  it('of a person with a file bears the name of the file', async () => {
    const visit = await arrive({ person: ours, name: 'اسم آخر' });
    expect(visit).toMatchObject({
      name: 'فاطمة بنت سعد العتيبي',
      person: { id: ours, status: 'active' },
    });
  });

  it('is written down once, however often it is sent', async () => {
    const before = (await today()).rows.length;
    const key = idempotent();
    const body = { name: 'عايض المطيري', reason: 'papers' };
    const replies = await Promise.all([1, 2, 3].map(() => officer.post('/visits', body, key)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await today()).rows).toHaveLength(before + 1);
    expect((await officer.post('/visits', { ...body, name: 'غيره' }, key)).status).toBe(422);
  });

  it('goes from arrival to its end, each step on record, and a note is what was said', async () => {
    const arrived = await arrive({ name: 'نوف الحربي', reason: 'follow_up' });
    const started = expectStatus(await step(officer, arrived, 'start'), 200);
    expect(started).toMatchObject({ state: 'being_served', servedBy: 'ريم الحارثي' });
    const note = 'سألت عن طلبها، وشرحت لها موعد الرد';
    const ended = expectStatus(await step(officer, started, 'end', { how: 'served', note }), 200);
    expect(ended).toMatchObject({ state: 'served', steps: ['start'] });
    expect(ended.interactions).toMatchObject([
      { summary: note, channel: 'interview', reason: 'follow_up', by: 'ريم الحارثي' },
    ]);
    expect(await eventsOf(arrived.id)).toEqual(['visit.arrived', 'visit.started', 'visit.ended']);
    const again = await step(officer, ended, 'end', { how: 'left' });
    expect([again.status, again.error.details.code]).toEqual([409, 'error.visit_step']);
    expect(expectStatus(await step(officer, ended, 'start'), 200).endedAt).toBeNull();
  });

  it('is started by one of two who press at the same moment', async () => {
    const colleague = await t.loginAs('officer2');
    for (let round = 0; round < 5; round += 1) {
      const visit = await arrive({ name: `زائر ${round}` });
      const replies = await Promise.all([
        step(officer, visit, 'start'),
        step(colleague, visit, 'start'),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = replies.find(({ status }) => status === 409);
      expect(refused?.error.details.code).toBe('error.visit_changed');
      expect(await eventsOf(visit.id)).toEqual(['visit.arrived', 'visit.started']);
    }
  });

  it('is linked to a file, with all that was said and asked in it', async () => {
    const visit = await arrive({ name: 'امرأة من الحي' });
    const said = { visit: visit.id, reason: 'inquiry', summary: 'سألت عن كفالة اليتيم' };
    expectStatus(await officer.post('/interactions', said, idempotent()), 201);
    await ask({ audience: 'researcher', question: 'هل تُشترط صكوك الولاية؟', visit: visit.id });
    const linked = expectStatus(await step(officer, visit, 'link', { beneficiary: ours }), 200);
    expect(linked.person?.id).toBe(ours);
    expect(linked.passedOn[0]?.asker?.person?.id).toBe(ours);
    const spoken = await interactionsOf(t.crm, t.crm.db, await filesOfPerson(t.crm.db, ours), {
      id: officer.id,
      branch: null,
    });
    expect(spoken.map(({ summary }) => summary)).toContain(said.summary);
    expect(await eventsOf(visit.id)).toContain('visit.linked');
  });

  it('stands in its own day, in order of arrival', async () => {
    t.setNow(new Date('2026-11-08T06:00:00.000Z'));
    expect((await today()).rows).toEqual([]);
    for (const name of ['الأول', 'الثاني', 'الثالث']) {
      await arrive({ name });
      t.setNow(new Date(t.crm.now().getTime() + 60_000));
    }
    const { day, rows } = await today();
    expect([day, rows.map(({ name }) => name)]).toEqual([
      '2026-11-08',
      ['الأول', 'الثاني', 'الثالث'],
    ]);
    const before = expectStatus(await officer.get<DayAtDesk>('/visits?day=2026-11-01'), 200);
    expect(before.rows.length).toBeGreaterThan(5);
    // Half past ten in the evening at Greenwich is the next day in Riyadh.
    t.setNow(new Date('2026-11-08T22:30:00.000Z'));
    expect((await today()).day).toBe('2026-11-09');
    expect((await officer.get('/visits?day=9/11')).status).toBe(422);
  });
});

describe('a delegate', () => {
  it('receives in the own branch, sees it, and no other', async () => {
    const own = await arrive({ person: wadis }, delegate);
    const other = await arrive({ name: 'زائر المقر' });
    expect(own).toMatchObject({ channel: 'delegate', branch: { slug: 'wadi' } });
    const seen = (await today(delegate)).rows.map(({ id }) => id);
    expect([seen.includes(own.id), seen.includes(other.id)]).toEqual([true, false]);
    expect((await today()).rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining([own.id, other.id]),
    );
    expect((await delegate.get(`/visits/${other.id}`)).status).toBe(404);
    expect((await step(delegate, other, 'start')).status).toBe(404);
    const said = { visit: other.id, reason: 'other', summary: 'كلام' };
    expect(issuesOf(await delegate.post('/interactions', said, idempotent()))).toEqual([
      'visit: not_found',
    ]);
  });

  it('does not find a person of another branch', async () => {
    const reply = await delegate.post('/visits', { person: ours, reason: 'other' }, idempotent());
    expect([reply.status, issuesOf(reply)]).toEqual([422, ['person: not_found']]);
    expect(reply.text).not.toContain('فاطمة');
  });

  it('is told the answers to the own branch’s questions only', async () => {
    const mine = await ask({ audience: 'researcher', question: 'ما أوراق المطلقة؟' }, delegate);
    const theirs = await ask({ audience: 'researcher', question: 'ما أوراق الأرملة؟' });
    const seen = (await questions(delegate)).map(({ id }) => id);
    expect([seen.includes(mine.id), seen.includes(theirs.id)]).toEqual([true, false]);
    for (const { id } of [mine, theirs])
      expectStatus(await researcher.post(`/questions/${id}/answer`, { answer: 'صك' }), 200);
    expect((await delegate.post(`/questions/${theirs.id}/told`)).status).toBe(404);
    expectStatus(await delegate.post(`/questions/${mine.id}/told`), 200);
  });
});

describe('what was said', () => {
  it('on the phone needs no visit, and is sealed', async () => {
    const summary = 'اتصلت تسأل عن موعد السلة الغذائية';
    const call = { channel: 'phone', reason: 'inquiry', summary, person: ours };
    const kept = expectStatus(
      await officer.post<InteractionView>('/interactions', call, idempotent()),
      201,
    );
    expect(kept).toMatchObject({ channel: 'phone', direction: 'incoming', summary });
    const row = await t.crm
      .db('crm_interactions')
      .where({ id: kept.id })
      .first<{ summary_sealed: string }>();
    expect(row.summary_sealed).not.toContain('السلة');
    const events = await t.crm.db('crm_events').where({ subject_id: kept.id });
    expect(JSON.stringify(events)).not.toContain('السلة');
    const stranger = { channel: 'letter', reason: 'complaint', summary: 'رسالة بلا اسم' };
    expectStatus(await officer.post('/interactions', stranger, idempotent()), 201);
  });

  it('names its channel, and only what is there', async () => {
    const call = { reason: 'inquiry', summary: 'كلام' };
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const [more, issue] of [
      [{}, 'channel: required'],
      [{ channel: 'phone', person: nowhere }, 'person: not_found'],
      [{ channel: 'phone', request: nowhere }, 'request: not_found'],
      [{ channel: 'phone', visit: nowhere }, 'visit: not_found'],
      [{ channel: 'phone', faq: 'no-such-question' }, 'faq: not_found'],
      [{ channel: 'pigeon' }, 'channel: option'],
    ] as const) {
      const reply = await officer.post('/interactions', { ...call, ...more }, idempotent());
      expect([reply.status, issuesOf(reply)]).toEqual([422, [issue]]);
    }
  });

  it('about a request of a person with a file is in the file too', async () => {
    const one = await scenario(t).submitted('inquiry');
    await t.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: ours });
    const call = {
      channel: 'phone',
      reason: 'follow_up',
      summary: 'تسأل عن طلبها',
      request: one.id,
    };
    expectStatus(await officer.post('/interactions', call, idempotent()), 201);
    const held = await interactionsOf(t.crm, t.crm.db, [ours], {
      id: officer.id,
      branch: null,
    });
    expect(held.filter(({ summary }) => summary === call.summary)).toHaveLength(1);
    const foreign = await delegate.post('/interactions', call, idempotent());
    expect(issuesOf(foreign)).toEqual(['request: not_found']);
  });
});

describe('an inquiry', () => {
  it('is answered from the published questions, best first, and kept with the one that answered it', async () => {
    const found = expectStatus(
      await officer.post<FaqView[]>('/desk/faqs', { q: 'كم مدة الرد على الطلب' }),
      200,
    );
    expect(found[0]?.question).toContain('الرد');
    const visit = await arrive({ name: 'سائل' });
    const { question, slug } = found[0] ?? { question: '', slug: '' };
    const said = { visit: visit.id, reason: 'inquiry', summary: question, faq: slug };
    const kept = expectStatus(
      await officer.post<InteractionView>('/interactions', said, idempotent()),
      201,
    );
    expect(kept.faq).toBe(slug);
    expect(expectStatus(await officer.post('/desk/faqs', { q: 'زقزق' }), 200)).toEqual([]);
  });

  it('without an answer becomes the editors’ task, who never learn whose question it was', async () => {
    const visit = await arrive({ name: 'هيا العصيمي', phone: '0559876543', person: ours });
    const question = 'هل تقبلون تبرعًا بأثاث مستعمل؟';
    const body = { audience: 'editors', question, visit: visit.id };
    const asked = await ask(body);
    expect(asked).toMatchObject({ state: 'open', mine: true, asker: { visit: visit.id } });

    const from = heard.length;
    const [waiting] = await questions(editor, '?state=open');
    expect(waiting).toMatchObject({ id: asked.id, question, asker: null, may: { answer: true } });
    const told = heard
      .slice(from)
      .map(({ text }) => text)
      .join();
    for (const secret of ['فاطمة', '559876543', ours, visit.id]) expect(told).not.toContain(secret);

    const answered = await editor.post<QuestionView>(`/questions/${asked.id}/answer`, {
      faq: 'when-answer-comes',
    });
    const slugs = expectStatus(await officer.post<FaqView[]>('/desk/faqs', { q: 'الرد' }), 200);
    expect(issuesOf(answered)).toEqual(['faq: not_found']);
    const [faq] = slugs;
    const published = await editor.post<QuestionView>(`/questions/${asked.id}/answer`, {
      faq: faq?.slug,
    });
    expect(expectStatus(published, 200)).toMatchObject({ answer: faq?.answer, faq: faq?.slug });

    const before = expectStatus(await officer.get<VisitDetail>(`/visits/${visit.id}`), 200);
    expect(before.questions).toEqual({ open: 0, answered: 1 });
    expectStatus(await officer.post(`/questions/${asked.id}/told`, { channel: 'phone' }), 200);
    const after = expectStatus(await officer.get<VisitDetail>(`/visits/${visit.id}`), 200);
    expect(after.questions).toEqual({ open: 0, answered: 0 });
    expect(after.interactions[0]).toMatchObject({
      direction: 'outgoing',
      channel: 'phone',
      summary: faq?.answer,
      faq: faq?.slug,
    });
  });

  it('goes to the editors without anybody’s number', async () => {
    const body = { audience: 'editors', question: 'رقمي ٠٥٥١٢٣٤٥٦٧ فمتى تتصلون؟' };
    const reply = await officer.post('/questions', body, idempotent());
    expect([reply.status, issuesOf(reply)]).toEqual([422, ['question: personal_number']]);
    await ask({ ...body, audience: 'researcher' });
  });
});

describe('an unclear procedure (S3)', () => {
  it('goes to the researcher with the visitor, and back to the desk until the visitor is told', async () => {
    const visit = await arrive({ name: 'عبيد الدعدي', phone: '0551112223' });
    const question = 'هل يلزم حضور الأب إن كانت الحضانة للأم؟';
    const asked = await ask({ audience: 'researcher', question, visit: visit.id });
    expect((await questions(editor)).map(({ id }) => id)).not.toContain(asked.id);
    const waiting = (await questions(researcher)).find(({ id }) => id === asked.id);
    expect(waiting).toMatchObject({
      question,
      asker: { name: 'عبيد الدعدي', phone: '+966551112223', visit: visit.id },
    });
    expect((await officer.post(`/questions/${asked.id}/told`)).error.details.code).toBe(
      'error.question_open',
    );

    const answers = await Promise.all(
      ['لا يلزم', 'يلزم'].map((answer) =>
        researcher.post<QuestionView>(`/questions/${asked.id}/answer`, { answer }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const answer = answers.find(({ status }) => status === 200)?.data.answer;
    const toTell = (await questions(officer, '?state=answered')).find(({ id }) => id === asked.id);
    expect(toTell).toMatchObject({ answer, may: { tell: true } });

    const telling = await Promise.all(
      [1, 2].map(() => officer.post(`/questions/${asked.id}/told`)),
    );
    expect(telling.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { interactions } = expectStatus(
      await officer.get<VisitDetail>(`/visits/${visit.id}`),
      200,
    );
    expect(interactions.map(({ summary }) => summary)).toEqual([answer]);
    expect(await eventsOf(asked.id)).toEqual(['question.asked', 'question.answered']);
  });

  it('is answered by who is asked, with words', async () => {
    const asked = await ask({ audience: 'researcher', question: 'ما معنى التابع؟' });
    expect((await editor.post(`/questions/${asked.id}/answer`, { answer: 'لا' })).status).toBe(404);
    const forOther = await ask({ audience: 'editors', question: 'متى تفتحون؟' });
    const reply = await researcher.post(`/questions/${forOther.id}/answer`, { answer: 'لا أعلم' });
    expect(reply.status).toBe(404);
    expect((await officer.post(`/questions/${asked.id}/answer`, { answer: 'هو' })).status).toBe(
      403,
    );
    const empty = await researcher.post(`/questions/${asked.id}/answer`, {});
    expect(issuesOf(empty)).toEqual(['answer: required']);
  });

  it('keeps question and answer sealed', async () => {
    const secret = 'زوجها في السجن';
    const asked = await ask({ audience: 'researcher', question: `${secret}، فمن يوقّع عنها؟` });
    expectStatus(await researcher.post(`/questions/${asked.id}/answer`, { answer: secret }), 200);
    const row: unknown = await t.crm.db('crm_questions').where({ id: asked.id }).first();
    const events: unknown = await t.crm.db('crm_events').where({ subject_id: asked.id });
    expect(JSON.stringify([row, events, t.log])).not.toContain(secret);
  });
});

describe('the home page', () => {
  it('counts what waits for each', async () => {
    const home = async (as: SignedIn) => expectStatus(await as.get<HomeFigures>('/home'), 200);
    const before = await home(officer);
    const visit = await arrive({ name: 'زائر' });
    await ask({ audience: 'editors', question: 'هل من دورات صيفية؟' });
    const after = await home(officer);
    expect(after.visitorsWaiting).toBe((before.visitorsWaiting ?? 0) + 1);
    expect(after.questionsWaiting).toBeNull();
    expectStatus(await step(officer, visit, 'start'), 200);
    expect((await home(officer)).visitorsWaiting).toBe(before.visitorsWaiting);
    const open = await questions(editor, '?audience=editors');
    expect(await home(editor)).toMatchObject({
      questionsWaiting: open.length,
      visitorsWaiting: null,
      answersToTell: null,
      mine: null,
    });
    const toTell = await questions(officer, '?state=answered');
    expect(after.answersToTell).toBe(toTell.length);
  });
});

describe('the words of a visitor', () => {
  it('stand in no address and no log', () => {
    const addresses = heard.map(({ path }) => decodeURIComponent(path)).join('\n');
    const log = t.log.join('\n');
    for (const word of ['السلة', 'مريم', '551234567', 'الحضانة']) {
      expect(addresses).not.toContain(word);
      expect(log).not.toContain(word);
    }
  });
});
