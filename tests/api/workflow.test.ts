/** What the association sets for its requests: versions, refusals, and running requests that keep what they began with. */
import type { WorkflowView } from '../../src/plugins/beneficiary-crm/contracts/workflow';
import { workflowPolicy } from '../../src/plugins/beneficiary-crm/server/src/policy/workflow.policy';
import type { WorkflowSettings } from '../../src/plugins/beneficiary-crm/server/src/policy/workflow.policy';
import { currentWorkflow } from '../../src/plugins/beneficiary-crm/server/src/services/workflow.service';
import type { Workflow } from '../../src/plugins/beneficiary-crm/server/src/services/workflow.service';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import type { Reply } from '../support/http';
import { atOnce } from '../support/race';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let director: SignedIn;

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  director = await t.loginAs('executive_director');
}, 180_000);
afterAll(() => t?.stop());

const day = 86_400_000;
const read = async () => expectStatus(await director.get<WorkflowView>('/workflow'), 200);
const bodyOf = ({ version, settings }: WorkflowView, part: Partial<WorkflowSettings> = {}) => ({
  expectedVersion: version,
  ...settings,
  ...part,
  reason: 'قرار مجلس الإدارة في جلسته الأخيرة',
});
const keep = async (part: Partial<WorkflowSettings>) =>
  director.post<WorkflowView>('/workflow', bodyOf(await read(), part));
const issuesOf = (reply: Reply) =>
  reply.error.details.errors?.map(({ path, code }) => `${path}:${code}`);
const versions = () => t.crm.db('crm_workflows').orderBy('version').pluck('version');
const frozen = async ({ id }: Case): Promise<Workflow> =>
  (await t.crm.db('crm_requests').where({ id }).first<{ workflow: Workflow }>('workflow')).workflow;

describe('the settings', () => {
  it('are the policy’s own until somebody changes them', async () => {
    expect(await read()).toEqual({ version: 'policy', settings: workflowPolicy, history: [] });
  });

  it('are kept in versions, with who, when, why and what', async () => {
    const body = bodyOf(await read(), {
      appealDays: 45,
      reminderDaysBefore: [2, 10],
      stepDays: { ...workflowPolicy.stepDays, screening: undefined, checking: 4 },
    });
    const kept = expectStatus(await director.post<WorkflowView>('/workflow', body), 200);
    expect(kept).toMatchObject({
      version: 'association-1',
      settings: { appealDays: 45, reminderDaysBefore: [10, 2] },
      history: [
        {
          version: 'association-1',
          at: '2026-11-01T09:00:00.000Z',
          reason: body.reason,
          changes: [
            { setting: 'reminderDaysBefore', before: [14, 3], after: [10, 2] },
            { setting: 'appealDays', before: 30, after: 45 },
            { setting: 'stepDays.checking', before: 5, after: 4 },
            { setting: 'stepDays.screening', before: 10, after: null },
          ],
        },
      ],
    });
    expect(kept.history[0]?.by).not.toBe('');
    const [event, ...more] = await t.crm.db('crm_events').where({ type: 'workflow.changed' });
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actor_id: String(director.id),
      subject_kind: 'workflow',
      subject_id: 'association-1',
      data: {
        settings: ['reminderDaysBefore', 'appealDays', 'stepDays.checking', 'stepDays.screening'],
      },
    });

    const second = expectStatus(await keep({ appealDays: 60 }), 200);
    expect(second.history.map(({ version, changes }) => [version, changes.length])).toEqual([
      ['association-2', 1],
      ['association-1', 4],
    ]);
    // The same change again comes too late: it was made from a version that is no longer in force.
    const late = await director.post('/workflow', body);
    expect([late.status, late.error.details.code]).toEqual([409, 'error.workflow_changed']);
  });

  it('are changed by one of two who change them at once', async () => {
    const body = bodyOf(await read());
    const replies = await atOnce(
      t,
      [20, 21, 22, 23].map(
        (closeAnsweredDays) => () => director.post('/workflow', { ...body, closeAnsweredDays }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.flatMap(({ error }) => error?.details.code ?? [])).toEqual(
      Array(3).fill('error.workflow_changed'),
    );
    expect(await versions()).toEqual([1, 2, 3]);
  });

  it('are refused with every mistake named, and nothing is kept', async () => {
    const wrong = await keep({
      replyEarliestDays: 13,
      replyLatestDays: 10,
      reminderDaysBefore: [40],
      complaint: { acknowledgeDays: 12, answerDays: 10, secondStageDays: 20 },
      stepDays: { checking: 0 },
    });
    expect(wrong.status).toBe(422);
    expect(issuesOf(wrong)).toEqual([
      'replyEarliestDays:reply_floor',
      'replyLatestDays:min',
      'stepDays.checking:min',
      'replyLatestDays:reply_order',
      'reminderDaysBefore.0:reminder_after_deadline',
      'complaint.acknowledgeDays:complaint_order',
    ]);
    expect(wrong.error.details.errors?.[0]?.message).toContain('أسبوعين');
    const body = bodyOf(await read());
    for (const [part, issue] of [
      [{ appealDays: '30' }, 'appealDays:type'],
      [{ appealDays: 30.5 }, 'appealDays:type'],
      [{ appealDays: undefined }, 'appealDays:required'],
      [{ holdUntilEarliest: 'yes' }, 'holdUntilEarliest:type'],
      [{ stepDays: { completed: 3 } }, 'stepDays.completed:type'],
      [{ reason: '  ' }, 'reason:too_short'],
      [{ more: 1 }, 'more:unknown'],
    ] as const) {
      const reply = await director.post('/workflow', { ...body, ...part });
      expect([reply.status, issuesOf(reply)?.[0]]).toEqual([422, issue]);
    }
    const same = await director.post('/workflow', body);
    expect([same.status, same.error.details.code]).toEqual([422, 'error.workflow_unchanged']);
    expect(await versions()).toEqual([1, 2, 3]);
  });

  it('are read and changed by who keeps them', async () => {
    const officer = await t.loginAs('relations_officer');
    expect((await officer.get('/workflow')).status).toBe(403);
    expect((await officer.post('/workflow', bodyOf(await read()))).status).toBe(403);
  });
});

