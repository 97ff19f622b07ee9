/** Closing the loop: what is opened by whom and once, who may do what with it, and what the website says of it. */
import { randomUUID } from 'node:crypto';
import type {
  ImprovementDetail,
  ImprovementList,
} from '../../src/plugins/beneficiary-crm/contracts/improvements';
import { countIn } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/rollup.repository';
import type { PublicSatisfaction } from '../../src/plugins/beneficiary-crm/contracts/website';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { issuesOf } from '../support/http';
import { expectStatus, services } from '../support/scenario';

let t: TestCrm;
let quality: SignedIn;
let officer: SignedIn;
beforeAll(async () => {
  t = await bootCrm();
  [quality, officer] = await Promise.all([
    t.loginAs('quality_officer'),
    t.loginAs('relations_officer'),
  ]);
}, 180_000);
afterAll(() => t?.stop());

const list = async (who: SignedIn) =>
  expectStatus(await who.get<ImprovementList>('/improvements'), 200);
const read = async (who: SignedIn, id: string) =>
  expectStatus(await who.get<ImprovementDetail>(`/improvements/${id}`), 200);
const asBody = (one: ImprovementDetail) => ({
  version: one.version,
  titleAr: one.titleAr,
  titleEn: one.titleEn,
  saidAr: one.saidAr,
  saidEn: one.saidEn,
  resultAr: one.resultAr,
  resultEn: one.resultEn,
  owner: one.owner?.id ?? null,
  dueOn: one.dueOn,
  target: one.target,
});
const opened = async (more: object = {}) =>
  expectStatus(
    await quality.post<{ id: string }>('/improvements', {
      title: 'تقصير مدة الانتظار في الاستقبال',
      owner: officer.id,
      dueOn: '2026-12-01',
      ...more,
    }),
    201,
  ).id;
const texts = {
  titleEn: 'Shorter waiting at the desk',
  saidAr: 'انتظرنا طويلًا',
  saidEn: 'We waited long',
  resultAr: 'صار في كل فترة موظفان',
  resultEn: 'Two officers are on every shift',
};

describe('a theme below its target at the end of a quarter', () => {
  it('opens one action, however often the job comes round, and none for what belongs to no service', async () => {
    const survey = await t.crm
      .db('crm_surveys')
      .whereNotNull('published_at')
      .orderBy('version', 'desc')
      .first<{ slug: string; version: number }>('slug', 'version');
    const rows = Array.from({ length: 60 }, (_, nth) => ({
      id: randomUUID(),
      survey_slug: survey.slug,
      survey_version: String(survey.version),
      week: '2026-08-09',
      service_slug: nth % 2 === 0 ? services.direct : null,
      channel: 'phone' as const,
      branch: null,
      kind: 'assistance' as const,
      outcome: 'completed',
      mode: 'self' as const,
      answers: { overall: nth % 10 < 6 ? 4 : 2, speed: nth % 10 < 3 ? 5 : 1, dignity: 5 },
    }));
    // Before anything is read: what comes after a month was closed counts in the next.
    await t.crm.transaction(({ trx }) => countIn(trx, rows));
    await t.advance(1);
    await t.advance(1);
    await Promise.all([t.advance(0), t.advance(0)]);
    const opened = (await list(quality)).rows.filter(({ source }) => source === 'theme');
    expect(opened.map(({ theme }) => [theme?.question, theme?.service]).sort()).toEqual([
      ['overall', null],
      ['overall', services.direct],
      ['speed', null],
    ]);
    for (const { owner, state, source, target, effect } of opened)
      expect([owner, state, source, target, effect?.before?.to]).toEqual([
        null,
        'open',
        'theme',
        0.8,
        '2026-09-30',
      ]);
  });
});

