/** Inquiries, complaints, suggestions and volunteers over HTTP; and how requests end, and are taken up again. */
import type { Queue } from '../../src/plugins/beneficiary-crm/contracts/queue';
import type { VolunteerList } from '../../src/plugins/beneficiary-crm/contracts/volunteers';
import { act, actingSystem } from '../../src/plugins/beneficiary-crm/server/src/requests';
import {
  expireUnanswered,
  remindUnanswered,
} from '../../src/plugins/beneficiary-crm/server/src/requests/jobs';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { issuesOf, refusalsOf } from '../support/http';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
  second = await s.newStaff('relations_officer', 'second.officer');
}, 180_000);
afterAll(() => t?.stop());

const answered = async (kind: 'inquiry' | 'complaint' | 'suggestion'): Promise<Case> => {
  const one = await s.submitted(kind);
  await one.do(officer, 'start');
  await one.do(officer, 'answer', bodies.answer);
  await t.drain();
  return one;
};
const requests = (one: Case) => t.crm.db('crm_requests').where({ id: one.id });

describe('an answered inquiry', () => {
  it('becomes a draft for the editors, once, and is published by nobody but them', async () => {
    const one = await answered('inquiry');
    const after = await one.do(officer, 'offer_faq', bodies.offer_faq);
    expect(after.led.faq).toBe(true);
    const { faq_id } = await requests(one).first<{ faq_id: string }>('faq_id');
    const drafts = await t.crm.db('faqs').where({ document_id: faq_id }).select('published_at');
    expect(drafts).toEqual([{ published_at: null }]);
    const again = await one.try(officer, 'offer_faq', bodies.offer_faq);
    expect([again.status, refusalsOf(again)]).toEqual([409, ['not_offered_yet']]);
  });

  it.each([
    ['a name', { question: 'متى يُصرف دعم أحمد الحارثي؟' }, 'question: personal_number'],
    ['a number', { answer: 'اتصل على 0551234567 صباحًا' }, 'answer: personal_number'],
  ] as const)(
    'with %s of the person is refused, and nothing is drafted',
    async (_w, change, issue) => {
      const one = await answered('inquiry');
      const before = await t.crm.db('faqs').count();
      const reply = await one.try(officer, 'offer_faq', { ...bodies.offer_faq, ...change });
      expect([reply.status, issuesOf(reply)]).toEqual([422, [issue]]);
      expect(await t.crm.db('faqs').count()).toEqual(before);
    },
  );
});

describe('a complaint', () => {
  it('leaves the hands and the eyes of whom it is about', async () => {
    const one = await s.submitted('complaint');
    await one.do(officer, 'start');
    await one.do(second, 'name_staff', { staffId: officer.id });
    expect(await requests(one).first('assignee_id', 'about_staff_id')).toEqual({
      assignee_id: null,
      about_staff_id: officer.id,
    });
    expect((await officer.get(`/requests/${one.id}`)).status).toBe(404);
    expect((await one.try(officer, 'answer', bodies.answer)).status).toBe(404);
    const queue = expectStatus(await officer.get<Queue>('/requests?pageSize=100'), 200);
    expect(queue.rows.map(({ id }) => id)).not.toContain(one.id);
    const { reference } = one.receipt;
    const sought = expectStatus(
      await officer.post<{ requests: unknown[] }>('/beneficiaries/search', { q: reference }),
      200,
    );
    expect(sought.requests).toEqual([]);
    const others = expectStatus(await second.get<Queue>('/requests?pageSize=100'), 200);
    expect(others.rows.map(({ id }) => id)).toContain(one.id);
    await one.do(second, 'answer', bodies.answer);
  });

  it('about oneself is named by somebody else', async () => {
    const one = await s.submitted('complaint');
    const reply = await one.try(officer, 'name_staff', { staffId: officer.id });
    expect([reply.status, issuesOf(reply)]).toEqual([422, ['staffId: oneself']]);
  });

  it('whose answer does not satisfy goes on the applicant’s word to another person, once', async () => {
    const one = await answered('complaint');
    expect((await one.track()).canEscalate).toBe(true);
    const say = { ...one.credentials, reason: 'لم يُعالج ما اشتكيت منه' };
    expectStatus(await t.visitor.post('/requests/escalate', say), 200);
    expect((await one.track()).canEscalate).toBe(false);
    const same = await one.try(officer, 'answer', bodies.answer);
    expect(refusalsOf(same)).toEqual(['another_person_at_stage_two']);
    await one.do(second, 'answer', bodies.answer);
    await t.drain();
    expect((await t.visitor.post('/requests/escalate', say)).status).toBe(409);
  });
});

