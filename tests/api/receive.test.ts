/** Opening a request on someone's behalf: every channel, every way of signing, once each, and the own branch. */
import type {
  DeclarationCodeSent,
  Received,
  SignatureView,
  SigningView,
  Strokes,
} from '../../src/plugins/beneficiary-crm/contracts/receiving';
import { channelSlugs } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import type { FormDefinition } from '../../src/plugins/beneficiary-crm/contracts/website';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { heard, idempotent, issuesOf } from '../support/http';
import type { Reply } from '../support/http';
import { smallPdf } from '../support/pdf';
import { Case, expectStatus, scenario, services } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;
let delegate: SignedIn;

beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({ SMTP_URL: smtp.url, MAIL_FROM: 'association@example.org' });
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
  delegate = await t.loginAs('delegate2');
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});

const signer = 'أحمد بن عبد الله الحارثي';
const drawn: Strokes = [
  Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 200 + (at % 5) * 10]),
  [
    [300, 90],
    [320, 92],
  ],
];

/** What the officer sends, with a signature of the asked kind under the declaration. */
async function filled(
  signature: object | null = { way: 'paper' },
  more: { applicant?: object } = {},
  service: string = services.direct,
) {
  const { declaration, ...request } = await s.body('assistance', service, more);
  return {
    channel: 'interview',
    request: {
      ...request,
      ...(signature
        ? { declaration: { version: declaration?.version, name: signer, ...signature } }
        : {}),
    },
  };
}

const open = (staff: SignedIn, body: object, key?: string): Promise<Reply<Received>> =>
  staff.post<Received>('/requests', body, idempotent(key));

const opened = async (staff: SignedIn, body: object): Promise<Case> => {
  const receipt = expectStatus(await open(staff, body), 201);
  return new Case(t, receipt.id, receipt, null);
};

