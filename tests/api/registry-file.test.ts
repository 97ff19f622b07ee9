/** A person's file through HTTP: what it tells and to whom, every change of it, and two who change it at once. */
import type { HomeFigures } from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  FileList,
  PersonFile,
  PersonUpload,
  RegistryChoices,
} from '../../src/plugins/beneficiary-crm/contracts/registry';
import type { NewPerson } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { heard, issuesOf } from '../support/http';
import type { Reply } from '../support/http';
import { smallPdf } from '../support/pdf';
import { bodies, expectStatus, scenario, services } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;
beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
}, 180_000);
afterAll(() => t?.stop());

const nowhere = '00000000-0000-4000-8000-000000000000';
let serial = 100;

/** A checksum-valid national ID that nobody else in this file has. */
function newNumber(first = '1'): string {
  serial += 1;
  const nine = `${first}${String(serial).padStart(8, '0')}`;
  const sum = [...nine].reduce((held, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return held + (value > 9 ? value - 9 : value);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

/** Opens a file at the desk, by a name too short to resemble others. @returns its id */
const opened = (person: Partial<NewPerson> = {}): Promise<string> =>
  t.crm.transaction(
    async (unit) =>
      (
        await openFile(
          unit,
          { name: 'نورة بنت سعد', contacts: [], ...person },
          { path: 'desk', staffId: officer.id },
        )
      ).id,
  );

const read = async (id: string, staff: SignedIn = officer): Promise<PersonFile> =>
  expectStatus(await staff.get<PersonFile>(`/beneficiaries/${id}`), 200);

/** Tries a change with the version that the file has now. */
async function attempt(
  id: string,
  path: string,
  body: object,
  staff: SignedIn = officer,
): Promise<Reply<PersonFile>> {
  const row = await t.crm
    .db('crm_beneficiaries')
    .where({ id })
    .first<{ version: number } | undefined>('version');
  return staff.post(`/beneficiaries/${id}${path}`, {
    expectedVersion: row?.version ?? 1,
    ...body,
  });
}
const change = async (id: string, path: string, body: object, staff: SignedIn = officer) =>
  expectStatus(await attempt(id, path, body, staff), 200);

const eventsOf = (id: string): Promise<{ type: string; data: Record<string, unknown> }[]> =>
  t.crm
    .db('crm_events')
    .where({ subject_kind: 'beneficiary', subject_id: id })
    .orderBy('seq')
    .select('type', 'data');

async function upload(staff: SignedIn = officer): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(smallPdf)], { type: 'application/pdf' }), 'عقد.pdf');
  const reply = await staff.send<PersonUpload>('/registry/uploads', { method: 'POST', body: form });
  return expectStatus(reply, 201).upload;
}

const noticeVersion = async () =>
  expectStatus(await officer.get<RegistryChoices>('/registry/choices'), 200).notice.version;

const facts = { name: 'نورة بنت سعد بن علي الحارثي' };