describe('a suggestion', () => {
  it('gets an answer and may lead to one improvement', async () => {
    const one = await answered('suggestion');
    const after = await one.do(officer, 'start_improvement', bodies.start_improvement);
    expect(after.led.improvement).toBe('تقصير مدة الرد في موسم الشتاء');
    const again = await one.try(officer, 'start_improvement', bodies.start_improvement);
    expect(refusalsOf(again)).toEqual(['no_improvement_yet']);
  });
});

describe('a volunteer', () => {
  const screened = async (answers: object, change: object) => {
    const one = await s.submitted('volunteering', undefined, { answers: await filled(answers) });
    await one.do(officer, 'start_screening');
    return { one, reply: await one.try(officer, 'screen', { ...bodies.screen, ...change }) };
  };
  const filled = async (answers: object) => ({
    ...(await s.body('volunteering')).answers,
    ...answers,
  });

  it('is accepted after a screening that says so, with skills and days', async () => {
    const { one, reply } = await screened({}, {});
    expectStatus(reply, 200);
    expect(reply.data.screening).toMatchObject({
      skills: ['teaching', 'events'],
      days: ['sunday', 'tuesday'],
      suitable: true,
      by: expect.any(String) as string,
    });
    await one.do(officer, 'accept_directly', bodies.accept_directly);
    const found = async (query: string) =>
      expectStatus(await officer.get<VolunteerList>(`/volunteers?${query}`), 200).rows.map(
        ({ id }) => id,
      );
    expect(await found('skill=events&day=tuesday&time=evening')).toEqual([one.id]);
    expect(await found('skill=office')).toEqual([]);
    expect(await found('day=friday')).toEqual([]);
  });

  it('who does not fit is not accepted, and a later screening has the last word', async () => {
    const { one } = await screened({}, { suitable: false });
    const refused = await one.try(officer, 'accept_directly', bodies.accept_directly);
    expect(refusalsOf(refused)).toEqual(['screened_suitable']);
    await one.do(officer, 'screen', bodies.screen);
    await one.do(officer, 'accept_directly', bodies.accept_directly);
    expect(await t.crm.db('crm_screenings').where({ request_id: one.id })).toHaveLength(2);
  });

  it.each([
    ['nobody saw the identity', {}, { identitySeen: false }, 'identitySeen: screening.identity'],
    [
      'is a child without the guardian’s word',
      { adult: 'no', guardian_phone: '0551112223' },
      {},
      'guardianAgreed: screening.guardian',
    ],
  ] as const)('of whom %s is not suitable', async (_what, answers, change, issue) => {
    const { one, reply } = await screened(answers, change);
    expect([reply.status, issuesOf(reply)]).toEqual([422, [issue]]);
    expect(await t.crm.db('crm_screenings').where({ request_id: one.id })).toEqual([]);
  });
});