describe('what is held in memory', () => {
  it('is neither what was rolled back, nor older than what another server has kept', async () => {
    const { settings, version } = await read();
    const next = Number(version.split('-').at(-1)) + 1;
    const row = (appealDays: number) => ({
      version: next,
      settings: JSON.stringify({ ...settings, appealDays }),
      changed_by: director.id,
      changed_at: t.crm.now(),
      reason: 'بلا تغيير',
    });
    const inForce = async () => (await currentWorkflow(t.crm)).appealDays;
    await inForce();
    const trx = await t.crm.db.transaction();
    await trx('crm_workflows').insert(row(77));
    expect((await currentWorkflow({ db: trx })).appealDays).toBe(77);
    await trx.rollback();
    expect(await inForce()).toBe(settings.appealDays);
    await t.crm.db('crm_workflows').insert(row(66));
    expect(await inForce()).toBe(66);
    await t.crm.db('crm_workflows').where({ version: next }).delete();
    expect(await inForce()).toBe(settings.appealDays);
  });
});

describe('a running request', () => {
  it('keeps what it began with: the reply clock, the time to answer, the window to appeal', async () => {
    expectStatus(
      await keep({
        ...workflowPolicy,
        reminderDaysBefore: [14, 3],
      }),
      200,
    );
    const before = await s.checking();
    const firstVersion = (await read()).version;
    expectStatus(
      await keep({
        replyEarliestDays: 21,
        replyLatestDays: 40,
        checkingDays: 5,
        answerDays: 20,
        appealDays: 60,
        reminderDaysBefore: [7],
      }),
      200,
    );
    const after = await s.checking();
    expect((await frozen(before)).version).toBe(firstVersion);
    expect((await frozen(after)).version).toBe((await read()).version);

    const promised = ({ receipt }: Case, which: 'earliest' | 'latest') =>
      Math.round((Date.parse(receipt.promise[which]) - t.crm.now().getTime()) / day);
    expect([promised(before, 'earliest'), promised(before, 'latest')]).toEqual([14, 37]);
    expect([promised(after, 'earliest'), promised(after, 'latest')]).toEqual([21, 45]);

    const asked = async (one: Case) => {
      await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
      const { owed } = await one.read();
      await one.do('relations_officer', 'respond', bodies.respond);
      return (Date.parse(owed?.deadline ?? '') - t.crm.now().getTime()) / day;
    };
    expect(await asked(before)).toBe(30);
    expect(await asked(after)).toBe(20);

    const rejected = async (one: Case) => {
      await one.checkEverything();
      await one.do('relations_officer', 'refer_to_committee');
      await s.replied('rejected', one);
      const { decision } = await one.read();
      return (
        (Date.parse(decision?.appealUntil ?? '') - Date.parse(decision?.repliedAt ?? '')) / day
      );
    };
    expect(await rejected(before)).toBe(30);
    expect(await rejected(after)).toBe(60);
  });

  it('sends its reply by the hold that it began with', async () => {
    expectStatus(await keep({ ...workflowPolicy, holdUntilEarliest: true }), 200);
    const held = (await s.decided('accepted')).request;
    expectStatus(await keep({ holdUntilEarliest: false }), 200);
    const free = (await s.decided('accepted')).request;
    await t.advance(0);
    const replied = async (one: Case) => (await one.read()).decision?.repliedAt != null;
    expect([await replied(held), await replied(free)]).toEqual([false, true]);
  });
});