describe('a file', () => {
  it('tells who the person is, and nothing that is sealed', async () => {
    const number = newNumber();
    const id = await opened({
      birthDate: '1990-12-01',
      city: 'قيا',
      categories: ['orphans', 'needy-families'],
      contacts: [{ kind: 'mobile', value: '+966551234567', preferred: true }],
      identity: { type: 'national_id', number },
    });
    const from = heard.length;
    const file = await read(id);
    expect(file).toMatchObject({
      id,
      version: 1,
      name: 'نورة بنت سعد',
      age: 35,
      birthYear: 1990,
      status: 'active',
      consequences: [],
      source: 'desk',
      household: null,
      may: { change: true, merge: true, receive: true },
    });
    expect(file.categories.map(({ name }) => name)).toEqual(['الأسر المحتاجة', 'الأيتام']);
    expect(file.contacts).toMatchObject([{ value: '+966551234567', preferred: true }]);
    expect(file.identities).toMatchObject([
      { masked: `•••••••${number.slice(-3)}`, state: 'pending', sightings: [] },
    ]);
    expect(file.timeline.map(({ event }) => event)).toEqual(['file.opened']);
    expect(heard.slice(from).some(({ text }) => text.includes(number))).toBe(false);
  });

  it('is changed as a whole, and the event names fields alone', async () => {
    const id = await opened({ contacts: [{ kind: 'mobile', value: '+966551234567' }] });
    const file = await change(id, '', {
      name: 'نورة بنت سعد الحارثي',
      birthYear: 1988,
      latitude: 21.4,
      longitude: 40.5,
      preferredTimes: ['morning'],
      categories: ['orphans'],
      contacts: [
        { kind: 'mobile', value: '055 765 4321', preferred: true },
        { kind: 'landline', value: '0127654321', label: 'البيت' },
        { kind: 'email', value: 'Noura@Example.com' },
      ],
    });
    expect(file).toMatchObject({
      version: 2,
      name: 'نورة بنت سعد الحارثي',
      birthYear: 1988,
      latitude: 21.4,
      preferredTimes: ['morning'],
    });
    expect(file.contacts.map(({ value }) => value).sort()).toEqual([
      '+966127654321',
      '+966557654321',
      'Noura@example.com',
    ]);
    const last = (await eventsOf(id)).at(-1);
    expect(last?.type).toBe('file.changed');
    expect(last?.data).toEqual({
      fields: expect.arrayContaining(['name', 'birth_year', 'contacts', 'categories']) as unknown,
    });
    expect(JSON.stringify(last?.data)).not.toMatch(/نورة|0557654321|966/);
    const emptied = await change(id, '', facts);
    expect([emptied.contacts, emptied.categories, emptied.latitude]).toEqual([[], [], null]);
  });

  it('refuses what cannot be, field by field, and keeps the old', async () => {
    const id = await opened();
    const reply = await attempt(id, '', {
      ...facts,
      birthDate: '2030-01-01',
      birthYear: 1990,
      latitude: 20,
      branch: 'atlantis',
      categories: ['heroes'],
      contacts: [
        { kind: 'mobile', value: '12' },
        { kind: 'landline', value: '0551234567' },
        { kind: 'email', value: 'a@example.com', preferred: true },
        { kind: 'email', value: 'a@EXAMPLE.com', preferred: true },
      ],
    });
    expect(reply.status).toBe(422);
    expect(issuesOf(reply).sort()).toEqual([
      'birthDate: future',
      'birthYear: birth_year',
      'branch: option',
      'categories.0: option',
      'contacts.0.value: phone',
      'contacts.1.value: landline',
      'contacts.3.value: contact_twice',
      'contacts: one_preferred',
      'latitude: both_coordinates',
    ]);
    expect((await attempt(id, '', { name: 'ن' })).status).toBe(422);
    expect((await attempt(id, '', { ...facts, status: 'archived' })).status).toBe(422);
    expect((await read(id)).version).toBe(1);
  });

  it('lets one of two who change it at once through, and tells the other', async () => {
    const id = await opened();
    const other = await t.loginAs('officer2');
    const replies = await Promise.all(
      [officer, other].map((staff, at) =>
        staff.post(`/beneficiaries/${id}`, { expectedVersion: 1, ...facts, city: `قرية ${at}` }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.error.details).toMatchObject({
      code: 'error.version_conflict',
      version: 2,
    });
    const happened = (await eventsOf(id)).map(({ type }) => type);
    expect(happened.filter((type) => type !== 'file.match_found')).toEqual([
      'file.opened',
      'file.changed',
    ]);
  });

  it('is not there for a delegate of another branch, in no way', async () => {
    const delegate = await t.loginAs('delegate2');
    const own = await opened({ branch: 'wadi' });
    const foreign = await opened({ branch: 'upper-villages' });
    expect((await read(own, delegate)).branch?.slug).toBe('wadi');
    const nobody = await delegate.get(`/beneficiaries/${nowhere}`);
    for (const id of [foreign, await opened()]) {
      const reply = await delegate.get(`/beneficiaries/${id}`);
      expect([reply.status, reply.text]).toEqual([404, nobody.text]);
      for (const [path, body] of [
        ['', facts],
        ['/status', { status: 'archived', reason: 'انتقل' }],
        ['/household', { relationship: 'head' }],
        ['/consents', { purpose: 'awareness', noticeVersion: '1', how: 'paper' }],
      ] as const)
        expect([path, (await attempt(id, path, body, delegate)).status]).toEqual([path, 404]);
      expect((await read(id)).version).toBe(1);
    }
    const list = expectStatus(await delegate.get<FileList>('/beneficiaries?pageSize=100'), 200);
    expect(list.rows.map(({ branch }) => branch)).toEqual(list.rows.map(() => 'wadi'));
    const moved = await attempt(own, '', { ...facts, branch: 'upper-villages' }, delegate);
    expect(issuesOf(moved)).toEqual(['branch: option']);
  });
});

describe('the standing of a file', () => {
  it('changes with a reason, says what follows, and closes the doors it should', async () => {
    const number = newNumber();
    const id = await opened({ identity: { type: 'national_id', number } });
    const paused = await change(id, '/status', { status: 'paused', reason: 'سافر شهرين' });
    expect(paused).toMatchObject({ status: 'paused', statusReason: 'سافر شهرين' });
    expect(paused.consequences).toHaveLength(3);
    expect(
      (await attempt(id, '/status', { status: 'paused', reason: 'مرة أخرى' })).error.details,
    ).toMatchObject({ code: 'error.same_status' });
    expect((await attempt(id, '/status', { status: 'active', reason: 'ن' })).status).toBe(422);

    const one = await s.checked(services.everything);
    await one.do('relations_officer', 'refer_to_committee');
    const item = await s.replied('accepted', one);
    const enrolling = { ...bodies.enrol, identityNumber: number };
    const refused = await item.request.try('relations_officer', 'enrol', enrolling);
    expect([refused.status, refused.error.details.code]).toEqual([409, 'error.file_paused']);
    expect((await read(id)).identities[0]?.sightings).toEqual([]);
    await change(id, '/status', { status: 'active', reason: 'عاد' });
    await item.request.do('relations_officer', 'enrol', enrolling);
    await item.request.startDelivery();
    await change(id, '/status', { status: 'deceased', reason: 'شهادة وفاة' });
    const late = await item.request.try(
      'delivery_officer',
      'record_delivery',
      bodies.record_delivery,
    );
    expect([late.status, late.error.details.code]).toEqual([409, 'error.file_deceased']);
    const file = await read(id);
    expect(file.age).toBeNull();
    expect(file.requests.map(({ reference }) => reference)).toEqual([
      item.request.receipt.reference,
    ]);
    expect(file.identities[0]?.sightings).toMatchObject([
      { reference: item.request.receipt.reference, state: 'valid', expiresOn: '2030-01-01' },
    ]);
    expect(file.timeline.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['request.submitted', 'request.enrolled', 'file.status_changed']),
    );
  });
});

describe('what the page tells of the rest', () => {
  it('nothing of an evaluation, and each event once', async () => {
    const one = await s.completed(services.direct);
    await t.drain();
    const id = await opened({ contacts: [{ kind: 'mobile', value: '+966555556666' }] });
    await t.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: id });
    const invited = await t.crm
      .db('crm_messages')
      .where({ request_id: one.id, template: 'evaluation_invitation' });
    expect(invited).toHaveLength(1);
    const file = await read(id);
    expect(file.deliveries).toMatchObject([{ reference: one.receipt.reference, amount: 800 }]);
    expect(file.timeline.map(({ event }) => event)).toContain('request.completed');
    expect(JSON.stringify(file)).not.toMatch(/evaluat|تقييم/);
    const seqs = file.timeline.map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(seqs.length);
  });

  it('of 200 requests in less than 150 ms, with as many queries as for one', async () => {
    const [id, small] = [await opened(), await opened()];
    const one = await s.submitted('inquiry');
    await t.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: id });
    const columns = (
      await t.crm
        .db('information_schema.columns')
        .where({ table_name: 'crm_requests' })
        .whereNot({ is_generated: 'ALWAYS' })
        .pluck<string[]>('column_name')
    ).filter((name) => !['id', 'reference'].includes(name));
    await t.crm.db.raw(
      `insert into crm_requests (id, reference, ${columns.join(', ')})
        select gen_random_uuid(), 'REF-' || n, ${columns.join(', ')}
        from crm_requests, generate_series(1, 200) n where id = ?`,
      [one.id],
    );
    const queries = async (of: string): Promise<number> => {
      let asked = 0;
      const count = () => void (asked += 1);
      t.crm.db.on('query', count);
      await read(of);
      t.crm.db.off('query', count);
      return asked;
    };
    expect(await queries(id)).toBe(await queries(small));
    const times: number[] = [];
    for (let again = 0; again < 9; again += 1) {
      const from = performance.now();
      expect((await read(id)).requests).toHaveLength(201);
      times.push(performance.now() - from);
    }
    // The best of nine: a busy machine is not the product's slowness.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

describe('an identity', () => {
  const seen = { type: 'national_id', how: 'in_person' } as const;

  it('is sighted, added and sighted again; every sighting stays as it was', async () => {
    const id = await opened();
    const number = newNumber();
    const added = await change(id, '/sightings', {
      ...seen,
      number,
      expiresOn: '2028-02-01',
      issuingPlace: 'الطائف',
    });
    expect(added.identities).toMatchObject([
      {
        masked: `•••••••${number.slice(-3)}`,
        state: 'valid',
        expiresOn: '2028-02-01',
        issuingPlace: 'الطائف',
      },
    ]);
    const [identity] = added.identities;
    t.setNow(new Date(t.crm.now().getTime() + 60_000));
    const again = await change(id, '/sightings', {
      ...seen,
      identity: identity?.id,
      how: 'absher_shown',
      state: 'needs_investigation',
      note: 'الصورة غير واضحة',
    });
    expect(again.identities).toMatchObject([
      {
        state: 'needs_investigation',
        expiresOn: '2028-02-01',
        issuingPlace: 'الطائف',
        note: 'الصورة غير واضحة',
      },
    ]);
    expect(again.identities[0]?.sightings.map(({ state, how }) => [state, how])).toEqual([
      ['needs_investigation', 'absher_shown'],
      ['valid', 'in_person'],
    ]);
    const expired = await change(id, '/sightings', { ...seen, number, expiresOn: '2026-10-31' });
    expect(expired.identities).toMatchObject([{ state: 'expired', daysLeft: -1, note: null }]);
    expect(await t.crm.db('crm_identities').where({ beneficiary_id: id })).toHaveLength(1);
  });

  it('is refused with a number that does not fit, and with one of another person', async () => {
    const id = await opened();
    const number = newNumber();
    const other = await opened({
      identity: { type: 'national_id', number },
      name: 'سعد بن علي الغامدي',
    });
    for (const [body, issues] of [
      [{ ...seen, number: '1234567890' }, ['number: id.checksum']],
      [{ ...seen, number: newNumber('2') }, ['number: id.kind']],
      [{ ...seen }, ['number: required']],
      [{ ...seen, identity: nowhere }, ['identity: not_found']],
      [{ ...seen, number, expiresOn: '2026-02-31' }, ['expiresOn: format']],
      [
        { ...seen, number, issuedOn: '2027-01-01', expiresOn: '2026-12-01' },
        ['issuedOn: future', 'expiresOn: before_issue'],
      ],
    ] as const)
      expect([issues, issuesOf(await attempt(id, '/sightings', body))]).toEqual([issues, issues]);
    const taken = await attempt(id, '/sightings', { ...seen, number });
    expect([taken.status, taken.error.details.code]).toEqual([409, 'error.file_exists']);
    expect(taken.error.details.file).toMatchObject({ id: other, name: 'سعد بن علي الغامدي' });
    const delegate = await t.loginAs('delegate2');
    const own = await opened({ branch: 'wadi' });
    const foreign = await attempt(own, '/sightings', { ...seen, number }, delegate);
    expect([foreign.status, foreign.error.details.file]).toEqual([409, null]);
    const others = (await read(other)).identities[0]?.id;
    expect(issuesOf(await attempt(id, '/sightings', { ...seen, identity: others }))).toEqual([
      'identity: not_found',
    ]);
    expect((await read(id)).identities).toEqual([]);
  });

  it('of one number goes to one of two files, when two officers see it at once', async () => {
    const number = newNumber();
    const ids = [await opened(), await opened(), await opened()];
    const replies = await Promise.all(
      ids.map((id) =>
        officer.post(`/beneficiaries/${id}/sightings`, { expectedVersion: 1, ...seen, number }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(
      await t.crm
        .db('crm_sightings as s')
        .join('crm_identities as i', 'i.id', 's.identity_id')
        .whereIn('i.beneficiary_id', ids),
    ).toHaveLength(1);
  });
});

describe('a household', () => {
  it('is opened with its head, takes members in, and gives those without a file one', async () => {
    const head = await opened({ city: 'قيا', branch: 'wadi' });
    const wrong = await attempt(head, '/household', { relationship: 'son' });
    expect(issuesOf(wrong)).toEqual(['relationship: head_first']);
    const alone = await change(head, '/household', { relationship: 'head' });
    expect(alone.household).toMatchObject({
      number: expect.stringMatching(/^H-\d{6}$/) as string,
      head: { id: head },
    });
    const number = newNumber();
    const family = await change(head, '/household/members', {
      name: 'عبدالله بن فهد الحارثي',
      sex: 'male',
      birthDate: '2015-05-01',
      identity: { type: 'national_id', number },
      relationship: 'son',
    });
    const son = family.household?.members.find(({ me }) => !me);
    expect(son).toMatchObject({ relationship: 'son', dependant: true, age: 11 });
    const sons = await read(son?.id ?? '');
    expect(sons).toMatchObject({
      city: 'قيا',
      branch: { slug: 'wadi' },
      household: { head: { id: head } },
    });
    expect(sons.identities).toMatchObject([{ state: 'pending' }]);

    const wife = await opened();
    const joined = await change(wife, '/household', { of: head, relationship: 'spouse' });
    expect(joined.household?.members.map(({ relationship }) => relationship)).toEqual([
      'head',
      'son',
      'spouse',
    ]);
    const elsewhere = await opened();
    const twice = await attempt(elsewhere, '/household/members', {
      name: 'عبدالله بن فهد الحارثي',
      identity: { type: 'national_id', number },
      relationship: 'ward',
    });
    expect([twice.status, twice.error.details.code]).toEqual([409, 'error.has_household']);
    expect((await read(elsewhere)).household).toBeNull();
    expect((await attempt(wife, '/household', { relationship: 'head' })).error.details.code).toBe(
      'error.has_household',
    );
    expect(
      issuesOf(await attempt(elsewhere, '/household', { of: await opened(), relationship: 'son' })),
    ).toEqual(['of: no_household']);
    expect(
      issuesOf(await attempt(elsewhere, '/household', { of: nowhere, relationship: 'son' })),
    ).toEqual(['of: not_found']);
    expect(
      (await attempt(elsewhere, '/household', { of: head, relationship: 'head' })).error.details
        .code,
    ).toBe('error.has_head');
  });

  it('keeps one head: who leads others leaves after another was named', async () => {
    const head = await opened();
    await change(head, '/household', { relationship: 'head' });
    const add = async (name: string, relationship: string) =>
      (await change(head, '/household/members', { name, relationship })).household?.members.find(
        (one) => one.name === name,
      )?.id ?? '';
    const wife = await add('سارة بنت خالد', 'spouse');
    const son = await add('خالد بن فهد', 'son');
    const stays = await attempt(head, '/household/leave', { reason: 'انتقل إلى مدينة أخرى' });
    expect([stays.status, stays.error.details.code]).toEqual([409, 'error.head_stays']);
    const dead = await change(head, '/status', { status: 'deceased', reason: 'شهادة وفاة' });
    expect(dead.consequences).toContain('كان عائل أسرته، فسمِّ للأسرة عائلًا آخر.');
    for (const members of [
      [{ id: son, relationship: 'son' }],
      [
        { id: son, relationship: 'son' },
        { id: head, relationship: 'spouse' },
        { id: nowhere, relationship: 'son' },
      ],
      [
        { id: son, relationship: 'son' },
        { id: son, relationship: 'ward' },
        { id: head, relationship: 'spouse' },
      ],
    ])
      expect(issuesOf(await attempt(wife, '/household/head', { members }))).toEqual([
        'members: members_named',
      ]);
    const members = [
      { id: son, relationship: 'son' },
      { id: head, relationship: 'spouse' },
    ];
    const anew = await change(wife, '/household/head', { members });
    expect(anew.household?.head?.id).toBe(wife);
    expect(anew.household?.members.map(({ id, relationship }) => [id, relationship])).toEqual(
      expect.arrayContaining([
        [wife, 'head'],
        [son, 'son'],
        [head, 'spouse'],
      ]),
    );
    expect((await attempt(wife, '/household/head', { members })).error.details.code).toBe(
      'error.is_head',
    );
    expect(
      (await change(head, '/household/leave', { reason: 'توفي رحمه الله' })).household,
    ).toBeNull();
    expect(
      (await attempt(head, '/household/leave', { reason: 'مرة أخرى' })).error.details.code,
    ).toBe('error.not_a_member');
    await change(son, '/household/leave', { reason: 'تزوج' });
    expect((await change(wife, '/household/leave', { reason: 'انتقلت' })).household).toBeNull();
  });

  it('takes nobody in twice, when two families add the same person at once', async () => {
    const number = newNumber();
    const heads = [await opened(), await opened()];
    const replies = await Promise.all(
      heads.map((id) =>
        officer.post(`/beneficiaries/${id}/household/members`, {
          expectedVersion: 1,
          name: 'يوسف بن ماجد',
          identity: { type: 'national_id', number },
          relationship: 'ward',
        }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await t.crm.db('crm_beneficiaries').where({ name: 'يوسف بن ماجد' })).toHaveLength(1);
  });
});

describe('who acts for a person', () => {
  it('is recorded with the proof, holds within its dates, and ends with a reason', async () => {
    const orphan = await opened({ birthYear: 2016 });
    const uncle = await opened({ name: 'سالم بن عوض الحارثي' });
    const proof = {
      kind: 'guardian',
      proof: 'guardianship_deed',
      proofNumber: '٤٤١٢',
      issuedBy: 'محكمة الطائف',
      how: 'in_person',
    };
    const file = await change(orphan, '/authorities', {
      ...proof,
      holder: uncle,
      holderPhone: '0551112222',
      validUntil: '2027-01-01',
    });
    expect(file.authorities).toMatchObject([
      {
        holder: { id: uncle },
        holderName: 'سالم بن عوض الحارثي',
        holderPhone: '+966551112222',
        proofNumber: '4412',
        valid: true,
      },
    ]);
    expect((await read(uncle)).actsFor).toMatchObject([
      { id: orphan, kind: 'guardian', validUntil: '2027-01-01' },
    ]);
    const stranger = await change(orphan, '/authorities', {
      ...proof,
      kind: 'carer',
      holderName: 'أم صالح',
      validFrom: '2027-01-01',
    });
    expect(stranger.authorities.map(({ holderName, valid }) => [holderName, valid])).toEqual(
      expect.arrayContaining([['أم صالح', false]]),
    );
    for (const [body, issues] of [
      [proof, ['holderName: required']],
      [{ ...proof, holder: orphan }, ['holder: itself']],
      [{ ...proof, holder: nowhere }, ['holder: not_found']],
      [{ ...proof, holderName: 'فلان الفلاني', holderPhone: '1' }, ['holderPhone: phone']],
      [
        { ...proof, holderName: 'فلان الفلاني', validFrom: '2026-05-01', validUntil: '2026-04-01' },
        ['validUntil: before_issue'],
      ],
    ] as const)
      expect([issues, issuesOf(await attempt(orphan, '/authorities', body))]).toEqual([
        issues,
        issues,
      ]);
    const [held] = file.authorities;
    const ended = await change(orphan, `/authorities/${held?.id}/end`, { reason: 'حكم جديد' });
    expect(ended.authorities.find(({ id }) => id === held?.id)).toMatchObject({
      valid: false,
      endedReason: 'حكم جديد',
    });
    expect(
      (await attempt(orphan, `/authorities/${held?.id}/end`, { reason: 'مرة أخرى' })).error.details
        .code,
    ).toBe('error.authority_ended');
    expect(
      (await attempt(uncle, `/authorities/${held?.id}/end`, { reason: 'ليست له' })).status,
    ).toBe(404);
    expect((await read(uncle)).actsFor).toEqual([]);
  });
});

describe('a document', () => {
  it('is kept with its validity, read on record, and removed with a reason', async () => {
    const id = await opened();
    const file = await change(id, '/documents', {
      kind: 'lease',
      upload: await upload(),
      issuedOn: '2026-01-01',
      validUntil: '2026-12-15',
    });
    expect(file.documents).toMatchObject([
      { kind: 'lease', name: 'عقد.pdf', mime: 'application/pdf', validity: 'expiring' },
    ]);
    const path = `/beneficiaries/${id}/documents/${file.documents[0]?.id}`;
    const bytes = await officer.get(`${path}/file`);
    expect([bytes.status, bytes.bytes.equals(smallPdf)]).toEqual([200, true]);
    expect(bytes.headers.get('content-disposition')).toContain('attachment');
    const delegate = await t.loginAs('delegate2');
    expect((await delegate.get(`${path}/file`)).status).toBe(404);
    expect(
      (
        await officer.get(
          `/beneficiaries/${await opened()}/documents/${file.documents[0]?.id}/file`,
        )
      ).status,
    ).toBe(404);
    const removed = await change(id, `/documents/${file.documents[0]?.id}/remove`, {
      reason: 'رُفع خطأ',
    });
    expect(removed.documents).toEqual([]);
    expect((await officer.get(`${path}/file`)).status).toBe(404);
    expect(
      (await attempt(id, `/documents/${file.documents[0]?.id}/remove`, { reason: 'مرة أخرى' }))
        .status,
    ).toBe(404);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'file.opened',
      'file.document_added',
      'file.document_read',
      'file.document_removed',
    ]);
  });

  it('is taken once, and never as the image of an identity without a legal basis', async () => {
    const id = await opened();
    const token = await upload();
    for (const body of [{}, { legalBasis: 'required_by_law' }, { legalReference: 'المادة 5' }]) {
      const reply = await attempt(id, '/documents', { kind: 'identity', upload: token, ...body });
      expect([reply.status, reply.error.details.code, ...issuesOf(reply)]).toEqual([
        422,
        'error.legal_basis_needed',
        'legalBasis: legal_basis_needed',
      ]);
    }
    const basis = { legalBasis: 'requested_by_authority', legalReference: 'خطاب المحكمة 77' };
    const kept = await change(id, '/documents', { kind: 'identity', upload: token, ...basis });
    expect(kept.documents).toMatchObject([{ kind: 'identity', ...basis, validity: 'open' }]);
    const again = await attempt(id, '/documents', { kind: 'other', upload: token });
    expect(issuesOf(again)).toEqual(['upload: upload']);
    const wrong = await attempt(id, '/documents', {
      kind: 'other',
      upload: await upload(),
      issuedOn: '2026-05-01',
      validUntil: '2026-04-01',
    });
    expect(issuesOf(wrong)).toEqual(['validUntil: before_issue']);
    expect((await read(id)).documents).toHaveLength(1);
  });
});

describe('a consent', () => {
  it('is given to the notice in force, once, by the person or by whoever acts for them', async () => {
    const id = await opened();
    const version = await noticeVersion();
    const given = await change(id, '/consents', {
      purpose: 'awareness',
      noticeVersion: version,
      how: 'on_screen',
    });
    expect(given.consents).toMatchObject([
      {
        purpose: 'awareness',
        noticeVersion: version,
        how: 'on_screen',
        by: null,
        withdrawnAt: null,
        effect: null,
      },
    ]);
    expect(
      (
        await attempt(id, '/consents', {
          purpose: 'awareness',
          noticeVersion: version,
          how: 'paper',
        })
      ).error.details.code,
    ).toBe('error.consent_stands');
    expect(
      issuesOf(
        await attempt(id, '/consents', { purpose: 'sharing', noticeVersion: 'أمس', how: 'paper' }),
      ),
    ).toEqual(['noticeVersion: version']);
    const proof = {
      kind: 'guardian',
      proof: 'court_ruling',
      holderName: 'عم الأولاد',
      how: 'in_person',
      validUntil: '2026-10-01',
    };
    const [authority] = (await change(id, '/authorities', proof)).authorities;
    const over = await attempt(id, '/consents', {
      purpose: 'sharing',
      noticeVersion: version,
      how: 'paper',
      authority: authority?.id,
    });
    expect(issuesOf(over)).toEqual(['authority: not_in_force']);
    const renewed = await change(id, '/authorities', { ...proof, validUntil: '2027-10-01' });
    const now = renewed.authorities.find(({ valid }) => valid);
    const by = await change(id, '/consents', {
      purpose: 'sharing',
      noticeVersion: version,
      how: 'paper',
      authority: now?.id,
    });
    expect(by.consents.find(({ purpose }) => purpose === 'sharing')?.by).toBe('عم الأولاد');
  });

  it('to be served, once withdrawn, pauses the file and names what is open, until it is given anew', async () => {
    const number = newNumber();
    const one = await s.completed(services.direct);
    const id = await opened({ identity: { type: 'national_id', number } });
    const waiting = await s.submitted('inquiry');
    await t.crm
      .db('crm_requests')
      .whereIn('id', [one.id, waiting.id])
      .update({ beneficiary_id: id });
    const version = await noticeVersion();
    const before = await read(id);
    expect(before.consents.map(({ purpose, how, reference }) => [purpose, how, reference])).toEqual(
      expect.arrayContaining([
        ['service', 'website', one.receipt.reference],
        ['service', 'website', waiting.receipt.reference],
      ]),
    );
    const [consent] = before.consents;
    const after = await change(id, `/consents/${consent?.id}/withdraw`, {
      how: 'phone',
      note: 'اتصل بنا',
    });
    expect(after.status).toBe('paused');
    expect(after.consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect(after.consents[0]?.effect).toContain(waiting.receipt.reference);
    expect(after.consents[0]?.effect).not.toContain(one.receipt.reference);
    expect(
      (await attempt(id, `/consents/${consent?.id}/withdraw`, { how: 'phone' })).error.details.code,
    ).toBe('error.already_withdrawn');
    expect(
      (await attempt(id, '/status', { status: 'active', reason: 'نسيان' })).error.details.code,
    ).toBe('error.consent_withdrawn');
    await change(id, '/consents', { purpose: 'service', noticeVersion: version, how: 'in_person' });
    expect((await change(id, '/status', { status: 'active', reason: 'وافق من جديد' })).status).toBe(
      'active',
    );
    expect(
      (await attempt(await opened(), `/consents/${consent?.id}/withdraw`, { how: 'phone' })).status,
    ).toBe(404);
  });
});

describe('the list of files', () => {
  it('is narrowed by status, category, branch and what expires, and holds no number', async () => {
    const number = newNumber();
    const id = await opened({
      name: 'مزنة بنت دخيل',
      branch: 'taif-south',
      categories: ['teachers'],
      contacts: [{ kind: 'mobile', value: '+966559998877' }],
      identity: {
        type: 'national_id',
        number,
        expiresOn: '2026-12-30',
        how: 'in_person',
        sightedBy: officer.id,
      },
    });
    const list = async (query: string) =>
      expectStatus(await officer.get<FileList>(`/beneficiaries?${query}`), 200);
    for (const query of [
      'branch=taif-south&category=teachers',
      'expiring=yes&branch=taif-south',
      'status=active&category=teachers&sort=name',
    ])
      expect([query, (await list(query)).rows.map((row) => row.id)]).toEqual([query, [id]]);
    const home = expectStatus(await officer.get<HomeFigures>('/home'), 200);
    expect(home.expiring).toBe((await list('expiring=yes')).total);
    expect(home.expiring).toBeGreaterThan(0);
    const [row] = (await list('category=teachers')).rows;
    expect(row).toMatchObject({
      idMasked: `•••••••${number.slice(-3)}`,
      idType: 'national_id',
      identityState: 'valid',
      phoneMasked: '05•••••877',
      householdHead: null,
      requests: 0,
    });
    await change(id, '/status', { status: 'archived', reason: 'انتقل إلى الرياض' });
    expect((await list('expiring=yes&category=teachers')).total).toBe(0);
    expect((await list('category=teachers&status=archived')).total).toBe(1);
    const first = await list('pageSize=1');
    expect([first.rows.length, first.total > 1]).toEqual([1, true]);
    expect((await officer.get('/beneficiaries?q=مزنة')).status).toBe(422);
  });
});

describe('what expires', () => {
  const seenAt = (number: string, expiresOn: string) => ({
    type: 'national_id' as const,
    number,
    expiresOn,
    how: 'in_person' as const,
    sightedBy: officer.id,
  });
  const job = () => t.crm.rooms.find(({ name }) => name === 'registry')?.jobs?.announce_expiries;
  const typesOf = async (id: string) =>
    (await eventsOf(id)).map(({ type }) => type).filter((type) => /expir/.test(type));

  it('is announced once to officer and person, and is expired once its date has passed', async () => {
    const number = newNumber();
    const id = await opened({
      contacts: [{ kind: 'email', value: 'noura@example.com' }],
      identity: seenAt(number, riyadhDay(70)),
    });
    const late = await opened({ identity: seenAt(newNumber(), riyadhDay(30)) });
    await change(late, '/status', { status: 'deceased', reason: 'شهادة وفاة' });
    await change(id, '/documents', {
      kind: 'lease',
      title: 'عقد إيجار الدار',
      upload: await upload(),
      validUntil: riyadhDay(65),
    });
    await t.advance(1);
    expect(await typesOf(id)).toEqual([]);

    await t.advance(14);
    // Two instances at the same minute, and once more the day after.
    await Promise.all([job()?.(t.crm, {}), job()?.(t.crm, {})]);
    await t.advance(1);
    expect(await typesOf(id)).toEqual(['file.expiry_announced', 'file.expiry_announced']);
    expect(await typesOf(late)).toEqual([]);
    const messages = await t.crm
      .db('crm_messages')
      .where({ beneficiary_id: id })
      .select<{ id: string; body_sealed: string; request_id: null }[]>();
    const texts = messages.map((row) =>
      t.crm.vault.open({ table: 'crm_messages', field: 'body', id: row.id }, row.body_sealed),
    );
    expect(texts).toHaveLength(2);
    expect(texts.some((text) => text.includes('عقد إيجار الدار'))).toBe(true);
    expect(texts.some((text) => text.includes(number.slice(-3)))).toBe(true);
    expect(texts.some((text) => text.includes(number))).toBe(false);
    const list = await officer.get<FileList>('/beneficiaries?expiring=yes&pageSize=100');
    expect(expectStatus(list, 200).rows.map((row) => row.id)).toContain(id);

    await t.advance(60);
    await job()?.(t.crm, {});
    expect((await read(id)).identities).toMatchObject([{ state: 'expired' }]);
    expect((await read(late)).identities).toMatchObject([{ state: 'expired' }]);
    expect(await typesOf(id)).toEqual([
      'file.expiry_announced',
      'file.expiry_announced',
      'file.identity_expired',
    ]);
    await change(id, '/sightings', { ...seen(number), expiresOn: riyadhDay(20) });
    await t.advance(1);
    expect((await typesOf(id)).filter((type) => type === 'file.expiry_announced')).toHaveLength(3);
  });

  it('reaches a child by the head of the household, and fails nowhere without the template', async () => {
    const head = await opened({ contacts: [{ kind: 'mobile', value: '+966553334455' }] });
    await change(head, '/household', { relationship: 'head' });
    const child = await opened({ identity: seenAt(newNumber(), riyadhDay(10)) });
    await change(child, '/household', { of: head, relationship: 'son' });
    const alone = await opened({ identity: seenAt(newNumber(), riyadhDay(10)) });
    await t.advance(1);
    const told = await t.crm
      .db('crm_messages')
      .whereIn('beneficiary_id', [child, alone])
      .select('beneficiary_id', 'to_masked', 'transport', 'status');
    expect(told).toEqual([
      { beneficiary_id: child, to_masked: '**********455', transport: 'sms', status: 'kept' },
    ]);
    const templates = t.strapi.documents(
      'plugin::beneficiary-crm.message-template' as never,
    ) as unknown as {
      findMany(query: object): Promise<{ documentId: string }[]>;
      unpublish(entry: object): Promise<unknown>;
    };
    for (const { documentId } of await templates.findMany({
      filters: { key: 'document_expiring' },
    }))
      await templates.unpublish({ documentId, locale: '*' });
    const other = await opened({
      contacts: [{ kind: 'mobile', value: '+966553334466' }],
      identity: seenAt(newNumber(), riyadhDay(10)),
    });
    const logged = t.log.length;
    await t.advance(1);
    expect(await typesOf(other)).toEqual(['file.expiry_announced']);
    const log = t.log.slice(logged).join('\n');
    expect(log).toContain('no message template document_expiring (sms) is published');
    expect(log).not.toMatch(/553334466|نورة/);
  });
});

/** YYYY-MM-DD in Riyadh, so many days from the product's now. */
function riyadhDay(ahead: number): string {
  return new Date(t.crm.now().getTime() + ahead * 86_400_000 + 3 * 3_600_000)
    .toISOString()
    .slice(0, 10);
}
const seen = (number: string) => ({ type: 'national_id', how: 'in_person', number });

describe('an ID number', () => {
  it('of any person in this file appears in no answer, no address and no log', () => {
    for (let one = 101; one <= serial; one += 1) {
      const digits = String(one).padStart(8, '0');
      const number = new RegExp(`[12]${digits}\\d`);
      expect(heard.filter(({ path, text }) => number.test(path) || number.test(text))).toEqual([]);
      expect(t.log.filter((entry) => number.test(entry))).toEqual([]);
    }
    expect(serial).toBeGreaterThan(110);
  });
});
