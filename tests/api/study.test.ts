/** Social research (S3): the study and its versions, drafts, confirmation, home visits, and photos only with consent. */
import type { DraftSaved, StudyDesk } from '../../src/plugins/beneficiary-crm/contracts/study';
import type { RequestDetail } from '../../src/plugins/beneficiary-crm/contracts/admin';
import type { AgendaItemDetail } from '../../src/plugins/beneficiary-crm/contracts/items';
import type { PersonFile } from '../../src/plugins/beneficiary-crm/contracts/registry';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { heard, idempotent, issuesOf, refusalsOf } from '../support/http';
import { smallPdf } from '../support/pdf';
import { atOnce } from '../support/race';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;
let researcher: SignedIn;

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
  researcher = await t.loginAs('researcher');
}, 180_000);
afterAll(() => t?.stop());

const secret = 'كلام لا يُقرأ من قاعدة البيانات';
const study = bodies.write_study as Record<string, unknown>;

async function inResearch(service: string = services.everything): Promise<Case> {
  const one = await s.checking(service);
  await one.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
  return one;
}
const desk = async (one: Case, who: SignedIn = researcher) =>
  expectStatus(await who.get<StudyDesk>(`/requests/${one.id}/study`), 200);
const post = <Data = StudyDesk>(one: Case, path: string, body: object, who = researcher) =>
  who.post<Data>(`/requests/${one.id}${path}`, body, idempotent());

describe('a finished study', () => {
  it('keeps household, money and needs, counts them, and reads as it was written', async () => {
    const one = await inResearch();
    await one.do('researcher', 'write_study', { ...study, summary: secret });
    const [first] = (await desk(one)).studies;
    expect(first).toMatchObject({
      version: 1,
      householdSize: 6,
      monthlyIncome: 2500,
      monthlyExpenses: 4200,
      monthlyRent: 1500,
      incomePerHead: 416.66,
      afterRentPerHead: 166.66,
      tenure: 'rented',
      needs: [{ what: 'مساعدة شهرية', priority: 'urgent' }],
      summary: secret,
      recommendation: 'accepted',
    });
    expect(first?.members[0]).toMatchObject({ relation: 'head', age: 41, income: 1900 });
    expect(first?.members[1]).toMatchObject({ relation: 'spouse', income: 0, occupation: null });
    expect(first?.answers.map(({ key }) => key)).toEqual([
      'rooms',
      'basics_missing',
      'able_to_work',
      'work_hindrance',
    ]);
    expect((await one.read()).study).toEqual(first);
  });

  it('is sealed: no word of it stands in a table, an event or a log', async () => {
    const found = await t.crm.db('crm_studies').select<Record<string, unknown>[]>();
    expect(JSON.stringify(found)).not.toContain(secret);
    const events = await t.crm.db('crm_events').where('type', 'request.study_written').select();
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(t.log.join('\n')).not.toContain(secret);
  });

  it('is refused field by field, and nothing is half-written', async () => {
    const one = await inResearch();
    const before = await t.countRows();
    const wrong = await one.try('researcher', 'write_study', {
      ...study,
      incomes: [{ source: 'salary', member: 'nobody', amount: 10 }],
      answers: { rooms: 99, unknown: 'x' },
    });
    expect(wrong.status).toBe(422);
    expect(issuesOf(wrong).sort()).toEqual([
      'answers.able_to_work: required',
      'answers.basics_missing: required',
      'answers.rooms: max',
      'answers.unknown: unknown',
      'incomes.0.member: not_found',
    ]);
    const odd = await one.try('researcher', 'write_study', {
      ...study,
      members: [],
      expenses: [{ kind: 'rent', amount: 0.001 }],
      grounds: 'قصير',
    });
    expect(issuesOf(odd)).toEqual(
      expect.arrayContaining(['members: min', 'expenses.0.amount: format', 'grounds: too_short']),
    );
    expect(await t.countRows()).toEqual(before);
  });

  it('is never edited: a later one is a version of its own', async () => {
    const one = await inResearch();
    await one.do('researcher', 'write_study', study);
    const written = await t.crm.db('crm_studies').where({ request_id: one.id }).first();
    await one.do('researcher', 'write_study', {
      ...study,
      incomes: [{ source: 'social_security', amount: 1100 }],
    });
    const { studies } = await desk(one);
    expect(studies.map(({ version, monthlyIncome }) => [version, monthlyIncome])).toEqual([
      [2, 1100],
      [1, 2500],
    ]);
    expect(await t.crm.db('crm_studies').where({ id: written.id }).first()).toEqual(written);
  });

  it('of the time before reads on, by its totals and words', async () => {
    const one = await inResearch();
    await t.crm.db('crm_studies').insert({
      id: crypto.randomUUID(),
      request_id: one.id,
      version: 1,
      household_size: 3,
      income_halalas: 100_000,
      expenses_halalas: 200_000,
      housing: 'إيجار',
      needs: 'دواء',
      summary: 'دراسة قديمة',
      recommendation: 'accepted',
      written_by: researcher.id,
      written_at: t.crm.now(),
    });
    expect((await one.read()).study).toMatchObject({
      householdSize: 3,
      monthlyIncome: 1000,
      incomePerHead: 333.33,
      monthlyRent: null,
      afterRentPerHead: null,
      housing: 'إيجار',
      needs: [{ what: 'دواء', priority: null }],
      members: [],
      grounds: null,
    });
  });
});

