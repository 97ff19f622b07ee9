/** The check of a request (S2): points and papers judged, data beside the registry's, asking for what is missing. */
import type { JudgementView } from '../../src/plugins/beneficiary-crm/contracts/checking';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent, issuesOf } from '../support/http';
import { expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
const officer = 'relations_officer';

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());

/** The first paper of a case that was sent, with its file. */
async function paperOf(one: Case) {
  const paper = (await one.read()).documents.find(({ files }) => files.length > 0);
  const [file] = paper?.files ?? [];
  if (!paper || !file) throw new Error('the case has no paper');
  return { key: paper.key, file: file.id };
}
const stateOf = async (one: Case, key: string) => {
  const { documents, checklist } = await one.read();
  return [
    documents.find((paper) => paper.key === key)?.state,
    checklist.find((item) => item.key === `document.${key}`)?.state,
  ];
};
const judge = (one: Case, body: object) => one.try(officer, 'judge_document', body);
const eventsOf = (one: Case, type: string) =>
  t.crm.db('crm_events').where({ request_id: one.id, type }).orderBy('seq');

describe('the checklist', () => {
  it('is built from the answers, the papers and the service’s own points, as they were frozen', async () => {
    const one = await s.checking(services.everything);
    const { checklist } = await one.read();
    expect(new Set(checklist.map(({ kind }) => kind))).toEqual(
      new Set(['answer', 'document', 'point']),
    );
    const point = checklist.find(({ key }) => key === 'point.data_matches');
    expect(point).toMatchObject({ state: 'pending', shown: null });
    expect(point?.label).toContain('طابقتُ');
    expect(checklist.find(({ kind }) => kind === 'answer')?.shown).toBeTruthy();
  });

  it('is done when every point is in order, and not before', async () => {
    const one = await s.checked();
    await one.do(officer, 'check_item', {
      key: 'point.data_matches',
      state: 'problem',
      note: 'الاسم مختلف',
    });
    const refused = await one.try(officer, 'refer_to_committee');
    expect(refused.error.details.refusals?.map(({ code }) => code)).toEqual(['checklist_done']);
    await one.do(officer, 'check_item', { key: 'point.data_matches', state: 'ok' });
    await one.do(officer, 'refer_to_committee');
  });

  it('takes no point that the service has not, and no paper by the way of answers', async () => {
    const one = await s.checking(services.everything);
    const { key } = await paperOf(one);
    for (const wrong of ['point.unheard_of', `document.${key}`, 'answer.unheard_of'])
      expect(issuesOf(await one.try(officer, 'check_item', { key: wrong, state: 'ok' }))).toEqual([
        'key: not_found',
      ]);
  });
});