describe('every channel', () => {
  it.each(channelSlugs)('%s: opens a request and gives the receipt', async (channel) => {
    const one = await opened(officer, { ...(await filled()), channel });
    const detail = await one.read();
    expect(detail).toMatchObject({ channel, status: 'submitted', declaration: { way: 'paper' } });
    expect(one.receipt.accessCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    expect(one.receipt.promise.latest > one.receipt.promise.earliest).toBe(true);
    const paper = await officer.post('/desk/receipts', one.credentials);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each(['inquiry', 'complaint', 'suggestion', 'volunteering'] as const)(
    '%s: without a declaration',
    async (kind) => {
      const { declaration, ...request } = await s.body(kind);
      expect(declaration).toBeUndefined();
      const one = await opened(officer, { channel: 'phone', request });
      expect(await one.read()).toMatchObject({ kind, declaration: { state: 'not_needed' } });
    },
  );
});

describe('the forms of the desk', () => {
  it.each(['/services', `/services/${services.everything}`, '/forms/inquiry'])(
    '%s says what the website says, in both languages',
    async (path) => {
      for (const locale of ['ar', 'en']) {
        const [desk, site] = await Promise.all([
          officer.get<FormDefinition>(`/desk${path}?locale=${locale}`),
          t.visitor.get<FormDefinition>(`${path}?locale=${locale}`),
        ]);
        expect(expectStatus(desk, 200)).toEqual(expectStatus(site, 200));
      }
    },
  );
  it('knows no service that is not published', async () => {
    expect((await officer.get('/desk/services/none')).status).toBe(404);
    expect((await officer.get('/desk/forms/appeal')).status).toBe(404);
  });
  it('takes a file, and refuses what is none', async () => {
    const send = (bytes: Buffer, name: string) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      return officer.send<{ upload: string }>('/desk/uploads', { method: 'POST', body: form });
    };
    const { upload } = expectStatus(await send(smallPdf, 'income.pdf'), 201);
    const body = await filled();
    const [first] = body.request.documents;
    if (first) first.upload = upload;
    await opened(officer, body);
    expect((await send(Buffer.from('x'), 'x.exe')).status).toBe(415);
    expect((await officer.post('/desk/uploads')).status).toBe(422);
  });
});

// ── signing (S4) ───────────────────────────────────────────────────────────

describe('a declaration', () => {
  it('signed on paper names who saw it', async () => {
    const one = await opened(officer, await filled());
    const row = await t.crm.db('crm_declarations').where({ request_id: one.id }).first();
    expect(row).toMatchObject({ way: 'paper', signer, witnessed_by: officer.id });
    expect((await officer.get(`/requests/${one.id}/signature`)).status).toBe(404);
  });

  it('drawn on screen is kept sealed, and shown on record to who may see the request', async () => {
    const one = await opened(officer, await filled({ way: 'drawn', strokes: drawn }));
    const row = await t.crm.db('crm_declarations').where({ request_id: one.id }).first();
    expect(row).toMatchObject({ way: 'drawn', witnessed_by: officer.id });
    expect(row.strokes_sealed).not.toContain('100,200');
    const researcher = await t.loginAs('researcher');
    const path = `/requests/${one.id}/signature`;
    expect(expectStatus(await researcher.get<SignatureView>(path), 200)).toMatchObject({
      strokes: drawn,
      signer,
    });
    const [event] = await t.crm
      .db('crm_events')
      .where({ request_id: one.id, type: 'request.file_read' });
    expect(event).toMatchObject({ actor_id: String(researcher.id), subject_kind: 'declaration' });
    expect((await delegate.get(path)).status).toBe(404);
    expect((await (await t.loginAs('committee_member')).get(path)).status).toBe(403);
    // It is no paper of the checklist.
    expect((await one.read()).checklist.map(({ key }) => key).join()).not.toMatch(/sign|declar/);
  });

  it.each([
    ['nothing', []],
    ['a dot', [[[5, 5]]]],
    ['a slip of the finger', [Array.from({ length: 9 }, (_, at) => [at, 9])]],
    ['what lies beside the paper', [Array.from({ length: 20 }, (_, at) => [at * 60, 9])]],
    ['what is no point', [[['a', 'b']]]],
    ['more than a hand draws', Array.from({ length: 201 }, () => [[1, 1]])],
  ])('drawn as %s is refused', async (_name, strokes) => {
    const body = await filled({ way: 'drawn', strokes });
    const before = await t.countRows();
    const reply = await open(officer, body);
    expect([reply.status, issuesOf(reply).length > 0]).toEqual([422, true]);
    expect(issuesOf(reply).join()).toContain('declaration');
    expect(await t.countRows()).toEqual(before);
  });

  it.each([
    ['typed, as on the website', { way: 'typed' }],
    ['in no way', { way: undefined }],
    ['of another version', { way: 'paper', version: '1900-1' }],
    ['without a name', { way: 'paper', name: ' ' }],
  ])('%s is refused', async (_name, signature) => {
    const reply = await open(officer, await filled(signature));
    expect([reply.status, issuesOf(reply).join()]).toEqual([
      422,
      expect.stringContaining('declaration'),
    ]);
  });

  it('that is missing is asked for', async () => {
    const reply = await open(officer, await filled(null));
    expect(issuesOf(reply)).toEqual(['declaration: declaration_missing']);
  });
});

/** Sends a code and reads it where the applicant does. */
async function codeFor(
  email: string,
  staff = officer,
): Promise<DeclarationCodeSent & { code: string }> {
  const sent = expectStatus(
    await staff.post<DeclarationCodeSent>('/declaration-codes', { contact: email, locale: 'ar' }),
    201,
  );
  await t.drain();
  const mails = smtp.to(email).filter(({ subject }) => subject === 'رمز توقيع إقرارك');
  const code = /\d{6}/.exec(mails.at(-1)?.text ?? '')?.[0];
  if (!code) throw new Error('no code arrived');
  return { ...sent, code };
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const codeOf = (signature: { id: string; code: string }) => ({
  way: 'code',
  codeId: signature.id,
  code: signature.code,
});
let nobody = 0;
const newEmail = () => `signer${(nobody += 1)}@example.com`;

describe('a code', () => {
  it('is offered where something can carry it', async () => {
    const signing = expectStatus(await officer.get<SigningView>('/desk/signing'), 200);
    expect(signing).toEqual({ ways: ['drawn', 'code', 'paper'], codeBy: ['email'] });
    const reply = await officer.post('/declaration-codes', {
      contact: '0551234567',
      locale: 'ar',
    });
    expect(issuesOf(reply)).toEqual(['contact: code_unreachable']);
    const none = await officer.post('/declaration-codes', { contact: 'سارة', locale: 'ar' });
    expect(issuesOf(none)).toEqual(['contact: contact']);
  });

  it('signs once, for the applicant to whom it was sent', async () => {
    const email = newEmail();
    const sent = await codeFor(email);
    expect(sent.sentTo).toBe('s***@example.com');
    const grouped = `${sent.code.slice(0, 3)} ${sent.code.slice(3)}`;
    const body = await filled(codeOf({ ...sent, code: grouped }), { applicant: { email } });
    const one = await opened(officer, body);
    expect((await one.read()).declaration).toMatchObject({ state: 'stands', way: 'code', signer });
    const again = await open(officer, await filled(codeOf(sent), { applicant: { email } }));
    expect(issuesOf(again)).toEqual(['declaration.code: code_used']);
  });

  it('is the same receipt when the answer was lost', async () => {
    const email = newEmail();
    const body = await filled(codeOf(await codeFor(email)), { applicant: { email } });
    const key = `lost ${email}`.replace(/ /g, '-');
    const first = expectStatus(await open(officer, body, key), 201);
    expect(expectStatus(await open(officer, body, key), 201)).toEqual(first);
  });

  it('is nobody else’s: another contact, another of the staff, an unknown one', async () => {
    const email = newEmail();
    const sent = await codeFor(email);
    const other = await open(officer, await filled(codeOf(sent)));
    const colleague = await open(
      await t.loginAs('officer2'),
      await filled(codeOf(sent), { applicant: { email } }),
    );
    const unknown = await open(
      officer,
      await filled(codeOf({ ...sent, id: '4f8e9f0a-1111-4222-8333-444455556666' }), {
        applicant: { email },
      }),
    );
    for (const reply of [other, colleague, unknown])
      expect(issuesOf(reply)).toEqual(['declaration.code: code_foreign']);
    await opened(officer, await filled(codeOf(sent), { applicant: { email } }));
  });

  it('ends after ten minutes, and with the next one', async () => {
    const email = newEmail();
    const [first, second] = [await codeFor(email), await codeFor(email)];
    const tried = await open(officer, await filled(codeOf(first), { applicant: { email } }));
    expect(issuesOf(tried)).toEqual(['declaration.code: code_expired']);
    const now = t.crm.now();
    t.setNow(new Date(now.getTime() + 10 * 60_000));
    const late = await open(officer, await filled(codeOf(second), { applicant: { email } }));
    expect(issuesOf(late)).toEqual(['declaration.code: code_expired']);
    t.setNow(now);
  });

  it('takes five wrong attempts, also when all come at once, and then not the right one either', async () => {
    const email = newEmail();
    const sent = await codeFor(email);
    const attempts = [];
    for (let nth = 0; nth < 12; nth += 1)
      attempts.push(
        await filled(codeOf({ ...sent, code: wrong(sent.code) }), { applicant: { email } }),
      );
    const before = await t.countRows();
    const replies = await Promise.all(attempts.map((body) => open(officer, body)));
    for (const reply of replies) expect(reply.status).toBe(422);
    expect(await t.countRows()).toEqual(before);
    const row = await t.crm.db('crm_declaration_codes').where({ id: sent.id }).first();
    expect(row.attempts).toBe(5);
    const right = await open(officer, await filled(codeOf(sent), { applicant: { email } }));
    expect(issuesOf(right)).toEqual(['declaration.code: code_spent']);
  });

  it('of which two come at once signs one request', async () => {
    const email = newEmail();
    const sent = await codeFor(email);
    const bodies = [
      await filled(codeOf(sent), { applicant: { email } }),
      await filled(codeOf(sent), { applicant: { email } }),
    ];
    const replies = await Promise.all(bodies.map((body) => open(officer, body)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('is sent five times an hour at most', async () => {
    const email = newEmail();
    const ask = () => officer.post('/declaration-codes', { contact: email, locale: 'en' });
    const replies = await Promise.all(Array.from({ length: 8 }, ask));
    expect(replies.map(({ status }) => status).sort()).toEqual([
      201, 201, 201, 201, 201, 429, 429, 429,
    ]);
    expect((await ask()).headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('is in no answer to the staff, in no log and nowhere in the database', async () => {
    const email = newEmail();
    smtp.fates.set(email, 'refused');
    expectStatus(await officer.post('/declaration-codes', { contact: email, locale: 'ar' }), 201);
    await t.drain();
    const [failed, ...others] = await t.crm
      .db('crm_messages')
      .where({ template: 'declaration_code', status: 'permanent_failure' });
    expect([failed?.error_code, others]).toEqual(['smtp_550', []]);
    const quality = await t.loginAs('quality_officer');
    const all = await t.crm.db('crm_messages').where({ template: 'declaration_code' });
    for (const { id } of all) expect((await quality.get(`/messages/${id}`)).status).toBe(404);
    const list = await quality.get<{ rows: { template: string }[] }>('/messages?view=waiting');
    expect(list.text).not.toContain('declaration_code');

    const from = heard.length;
    const { code } = await codeFor(newEmail());
    const { rows } = (await t.crm.db.raw(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_name like 'crm\\_%'`,
    )) as { rows: { name: string }[] };
    for (const { name } of rows) {
      const held = (await t.crm.db.raw('select count(*)::int as n from ?? as r where r::text ~ ?', [
        name,
        `\\m${code}\\M`,
      ])) as { rows: { n: number }[] };
      expect([name, held.rows[0]?.n]).toEqual([name, 0]);
    }
    for (const { text } of heard.slice(from)) expect(text).not.toContain(code);
    expect(t.log.join('\n')).not.toContain(code);
    const kept = await t.crm
      .db('crm_messages')
      .where({ template: 'declaration_code' })
      .select<{ id: string; body_sealed: string }[]>('id', 'body_sealed');
    for (const { id, body_sealed } of kept) {
      const place = { table: 'crm_messages', field: 'body', id };
      expect(t.crm.vault.open(place, body_sealed)).toBe('');
    }
  });
});

describe('a declaration that a changed answer broke', () => {
  it.each(['paper', 'drawn', 'code'] as const)('is signed anew: %s', async (way) => {
    const email = newEmail();
    const one = await opened(officer, await filled({ way: 'paper' }, { applicant: { email } }));
    await t.crm.db('crm_requests').where({ id: one.id }).update({ answers_hash: 'changed' });
    expect((await one.read()).declaration.state).toBe('broken');
    await one.do('relations_officer', 'start_check');
    const signature =
      way === 'code'
        ? codeOf(await codeFor(email))
        : { way, ...(way === 'drawn' ? { strokes: drawn } : {}) };
    if (way === 'code') {
      const refused = await one.try('relations_officer', 'sign_declaration', {
        ...signature,
        name: signer,
        code: '000000',
      });
      expect(refused.status).toBe(422);
      const [row] = await t.crm
        .db('crm_declaration_codes')
        .where({ attempts: 1 })
        .orderBy('created_at', 'desc');
      expect(row).toBeDefined();
    }
    const after = await one.do('relations_officer', 'sign_declaration', {
      ...signature,
      name: signer,
    });
    expect(after.declaration).toMatchObject({ state: 'stands', way, signer });
  });
});

// ── once, the own branch, the person ───────────────────────────────────────

describe('one request', () => {
  it('from two clicks at once, a retry, and a retry with another body', async () => {
    const body = await filled({ way: 'drawn', strokes: drawn });
    const before = (await t.countRows()).crm_requests ?? 0;
    const key = `twice-${before}`;
    const [first, second] = await Promise.all([open(officer, body, key), open(officer, body, key)]);
    expect(expectStatus(first, 201)).toEqual(expectStatus(second, 201));
    expect(expectStatus(await open(officer, body, key), 201)).toEqual(first.data);
    const changed = await open(officer, { ...body, channel: 'letter' }, key);
    expect(issuesOf(changed)).toEqual(['Idempotency-Key: used']);
    expect((await t.countRows()).crm_requests).toBe(before + 1);
  });

  it('needs a key', async () => {
    const reply = await officer.post('/requests', await filled());
    expect(issuesOf(reply)).toEqual(['Idempotency-Key: required']);
  });
});

describe('a delegate', () => {
  it('opens requests of the own branch, and prints receipts of no other', async () => {
    const own = await opened(delegate, { ...(await filled()), channel: 'delegate' });
    const row = await t.crm.db('crm_requests').where({ id: own.id }).first();
    expect(row).toMatchObject({ branch: 'wadi', channel: 'delegate' });
    expect((await delegate.post('/desk/receipts', own.credentials)).status).toBe(200);
    const other = await opened(officer, await filled());
    expect((await delegate.post('/desk/receipts', other.credentials)).status).toBe(404);
    const guess = { ...own.credentials, accessCode: 'AAAA-BBBB-CCCC' };
    expect((await delegate.post('/desk/receipts', guess)).status).toBe(404);
  });
});

describe('a request for somebody with a file', () => {
  async function file(branch: string | null): Promise<string> {
    const { id } = await t.crm.transaction((unit) =>
      openFile(unit, { name: signer, contacts: [], branch }, { path: 'desk', staffId: officer.id }),
    );
    return id;
  }

  it('lies in that file, and in the one into which it was merged', async () => {
    const [root, merged] = [await file(null), await file(null)];
    const one = await opened(officer, { ...(await filled()), beneficiary: root });
    await t.crm
      .db('crm_beneficiaries')
      .where({ id: merged })
      .update({ merged_into: root, root_id: root });
    const two = await opened(officer, { ...(await filled()), beneficiary: merged });
    const rows = await t.crm.db('crm_requests').whereIn('id', [one.id, two.id]);
    expect(rows.map((row) => row.beneficiary_id)).toEqual([root, root]);
  });

  it('is refused for a file of another branch, and for none', async () => {
    const other = await file('upper-villages');
    const refused = await open(delegate, { ...(await filled()), beneficiary: other });
    const unknown = await open(officer, {
      ...(await filled()),
      beneficiary: '4f8e9f0a-1111-4222-8333-444455556666',
      visit: '4f8e9f0a-1111-4222-8333-444455556666',
    });
    for (const reply of [refused, unknown])
      expect(issuesOf(reply)[0]).toBe('beneficiary: not_found');
    await opened(delegate, { ...(await filled()), beneficiary: await file('wadi') });
  });

  it('is still to be enrolled, though the person has a file', async () => {
    const one = await opened(officer, {
      ...(await filled({ way: 'paper' }, {}, services.everything)),
      beneficiary: await file(null),
    });
    expect((await one.read()).enrolment).toBeNull();
  });
});

describe('what an applicant says', () => {
  it('stands in no log and no address', async () => {
    const words = 'كناري يغرد عند الفجر';
    const { request, ...rest } = await filled(
      { way: 'paper', name: words },
      {
        applicant: { name: words, email: 'canary@example.com' },
      },
    );
    const one = await opened(officer, { ...rest, request: { ...request, message: words } });
    await officer.post('/desk/receipts', one.credentials);
    await t.drain();
    const log = t.log.join('\n');
    expect(log).toContain('POST /beneficiary-crm/requests');
    expect(log).not.toMatch(new RegExp(`${words}|canary@|${one.receipt.accessCode}`));
    for (const { path } of heard) expect(decodeURIComponent(path)).not.toMatch(/كناري|canary@/);
  });
});