describe('a referral is answered by a study of its own', () => {
  it('an earlier one does not do, until it is confirmed', async () => {
    const one = await inResearch();
    expect(refusalsOf(await one.try('researcher', 'confirm_study', bodies.confirm_study))).toEqual([
      'earlier_study',
    ]);
    await one.do('researcher', 'write_study', study);
    expect(refusalsOf(await one.try('researcher', 'confirm_study', bodies.confirm_study))).toEqual([
      'earlier_study',
    ]);
    await one.do('researcher', 'answer_research', bodies.answer_research);
    await one.checkEverything();
    await one.do('relations_officer', 'refer_to_research', { question: 'هل تغيّر الدخل؟' });
    expect((await desk(one)).referral).toMatchObject({ answeredByStudy: false });
    expect(
      refusalsOf(await one.try('researcher', 'answer_research', bodies.answer_research)),
    ).toEqual(['study_present']);

    const confirmed = await one.do('researcher', 'confirm_study', {
      reason: 'زرتهم اليوم ولم يتغيّر شيء',
    });
    expect(confirmed.timeline.at(-1)).toMatchObject({
      event: 'request.study_confirmed',
      detail: 'زرتهم اليوم ولم يتغيّر شيء',
    });
    expect(confirmed.actions.find(({ action }) => action === 'answer_research')?.allowed).toBe(
      true,
    );
    await one.do('researcher', 'answer_research', bodies.answer_research);
    await one.do('relations_officer', 'refer_to_committee');
    expect((await one.row()).status).toBe('committee');
  });

  it('a new one does', async () => {
    const one = await inResearch();
    await one.do('researcher', 'write_study', study);
    await one.do('researcher', 'answer_research', bodies.answer_research);
    await one.do('relations_officer', 'refer_to_research', { question: 'هل تغيّر الدخل؟' });
    await one.do('researcher', 'write_study', study);
    await one.do('researcher', 'answer_research', bodies.answer_research);
    expect((await one.row()).status).toBe('checking');
  });
});

const draft = { summary: secret, members: [{ key: 'a', name: 'سلمى' }] };