describe('a paper', () => {
  it('is rejected with a reason, sent anew and judged anew; what was said of it stays', async () => {
    const one = await s.checking(services.everything);
    const { key, file } = await paperOf(one);
    await one.do(officer, 'judge_document', {
      key,
      file,
      state: 'rejected',
      reason: 'unreadable',
      note: 'التاريخ مطموس',
    });
    expect(await stateOf(one, key)).toEqual(['rejected', 'problem']);

    await one.do(officer, 'ask_applicant', {
      note: 'فضلاً أعد إرسال المستند',
      items: [{ kind: 'document', key }],
    });
    const { upload } = expectStatus(await s.upload(), 201);
    expectStatus(
      await t.visitor.post('/requests/respond', {
        ...one.credentials,
        documents: [{ key, upload }],
      }),
      200,
    );
    expect(await stateOf(one, key)).toEqual(['pending', 'pending']);

    const anew = (await one.read()).documents.find((paper) => paper.key === key)?.files.at(-1)?.id;
    const until = '2027-03-01';
    const detail = await one.do(officer, 'judge_document', {
      key,
      file: anew,
      state: 'accepted',
      validUntil: until,
    });
    expect(await stateOf(one, key)).toEqual(['accepted', 'ok']);
    const said = detail.documents.find((paper) => paper.key === key)?.judgements ?? [];
    expect(said.map(({ state, fileId }) => [state, fileId])).toEqual([
      ['accepted', anew],
      ['rejected', file],
    ]);
    expect(said).toMatchObject([
      { validUntil: until, reason: null },
      { reason: 'unreadable', note: 'التاريخ مطموس' },
    ] satisfies Partial<JudgementView>[]);
    const events = await eventsOf(one, 'request.document_judged');
    expect(events.map(({ data }) => data)).toMatchObject([
      { key: `document.${key}`, state: 'rejected', reason: 'unreadable' },
      { key: `document.${key}`, state: 'accepted' },
    ]);
    expect(JSON.stringify(events)).not.toContain('مطموس');
  });

  it('that was seen and not kept is there, for completeness and for the checklist', async () => {
    const one = await s.checked(services.everything);
    const { key } = await paperOf(one);
    await t.crm.db('crm_request_documents').where({ request_id: one.id, key }).delete();
    await t.crm
      .db('crm_checks')
      .where({ request_id: one.id, key: `document.${key}` })
      .delete();
    const refused = await one.try(officer, 'refer_to_committee');
    expect(refused.error.details.refusals?.map(({ code }) => code)).toEqual([
      'complete',
      'checklist_done',
    ]);
    await one.do(officer, 'judge_document', {
      key,
      state: 'sighted',
      how: 'in_person',
      reference: 'عقد 5512',
      validUntil: '2027-01-01',
    });
    expect(await stateOf(one, key)).toEqual(['sighted', 'ok']);
    await one.do(officer, 'refer_to_committee');
  });

  it('is judged by what it was on the day of submission', async () => {
    const one = await s.checking(services.everything);
    const { key, file } = await paperOf(one);
    const accept = (validUntil: string) => judge(one, { key, file, state: 'accepted', validUntil });
    // The product's time stands at 2026-11-01.
    expect(issuesOf(await accept('2026-10-31'))).toEqual(['validUntil: expired_at_submission']);
    expect((await accept('2026-11-01')).status).toBe(200);
  });

  it('names a file of this request, a reason, and words where the reason is another', async () => {
    const [one, other] = [
      await s.checking(services.everything),
      await s.checking(services.everything),
    ];
    const { key, file } = await paperOf(one);
    const foreign = (await paperOf(other)).file;
    const rejected = { key, file, state: 'rejected' };
    for (const [body, wrong] of [
      [{ key, state: 'accepted' }, 'file: required'],
      [{ key, state: 'accepted', file: foreign }, 'file: not_found'],
      [{ key: 'unheard_of', state: 'sighted', how: 'video' }, 'key: not_found'],
      [rejected, 'reason: required'],
      [{ ...rejected, reason: 'ugly' }, 'reason: option'],
      [{ ...rejected, reason: 'other' }, 'note: required'],
      [{ key, state: 'sighted' }, 'how: required'],
      [
        { key, state: 'sighted', how: 'in_person', reference: '1000000008' },
        'reference: identity_number',
      ],
      [{ key, state: 'sighted', how: 'in_person', file }, 'file: unknown'],
    ] as const) {
      const reply = await judge(one, body);
      expect([reply.status, issuesOf(reply)]).toEqual([422, [wrong]]);
    }
    expect(await eventsOf(one, 'request.document_judged')).toEqual([]);
    expect(await stateOf(one, key)).toEqual(['pending', 'pending']);
  });
});

describe('asking', () => {
  it('proposes everything that the check misses, with what is to be said of it', async () => {
    const one = await s.checking(services.everything);
    const { key, file } = await paperOf(one);
    await one.do(officer, 'judge_document', { key, file, state: 'rejected', reason: 'expired' });
    await one.do(officer, 'check_item', { key: 'answer.need', state: 'problem', note: 'للداخل' });
    const { asking, documents } = await one.read();
    expect(asking.items.filter(({ why }) => why !== null)).toMatchObject([
      { kind: 'document', key, why: 'rejected' },
      { kind: 'field', key: 'need', why: 'problem' },
    ]);
    const label = documents.find((paper) => paper.key === key)?.label ?? '';
    expect(asking.note).toBe(`${label}: انتهت صلاحيته، فضلًا أرسل نسخة سارية.`);
    // What officers write to each other is not proposed to the applicant.
    expect(asking.note).not.toContain('للداخل');
  });
});