describe('an applicant who owes an answer', () => {
  const asked = async () => {
    const one = await s.checking(services.committee);
    await one.do(officer, 'ask_applicant', bodies.ask_applicant);
    await t.drain();
    return one;
  };
  const told = async (one: Case): Promise<string[]> => {
    await t.drain();
    const rows = await t.crm
      .db('crm_messages')
      .where({ request_id: one.id })
      .orderBy('created_at')
      .pluck<string[]>('template');
    return rows.filter((template) => ['expired_reminder', 'expired'].includes(template));
  };

  it('is reminded twice, each once and by day, and only then is the request closed', async () => {
    const start = t.crm.now();
    const one = await asked();
    const { owed_deadline: deadline } = await requests(one).first<{ owed_deadline: Date }>(
      'owed_deadline',
    );
    const before = (days: number, hour: number) => {
      const at = new Date(deadline.getTime() - days * 86_400_000);
      at.setUTCHours(hour, 0, 0, 0);
      return at;
    };
    t.setNow(before(15, 9));
    expect([await remindUnanswered(t.crm), await told(one)]).toEqual([0, []]);
    // 23:00 in Riyadh
    t.setNow(before(13, 20));
    expect(await remindUnanswered(t.crm)).toBe(0);
    // The first working hours after it; both of two workers ask, one sends.
    for (let day = 13; day > 4 && (await told(one)).length === 0; day -= 1) {
      t.setNow(before(day, 8));
      await Promise.all([remindUnanswered(t.crm), remindUnanswered(t.crm)]);
    }
    expect(await told(one)).toEqual(['expired_reminder']);
    expect(await remindUnanswered(t.crm)).toBe(0);
    t.setNow(new Date(deadline.getTime() + 60_000));
    await expireUnanswered(t.crm);
    expect((await one.row()).status).toBe('awaiting_applicant');

    for (let day = 0; day > -7 && (await told(one)).length === 1; day -= 1) {
      t.setNow(before(day, 8));
      await remindUnanswered(t.crm);
    }
    await expireUnanswered(t.crm);
    expect((await one.row()).status).toBe('awaiting_applicant');
    await t.advance(1);
    await expireUnanswered(t.crm);
    expect((await one.row()).status).toBe('expired');
    expect(await told(one)).toEqual(['expired_reminder', 'expired_reminder', 'expired']);
    t.setNow(start);
  });

  it('and comes too late is taken up again, with the promise as far away as it was', async () => {
    const start = t.crm.now();
    const one = await asked();
    const { due_latest: promised } = await requests(one).first<{ due_latest: Date }>('due_latest');
    await t.advance(40);
    await requests(one).update({ reminders_sent: 2, reminded_at: start });
    await t.crm.transaction((unit) => act(unit, one.id, 'expire', actingSystem));
    await t.advance(5);
    await one.do(officer, 'reopen', { reason: 'كان في المستشفى' });
    const row = await requests(one).first<{ status: string; due_latest: Date; paused: boolean }>(
      'status',
      'due_latest',
      'paused',
    );
    expect(row).toMatchObject({ status: 'checking', paused: false });
    expect(row.due_latest.getTime() - promised.getTime()).toBe(45 * 86_400_000);
    t.setNow(start);
  });
});

describe('two requests of one person', () => {
  const twins = async () => {
    const first = await s.submitted('inquiry');
    await t.advance(1);
    const same = await requests(first).first<object>('applicant_phone', 'id_index');
    const later = await s.submitted('inquiry');
    await requests(later).update(same);
    return { first, later };
  };

  it('become one: the earlier goes on, the applicant is told, and it can be undone', async () => {
    const { first, later } = await twins();
    const after = await later.do(officer, 'mark_duplicate', { of: first.receipt.reference });
    expect(after).toMatchObject({
      status: 'duplicate',
      duplicateOf: { reference: first.receipt.reference },
    });
    expect((await first.read()).duplicates).toMatchObject([{ reference: later.receipt.reference }]);
    await t.drain();
    const [message] = await t.crm
      .db('crm_messages')
      .where({ request_id: later.id, template: 'marked_duplicate' });
    expect(message).toBeDefined();
    const undone = await later.do(officer, 'unmark_duplicate', bodies.unmark_duplicate);
    expect(undone).toMatchObject({ status: 'submitted', duplicateOf: null });
  });

  it('the later never takes the place of the earlier; of two who mark each other at one moment one is heard', async () => {
    const { first, later } = await twins();
    const [a, b] = await Promise.all([
      first.try(officer, 'mark_duplicate', { of: later.receipt.reference }),
      later.try(second, 'mark_duplicate', { of: first.receipt.reference }),
    ]);
    expect([a.status, b.status]).toEqual([422, 200]);
    // By then the later one may have ended as the duplicate that it is.
    expect(['of: duplicate.later', 'of: duplicate.ended']).toContain(issuesOf(a).join());
  });

  it('of two people stay two', async () => {
    const first = await s.submitted('inquiry');
    await t.advance(1);
    const later = await s.submitted('inquiry');
    const reply = await later.try(officer, 'mark_duplicate', { of: first.receipt.reference });
    expect([reply.status, issuesOf(reply)]).toEqual([422, ['of: duplicate.other_person']]);
  });
});