describe('a draft', () => {
  const save = (one: Case, revision: number, content: object, who = researcher) =>
    post<DraftSaved>(one, '/study/draft', { revision, content }, who);

  it('is kept sealed, says who saved it, and makes no event', async () => {
    const one = await inResearch();
    const events = () => t.crm.db('crm_events').count();
    const before = await events();
    expect(expectStatus(await save(one, 0, draft), 200).revision).toBe(1);
    const { writing } = await desk(one);
    expect(writing?.draft).toMatchObject({ revision: 1, content: { summary: secret } });
    expect(writing?.draft?.savedBy).toBeTruthy();
    const rows = await t.crm.db('crm_study_drafts').select();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await events()).toEqual(before);
  });

  it('that another has saved meanwhile is not written over', async () => {
    const one = await inResearch();
    const other = await s.newStaff('researcher', 'second.researcher');
    expectStatus(await save(one, 0, draft), 200);
    const [mine, theirs] = await Promise.all([
      save(one, 1, { ...draft, housing: 'أ' }),
      save(one, 1, { ...draft, housing: 'ب' }, other),
    ]);
    expect([mine.status, theirs.status].sort()).toEqual([200, 409]);
    const late = mine.status === 409 ? mine : theirs;
    expect(late.error.details).toMatchObject({ code: 'error.draft_changed', revision: 2 });
  });

  it('goes with the finished study, and is nobody else’s to read', async () => {
    const one = await inResearch();
    await save(one, 0, draft);
    expect((await desk(one, officer)).writing).toBeNull();
    await one.do('researcher', 'write_study', study);
    expect((await desk(one)).writing?.draft).toBeNull();
    await one.do('researcher', 'answer_research', bodies.answer_research);
    expect((await desk(one)).writing).toBeNull();
    const late = await save(one, 0, draft);
    expect([late.status, late.error.details.code]).toEqual([409, 'error.no_open_referral']);
  });

  it('begins with the household of the file, which the study does not change', async () => {
    const one = await inResearch();
    const { id, household } = await withFamily(one);
    expect((await desk(one)).writing?.household).toMatchObject([
      { key: id, relation: 'head', name: 'أحمد بن عبدالله الحارثي' },
    ]);
    await one.do('researcher', 'write_study', study);
    expect(
      await t.crm.db('crm_household_members').where({ household_id: household }).select(),
    ).toHaveLength(1);
  });
});

/** The request's applicant has a file, and a household. */
async function withFamily(one: Case): Promise<{ id: string; household: string }> {
  const file = await t.crm.transaction((unit) =>
    openFile(
      unit,
      { name: 'أحمد بن عبدالله الحارثي', contacts: [] },
      { path: 'desk', staffId: officer.id },
    ),
  );
  await t.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: file.id });
  const { version } = expectStatus(await officer.get<PersonFile>(`/beneficiaries/${file.id}`), 200);
  expectStatus(
    await officer.post(`/beneficiaries/${file.id}/household`, {
      expectedVersion: version,
      relationship: 'head',
    }),
    200,
  );
  const [row] = await t.crm.db('crm_household_members').where({ beneficiary_id: file.id });
  return { id: file.id, household: row.household_id };
}

describe('a home visit', () => {
  const visited = {
    visitedOn: '2026-11-01',
    met: 'الأم وابنها الأكبر',
    seen: `${secret}، والأطفال في المدرسة`,
    housing: 'بيت شعبي من ثلاث غرف، سقفه يحتاج إلى إصلاح',
  };
  async function booked(one: Case, startsAt = '2026-11-02T07:00:00.000Z'): Promise<string> {
    const reply = await researcher.post<{ id: string }>(
      '/appointments',
      {
        kind: 'home_visit',
        request: one.id,
        staff: researcher.id,
        startsAt,
        minutes: 30,
        place: 'قيا، خلف الجامع',
      },
      idempotent(),
    );
    return expectStatus(reply, 201).id;
  }

  it('is reported once, after its time, and shows in the study and in the agenda', async () => {
    const one = await inResearch();
    const visit = await booked(one);
    expect((await desk(one)).visits).toMatchObject([
      { id: visit, state: 'booked', place: 'قيا، خلف الجامع', report: null },
    ]);
    const report = (body: object, key?: string) =>
      researcher.post<StudyDesk>(
        `/requests/${one.id}/visits/${visit}/report`,
        body,
        idempotent(key),
      );
    expect(issuesOf(await report(visited))).toEqual(['visitedOn: not_yet']);
    t.setNow(new Date('2026-11-02T09:00:00.000Z'));
    expect(issuesOf(await report({ ...visited, visitedOn: '2026-11-03' }))).toEqual([
      'visitedOn: future',
    ]);
    expect(issuesOf(await report({ ...visited, met: '' }))).toEqual(['met: too_short']);

    const key = crypto.randomUUID();
    const [first, again] = await Promise.all([report(visited, key), report(visited, key)]);
    expect([first.status, again.status]).toEqual([200, 200]);
    const [shown] = (await desk(one)).visits;
    expect(shown).toMatchObject({ state: 'held', report: visited, words: null });
    const ended = await t.crm
      .db('crm_events')
      .where({ type: 'appointment.ended', subject_id: visit })
      .select('data');
    expect(ended).toMatchObject([{ data: { state: 'held' } }]);
    expect(expectStatus(await researcher.get(`/appointments/${visit}`), 200)).toMatchObject({
      state: 'held',
      report: visited.seen,
    });
    const rows = await t.crm.db('crm_appointments').where({ id: visit }).select();
    expect(JSON.stringify(rows)).not.toContain(secret);
    const late = await report({ ...visited, met: 'الأب' });
    expect([late.status, late.error.details.code]).toEqual([409, 'error.appointment_changed']);
    t.setNow(new Date('2026-11-01T09:00:00.000Z'));
  });

  it('of another request is not found', async () => {
    const [one, other] = [await inResearch(), await inResearch()];
    const visit = await booked(one, '2026-11-03T07:00:00.000Z');
    expect((await post(other, `/visits/${visit}/report`, visited)).status).toBe(404);
    expect((await post(one, '/visits/none/report', visited)).status).toBe(404);
  });
});