describe('the data beside the registry’s', () => {
  const idNumber = '1000000008';
  const person = {
    name: 'محمد بن سعد الثبيتي',
    path: 'desk',
    city: 'ميسان',
    identity: { type: 'national_id', number: idNumber },
    contacts: [{ kind: 'mobile', value: '0559990001' }],
  };
  let file: string;
  let one: Case;
  beforeAll(async () => {
    const staff = await t.loginAs(officer);
    file = expectStatus(
      await staff.post<{ id: string }>('/beneficiaries', person, idempotent()),
      201,
    ).id;
    one = await s.submitted('assistance', services.everything, {
      applicant: {
        name: 'محمد بن سعد الثبيتى',
        idType: 'national_id',
        idNumber,
        phone: '0559990002',
        city: 'قيا',
      },
    });
  });
  const comparison = async (who: Parameters<Case['read']>[0] = officer) =>
    (await one.read(who)).comparison[0];
  const take = async (
    field: string,
    who: Parameters<TestCrm['loginAs']>[0] = officer,
    version?: number,
  ) =>
    (await t.loginAs(who)).post(`/requests/${one.id}/take-over`, {
      field,
      file,
      expectedVersion: version ?? (await comparison())?.fileVersion,
    });

  it('says of each field whether it is the same, and shows no number whole', async () => {
    const found = await comparison();
    expect(found).toMatchObject({ fileId: file, linked: true });
    expect(Object.fromEntries(found?.rows.map((row) => [row.field, row.verdict]) ?? [])).toEqual({
      name: 'same',
      identity: 'same',
      phone: 'differs',
      email: 'missing_in_file',
      city: 'differs',
      household_size: 'missing_in_file',
    });
    expect(found?.rows.filter(({ mayTake }) => mayTake).map(({ field }) => field)).toEqual([
      'phone',
      'email',
      'city',
    ]);
    expect(JSON.stringify(await one.read())).not.toContain(idNumber);
  });

  it('a value is taken into the file, once, as one event of the file', async () => {
    const before = await t.crm.db('crm_events').where({ type: 'file.changed', subject_id: file });
    for (const field of ['city', 'phone', 'email']) expectStatus(await take(field), 200);
    const events = await t.crm
      .db('crm_events')
      .where({ type: 'file.changed', subject_id: file })
      .orderBy('seq');
    expect(events.slice(before.length).map(({ data }) => data)).toEqual(
      ['city', 'phone', 'email'].map((field) => ({ fields: [field], request: one.id })),
    );
    const rows = (await comparison())?.rows ?? [];
    expect(rows.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    // Both phones are known now: a way of contact is one more.
    const contacts = await t.crm
      .db('crm_contact_points')
      .where({ beneficiary_id: file, kind: 'mobile' })
      .pluck('value');
    expect(contacts.sort()).toEqual(['+966559990001', '+966559990002']);
    expect((await take('city')).status).toBe(422);
    expect((await take('identity')).status).toBe(422);
  });

  it('is for who writes in the registry, on the file as it was seen, and on no other', async () => {
    expect((await take('name', 'researcher')).status).toBe(403);
    expect((await take('name', officer, 1)).status).toBe(409);
    const foreign = await s.submitted('assistance');
    const staff = await t.loginAs(officer);
    const version = (await comparison())?.fileVersion;
    const reply = await staff.post(`/requests/${foreign.id}/take-over`, {
      field: 'city',
      file,
      expectedVersion: version,
    });
    expect([reply.status, reply.error.details.code]).toEqual([409, 'error.not_of_this_file']);
  });

  it('is unknown to a delegate of another branch, and to who does not read the registry', async () => {
    await one.inBranch('wadi');
    expect((await one.read('delegate2')).comparison).toEqual([]);
    const reply = await (
      await t.loginAs('delegate2')
    ).post(`/requests/${one.id}/take-over`, { field: 'city', file, expectedVersion: 1 });
    expect(reply.status).toBe(404);
    await t.crm.db('crm_requests').where({ id: one.id }).update({ branch: null });
  });

  it('lays a request without a file beside those that it resembles, and takes nothing over', async () => {
    const alike = await s.submitted('assistance', services.committee, {
      applicant: { name: person.name, phone: '0559990001' },
    });
    await t.drain();
    const [found] = (await alike.read()).comparison;
    expect(found).toMatchObject({ fileId: file, linked: false });
    expect(found?.rows.some(({ mayTake }) => mayTake)).toBe(false);
  });
});

test('a stale step is refused with the version that is true, and what happened since can be read', async () => {
  const one = await s.checking();
  const before = await one.read();
  const [first, second] = before.checklist.filter(({ kind }) => kind === 'answer');
  const [mine, theirs] = [await t.loginAs(officer), await t.loginAs('officer2')];
  const body = { expectedVersion: before.version, state: 'ok' };
  const path = `/requests/${one.id}/actions/check_item`;
  const replies = await Promise.all([
    mine.post(path, { ...body, key: first?.key }),
    theirs.post(path, { ...body, key: second?.key ?? first?.key }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = replies.find(({ status }) => status === 409);
  expect(refused?.error.details).toMatchObject({
    code: 'error.version_conflict',
    version: before.version + 1,
  });
  const seen = Math.max(...before.timeline.map(({ seq }) => seq));
  const since = (await one.read()).timeline.filter(({ seq }) => seq > seen);
  expect(since.map(({ event }) => event)).toEqual(['request.item_checked']);
  expect(since[0]?.actor).not.toBe('—');
});