describe('an improvement action', () => {
  it('is worked on by its owner, published by its keeper in both languages, and taken off again', async () => {
    const id = await opened();
    const first = await read(officer, id);
    expect(first.may).toEqual({
      change: true,
      assign: false,
      finish: true,
      drop: false,
      publish: false,
      withdraw: false,
    });
    const early = await officer.post(`/improvements/${id}/finish`, {
      version: first.version,
      doneOn: '2026-10-30',
    });
    expect([early.status, issuesOf(early)]).toEqual([422, ['resultAr: required']]);
    const terms = await officer.put(`/improvements/${id}`, {
      ...asBody(first),
      dueOn: '2027-12-01',
    });
    expect([terms.status, terms.error.details.code]).toEqual([403, 'error.improvement_terms']);
    const { titleEn, resultEn, ...arabic } = texts;
    const written = expectStatus(
      await officer.put<ImprovementDetail>(`/improvements/${id}`, { ...asBody(first), ...arabic }),
      200,
    );
    const stale = await officer.put(`/improvements/${id}`, asBody(first));
    expect([stale.status, stale.error.details.code]).toEqual([409, 'error.version_conflict']);
    const done = expectStatus(
      await officer.post<ImprovementDetail>(`/improvements/${id}/finish`, {
        version: written.version,
        doneOn: '2026-10-30',
      }),
      200,
    );
    const half = await quality.post(`/improvements/${id}/publish`, { version: done.version });
    expect(half.status).toBe(422);
    expect(issuesOf(half)).toEqual(['titleEn: required', 'resultEn: required']);
    const full = expectStatus(
      await quality.put<ImprovementDetail>(`/improvements/${id}`, {
        ...asBody(done),
        titleEn,
        resultEn,
      }),
      200,
    );
    const twice = await Promise.all(
      [1, 2, 3].map(() =>
        quality.post<ImprovementDetail>(`/improvements/${id}/publish`, { version: full.version }),
      ),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const onSite = async (locale: string) =>
      expectStatus(
        await t.visitor.get<PublicSatisfaction>(`/satisfaction?locale=${locale}`),
        200,
      ).improvements.find(({ doneOn }) => doneOn === '2026-10-30');
    expect(await onSite('en')).toMatchObject({
      title: texts.titleEn,
      said: texts.saidEn,
      result: texts.resultEn,
    });
    expect(await onSite('ar')).toMatchObject({ said: texts.saidAr, effect: null });
    const { version } = await read(quality, id);
    expectStatus(await quality.post(`/improvements/${id}/withdraw`, { version }), 200);
    expect(await onSite('ar')).toBeUndefined();
    const events = await t.crm.db('crm_events').where({ subject_id: id }).orderBy('seq');
    expect(events.map(({ type }) => type)).toEqual([
      'improvement.opened',
      'improvement.changed',
      'improvement.done',
      'improvement.changed',
      'improvement.published',
      'improvement.withdrawn',
    ]);
    expect(JSON.stringify(events)).not.toContain('الانتظار');
  });

  it('is nobody else’s: an officer sees those that are theirs, and of others not that they exist', async () => {
    const id = await opened({ owner: quality.id });
    expect((await officer.get(`/improvements/${id}`)).status).toBe(404);
    expect((await list(officer)).rows.map((row) => row.id)).not.toContain(id);
    expect((await list(officer)).choices).toBeNull();
    const { version } = await read(quality, id);
    expect(
      (await officer.post(`/improvements/${id}/finish`, { version, doneOn: '2026-10-30' })).status,
    ).toBe(404);
    expect((await (await t.loginAs('committee_member')).get('/improvements')).status).toBe(403);
    expect((await quality.get('/improvements/nonsense')).status).toBe(404);
  });

  it('is set aside with a reason', async () => {
    const id = await opened();
    const { version } = await read(quality, id);
    const dropped = expectStatus(
      await quality.post<ImprovementDetail>(`/improvements/${id}/drop`, {
        version,
        reason: 'يُعالج في إجراء آخر',
      }),
      200,
    );
    expect(dropped).toMatchObject({ state: 'dropped', droppedReason: 'يُعالج في إجراء آخر' });
    expect(Object.values(dropped.may)).not.toContain(true);
  });

  it('takes no owner, theme or comment that is none', async () => {
    const body = { title: 'تحسين ما', owner: officer.id, dueOn: '2026-12-01' };
    const member = await t.loginAs('committee_member');
    for (const [wrong, path] of [
      [{ owner: member.id }, 'owner'],
      [{ theme: { question: 'nothing', service: null } }, 'theme.question'],
      [{ theme: { question: 'overall', service: 'nothing' } }, 'theme.service'],
      [{ comment: '3f0e4c1a-7a53-4d5e-9f0a-000000000000' }, 'comment'],
    ] as const) {
      const reply = await quality.post('/improvements', { ...body, ...wrong });
      expect([reply.status, issuesOf(reply)]).toEqual([422, [`${path}: option`]]);
    }
  });
});