describe('photos and papers of a visit', () => {
  async function upload(): Promise<string> {
    const form = new FormData();
    form.append(
      'file',
      new Blob([new Uint8Array(smallPdf)], { type: 'application/pdf' }),
      'زيارة.pdf',
    );
    const reply = await researcher.send<{ upload: string }>('/visit-uploads', {
      method: 'POST',
      body: form,
    });
    return expectStatus(reply, 201).upload;
  }
  const add = async (one: Case) =>
    post(one, '/visit-papers', { upload: await upload(), kind: 'photo', caption: secret });

  /** As an officer records it in the person's file. */
  async function consent(file: string): Promise<string> {
    const { version, consents } = await change(file, '/consents', {
      purpose: 'photography',
      noticeVersion: (await officer.get<{ notice: { version: string } }>('/registry/choices')).data
        .notice.version,
      how: 'paper',
    });
    expect(version).toBeGreaterThan(1);
    return consents.find(({ purpose }) => purpose === 'photography')?.id ?? '';
  }
  async function change(file: string, path: string, body: object): Promise<PersonFile> {
    const { version: expectedVersion } = expectStatus(
      await officer.get<PersonFile>(`/beneficiaries/${file}`),
      200,
    );
    return expectStatus(
      await officer.post<PersonFile>(`/beneficiaries/${file}${path}`, { expectedVersion, ...body }),
      200,
    );
  }

  it('are refused by name without a file, and without a consent in force', async () => {
    const one = await inResearch();
    const strange = await add(one);
    expect([strange.status, strange.error.details.code]).toEqual([
      422,
      'error.photography_no_file',
    ]);
    await withFamily(one);
    const unasked = await add(one);
    expect([unasked.status, unasked.error.details.code]).toEqual([
      422,
      'error.photography_no_consent',
    ]);
    expect((await desk(one)).photography).toMatchObject({
      allowed: false,
      message: unasked.error.message,
    });
    expect(await t.crm.db('crm_visit_papers').where({ request_id: one.id })).toEqual([]);
  });

  it('may be taken once the researcher has read the notice and written the consent down, at the door', async () => {
    const one = await inResearch();
    const agree = (more: object = {}) =>
      post(one, '/photography-consent', { noticeVersion: 'none', how: 'in_person', ...more });
    expect((await desk(one)).photography.notice).toBeNull();
    expect((await agree()).error.details.code).toBe('error.photography_no_file');
    const { id: file } = await withFamily(one);
    const { notice } = (await desk(one)).photography;
    expect(notice?.text.length).toBeGreaterThan(100);
    expect((await desk(one, officer)).photography.notice).toBeNull();
    expect(issuesOf(await agree())).toEqual(['noticeVersion: version']);
    const noticeVersion = notice?.version;
    expect(issuesOf(await agree({ noticeVersion, how: 'website' }))).toEqual(['how: option']);
    const given = expectStatus(await agree({ noticeVersion }), 201);
    expect(given.photography).toEqual({ allowed: true, message: null, notice: null });
    const { consents } = expectStatus(await officer.get<PersonFile>(`/beneficiaries/${file}`), 200);
    expect(consents.filter(({ purpose }) => purpose === 'photography')).toMatchObject([
      { noticeVersion, how: 'in_person' },
    ]);
    const again = await agree({ noticeVersion });
    expect([again.status, again.error.details.code]).toEqual([409, 'error.consent_stands']);
    expectStatus(await add(one), 201);
    // Whoever only reads the study asks nobody.
    const denied = await post(one, '/photography-consent', { noticeVersion }, officer);
    expect(denied.status).toBe(403);
  });

  it('are kept and opened with an event, and destroyed with the consent', async () => {
    const one = await inResearch();
    const { id: file } = await withFamily(one);
    const given = await consent(file);
    const [paper] = expectStatus(await add(one), 201).papers;
    expect(paper).toMatchObject({ kind: 'photo', caption: secret, file: { name: 'زيارة.pdf' } });
    const address = `/files/${paper?.file.id}`;
    expect((await researcher.get(address)).status).toBe(200);
    const read = await t.crm
      .db('crm_events')
      .where({ type: 'request.file_read', subject_id: paper?.file.id });
    expect(read).toMatchObject([{ actor_id: String(researcher.id), request_id: one.id }]);
    const { storage_key } = await t.crm.db('crm_files').where({ id: paper?.file.id }).first();

    await change(file, `/consents/${given}/withdraw`, { how: 'phone' });
    expect((await desk(one)).papers).toEqual([]);
    expect((await researcher.get(address)).status).toBe(404);
    await t.drain();
    expect(await t.crm.db('crm_files').where({ storage_key }).select()).toEqual([]);
    expect((await add(one)).error.details.code).toBe('error.photography_no_consent');
    const removed = await t.crm
      .db('crm_events')
      .where({ type: 'request.visit_paper_removed', request_id: one.id });
    expect(removed).toMatchObject([
      { actor_kind: 'system', data: { kind: 'photo', reason: 'consent_withdrawn' } },
    ]);
  });

  it('come after the withdrawal or are gone with it, when both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await inResearch();
      const { id: file } = await withFamily(one);
      const given = await consent(file);
      await atOnce(t, [
        () => add(one),
        () => change(file, `/consents/${given}/withdraw`, { how: 'phone' }),
      ]);
      expect((await desk(one)).papers).toEqual([]);
    }
  });

  it('are taken back by the researcher, with the reason', async () => {
    const one = await inResearch();
    const { id: file } = await withFamily(one);
    await consent(file);
    const [paper] = expectStatus(await add(one), 201).papers;
    const gone = expectStatus(
      await post(one, `/visit-papers/${paper?.id}/remove`, { reason: 'صورة غير واضحة' }),
      200,
    );
    expect(gone.papers).toEqual([]);
    expect((await one.read()).timeline.at(-1)).toMatchObject({
      event: 'request.visit_paper_removed',
      detail: 'صورة غير واضحة',
    });
    expect(
      (await post(one, `/visit-papers/${paper?.id}/remove`, { reason: 'مرة أخرى' })).status,
    ).toBe(404);
  });

  it('are never told to the applicant', async () => {
    expect(
      heard.filter(({ path, text }) => path.startsWith('/requests/track') && text.includes(secret)),
    ).toEqual([]);
  });
});

it('the committee reads the newest study with its visits and papers', async () => {
  const one = await inResearch();
  await one.do('researcher', 'write_study', study);
  await one.do('researcher', 'answer_research', bodies.answer_research);
  await one.checkEverything();
  await one.do('relations_officer', 'refer_to_committee');
  const item = await s.onAgenda(one);
  const { file } = expectStatus(await item.read('chair'), 200) satisfies AgendaItemDetail;
  expect(file.study).toEqual(((await one.read()) satisfies RequestDetail).study);
  expect(file).toMatchObject({ visits: [], papers: [] });
});

it('belongs to the branch of its request', async () => {
  const one = await inResearch();
  await one.inBranch('upper-villages');
  const near = await t.loginAs('delegate');
  const far = await t.loginAs('delegate2');
  const statuses = [(await near.get(`/requests/${one.id}/study`)).status];
  statuses.push((await far.get(`/requests/${one.id}/study`)).status);
  expect(statuses).toEqual([200, 404]);
});