describe('a service of its own times', () => {
  interface Documents {
    findFirst(query: object): Promise<{ documentId: string }>;
    update(entry: object): Promise<unknown>;
    publish(entry: object): Promise<unknown>;
  }
  const change = async (data: object) => {
    const documents = t.strapi.documents(
      'plugin::beneficiary-crm.service' as never,
    ) as unknown as Documents;
    const { documentId } = await documents.findFirst({ filters: { slug: services.committee } });
    await documents.update({ documentId, locale: 'ar', data });
    await documents.publish({ documentId, locale: 'ar' });
  };

  it('gives them to its own requests from now on, and promises by them', async () => {
    const { settings, version } = expectStatus(await keep({ ...workflowPolicy }), 200);
    const before = await s.submitted();
    await change({ checkingDays: 12, appealDays: 50, checkStepDays: 10, committeeStepDays: 20 });
    const after = await s.submitted();
    const other = await s.submitted('assistance', services.direct);
    expect(await frozen(before)).toEqual({ ...settings, version });
    expect(await frozen(other)).toEqual({ ...settings, version });
    expect(await frozen(after)).toEqual({
      ...settings,
      version,
      checkingDays: 12,
      appealDays: 50,
      stepDays: { ...settings.stepDays, checking: 10, committee: 20 },
    });
    const { promise } = expectStatus(
      await t.visitor.get<{ promise: { earliestDays: number; latestDays: number } }>(
        `/services/${services.committee}`,
      ),
      200,
    );
    expect(promise).toEqual({ earliestDays: 14, latestDays: 42 });
    expect(Date.parse(after.receipt.promise.latest) - t.crm.now().getTime()).toBe(42 * day);
  });

  it.each([
    ['مدة لدراسة الحالة', { studyStepDays: 5 }],
    ['أيام عمل التحقق أكثر', { checkingDays: 3, checkStepDays: 4 }],
    [
      'مكرر',
      {
        checklist: [
          { key: 'seen', label: 'أ' },
          { key: 'seen', label: 'ب' },
        ],
      },
    ],
    [
      'خيارين',
      { studyQuestions: [{ key: 'roof', label: 'نوع السقف', type: 'choice', required: true }] },
    ],
  ])('is not published with nonsense: %s', async (said, data) => {
    const clean = { studyStepDays: null, checkingDays: null, checkStepDays: null, checklist: [] };
    await expect(change({ ...clean, ...data })).rejects.toThrow(said);
  });
});
