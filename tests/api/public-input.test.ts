/** What strangers may send: every public endpoint answers with a reason, never with a fault, and writes all or nothing. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { SubmitReceipt } from '../../src/plugins/beneficiary-crm/contracts/website';
import { serviceUid } from '../../src/plugins/beneficiary-crm/server/src/services/content-types';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent, issuesOf } from '../support/http';
import type { Reply } from '../support/http';
import { smallPdf } from '../support/pdf';
import { expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let before: Record<string, number>;

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());

beforeEach(async () => void (before = await t.countRows()));

/** A refusal: a reason for a person, in the envelope, and not a row more than before. */
async function expectRefused(
  reply: Reply,
  status: number | number[],
  code?: string,
): Promise<void> {
  expect([reply.status, reply.text]).toEqual([expect.anything(), expect.anything()]);
  expect([status].flat()).toContain(reply.status);
  expect(reply.error.message).toMatch(/[؀-ۿ]|[a-z]/i);
  if (code) expect(reply.error.details.code).toBe(code);
  expect(await t.countRows()).toEqual(before);
}

const postRoutes = [
  '/requests',
  '/requests/track',
  '/requests/receipt',
  '/requests/letter',
  '/requests/respond',
  '/requests/withdraw',
  '/requests/appeal',
  '/requests/escalate',
  '/answers',
  '/answers/open',
  '/evaluations/open',
  '/evaluations',
  '/evaluations/contact',
  '/evaluations/preview',
] as const;
const getRoutes = ['/services', '/faqs', '/documents', '/channels', '/satisfaction'] as const;
const json = { 'content-type': 'application/json', ...idempotent('public-input-key') };
const postText = (path: string, body: string, headers: Record<string, string> = json) =>
  t.visitor.send(path, { method: 'POST', body, headers });

describe('every public endpoint', () => {
  it('is in this list', () => {
    const known = [...postRoutes, ...getRoutes, '/uploads', '/services/:slug', '/forms/:kind'];
    const routes = t.crm.rooms.flatMap((room) => room.publicRoutes ?? []).map(({ path }) => path);
    expect(routes.sort()).toEqual(known.sort());
  });

  it.each(getRoutes)('GET %s answers, and no cache keeps it', async (path) => {
    const reply = await t.visitor.get(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it.each(getRoutes)('GET %s refuses a parameter that it does not know', async (path) => {
    await expectRefused(await t.visitor.get(`${path}?filters[id]=1`), 422);
    await expectRefused(await t.visitor.get(`${path}?populate=*`), 422);
  });

  it.each([
    '/services/nothing',
    '/forms/nothing',
    '/forms/assistance',
    '/services/%00',
    '/services/..%2f..',
    '/nothing',
  ])('GET %s is not found', async (path) => expectRefused(await t.visitor.get(path), [400, 404]));

  describe.each(postRoutes)('POST %s', (path) => {
    it.each([
      ['no JSON', '{"reference":'],
      ['an empty body that says it is JSON', ' '],
      ['a bare text', '"text"'],
      ['a bare null', 'null'],
      ['a number', '17'],
      ['a list', '[]'],
      ['a list of lists', '[[[[[]]]]]'],
      ['a cut character', '{"a":"\\ud8'],
    ])('refuses %s as malformed', async (name, body) => {
      // An empty body is read as no fields at all.
      const status = name.startsWith('an empty') ? [400, 422] : 400;
      await expectRefused(await postText(path, body), status);
    });

    it('names each field that is missing', async () => {
      const reply = await t.visitor.post(path, {}, idempotent());
      await expectRefused(reply, 422, 'error.invalid_input');
      expect(issuesOf(reply).length).toBeGreaterThan(0);
      expect(issuesOf(reply).every((issue) => issue.endsWith(': required'))).toBe(true);
    });

    it('refuses a field that it does not know', async () => {
      const reply = await t.visitor.post(path, { status: 'accepted', id: 1 }, idempotent());
      await expectRefused(reply, 422);
      expect(issuesOf(reply)).toEqual(expect.arrayContaining(['status: unknown', 'id: unknown']));
    });

    it.each([[null], [17], [true], [[]], [{}], [{ $ne: null }], ['']])(
      'refuses %p where a text is due',
      async (value) => {
        const wrong = {
          reference: value,
          accessCode: value,
          token: value,
          kind: value,
          applicant: value,
        };
        await expectRefused(await t.visitor.post(path, wrong, idempotent()), 422);
      },
    );

    it('refuses what is far too long', async () => {
      const long = 'ا'.repeat(20_000);
      const wrong = { reference: long, accessCode: long, token: long, kind: long };
      await expectRefused(await t.visitor.post(path, wrong, idempotent()), 422);
    });

    it('refuses more than 256 kB', async () => {
      await expectRefused(await t.visitor.post(path, { reference: 'x'.repeat(300_000) }), 413);
    });

    it('refuses a body of another type', async () => {
      const text = await postText(path, 'reference=1', { 'content-type': 'text/plain' });
      await expectRefused(text, [400, 415, 422]);
      const form = await postText(path, 'reference=1&accessCode=2', {
        'content-type': 'application/x-www-form-urlencoded',
      });
      await expectRefused(form, [400, 415, 422, 404]);
    });

    it('answers in the language that is asked for, and in Arabic otherwise', async () => {
      expect((await t.visitor.post(`${path}?locale=en`, {})).error.message).toMatch(/^[ -~’“”]+$/);
      for (const asked of ['', '?locale=ar', '?locale=fr'])
        expect((await t.visitor.post(path + asked, {})).error.message).toMatch(/[؀-ۿ]/);
    });
  });
});

// ── what stands in a request ───────────────────────────────────────────────

const send = (body: object, key?: string) =>
  t.visitor.post<SubmitReceipt>('/requests', body, idempotent(key));
const rowOf = (reference: string) =>
  t.crm.db('crm_requests').where({ reference }).first<Record<string, string | null>>();

describe('who asks', () => {
  it.each([
    [
      'a wrong check digit',
      { idType: 'national_id', idNumber: '1000000009' },
      'applicant.idNumber: id.checksum',
    ],
    [
      'a number that is too short',
      { idType: 'national_id', idNumber: '100000000' },
      'applicant.idNumber: id.length',
    ],
    [
      'letters in a number',
      { idType: 'national_id', idNumber: '10000000O8' },
      'applicant.idNumber: id.format',
    ],
    [
      'an Iqama given as a national ID',
      { idType: 'national_id', idNumber: '2000000006' },
      'applicant.idNumber: id.kind',
    ],
    [
      'a national ID given as an Iqama',
      { idType: 'iqama', idNumber: '1000000008' },
      'applicant.idNumber: id.kind',
    ],
    ['a landline', { phone: '0112345678' }, 'applicant.phone: phone'],
    ['a mobile of another country', { phone: '+201001234567' }, 'applicant.phone: phone'],
    ['no phone at all', { phone: '' }, 'applicant.phone: required'],
    ['an address without a domain', { email: 'someone@' }, 'applicant.email: email'],
    [
      'a line break in an address',
      { email: 'a@example.com\r\nBcc: b@example.com' },
      'applicant.email: email',
    ],
    ['a name of one letter', { name: 'ا' }, 'applicant.name: too_short'],
    [
      'a way of contact that is none',
      { preferredChannel: 'pigeon' },
      'applicant.preferredChannel: option',
    ],
  ])('%s is refused in its field', async (_what, applicant, issue) => {
    const reply = await send(await s.body('inquiry', undefined, { applicant }));
    await expectRefused(reply, 422);
    expect(issuesOf(reply)).toEqual([issue]);
    expect(reply.error.details.errors?.[0]?.message).toMatch(/[؀-ۿ]/);
  });

  it('Arabic-Indic and Persian digits, spaces and invisible marks are read as what they mean', async () => {
    const applicant = {
      phone: '\u200f٠٥٥ ١٢٣ ٤٥٦٧\u200e',
      idType: 'national_id',
      idNumber: '۱۰۰۰۰۰۰۰۰۸',
    };
    const { reference } = expectStatus(
      await send(await s.body('inquiry', undefined, { applicant })),
      201,
    );
    expect(await rowOf(reference)).toMatchObject({
      applicant_phone: '+966551234567',
      id_last3: '008',
    });
  });

  it('no text keeps characters that turn or hide others', async () => {
    const name = '\u202eأحمد\u2066 \u200bالحارثي\u0007';
    const { reference } = expectStatus(
      await send(await s.body('inquiry', undefined, { applicant: { name } })),
      201,
    );
    expect((await rowOf(reference))?.applicant_name).toBe('أحمد الحارثي');
  });

  const hostile: [string, unknown][] = [
    ['null', null],
    ['a list', []],
    ['an object', { toString: 'x' }],
    ['true', true],
    ['a huge number', 1e308],
    ['a negative number', -1],
    ['nothing', ''],
    ['only spaces', '   '],
    ['only invisible characters', '\u200b\u200f\u202e'],
    ['NUL', 'a\u0000b'],
    ['a lone surrogate', '\ud800'],
    ['an emoji', '👨‍👩‍👧‍👦'],
    ['a very long text', 'س'.repeat(60_000)],
    ['SQL', "'; drop table crm_requests; --"],
    ['HTML', '<script>alert(1)</script>'],
    ['a template', '{{constructor.constructor("return 1")()}}'],
    ['a path', '../../etc/passwd'],
    ['Zalgo', 'ا' + '\u0651\u0652'.repeat(200)],
  ];
  const fields: string[][] = [
    ['kind'],
    ['service'],
    ['message'],
    ['answers'],
    ['answers', 'need'],
    ['answers', 'amount_needed'],
    ['answers', 'happened_on'],
    ['answers', 'emergency_kind'],
    ['answers', '__proto__'],
    ['documents'],
    ['declaration'],
    ['declaration', 'name'],
    ['declaration', 'version'],
    ['consent', 'version'],
    ['applicant', 'name'],
    ['applicant', 'phone'],
    ['applicant', 'email'],
    ['applicant', 'city'],
    ['applicant', 'idType'],
    ['applicant', 'idNumber'],
  ];
  const withValue = (body: object, [first = '', ...rest]: string[], value: unknown): object => {
    const held = (body as Record<string, unknown>)[first];
    const next = rest.length > 0 ? withValue((held ?? {}) as object, rest, value) : value;
    return Object.defineProperty({ ...body }, first, { value: next, enumerable: true });
  };

  it.each(fields.map((path) => [path.join('.'), path] as const))(
    '%s: whatever stands in it, the answer is a receipt or a reason',
    async (_name, path) => {
      const body = await s.body('assistance', services.committee, {
        applicant: { idType: 'national_id', idNumber: '1000000008' },
      });
      for (const [what, value] of hostile) {
        before = await t.countRows();
        const reply = await send(withValue(body, path, value));
        if (reply.status === 201) {
          const row = await rowOf(reply.data.reference);
          expect([what, JSON.stringify(row)]).toEqual([
            what,
            expect.not.stringMatching(/\\u0000|\u202e|\u200b/),
          ]);
        } else {
          expect([what, [400, 404, 422].includes(reply.status) || reply.text]).toEqual([
            what,
            true,
          ]);
          await expectRefused(reply, reply.status);
        }
      }
    },
  );
});

describe('a service', () => {
  it('that is not published is not found, and takes no requests', async () => {
    const documents = t.strapi.documents(serviceUid) as unknown as {
      findFirst(query: object): Promise<{ documentId: string }>;
      unpublish(which: object): Promise<unknown>;
    };
    const sent = await s.body('assistance', 'electricity-bill');
    const { documentId } = await documents.findFirst({ filters: { slug: 'electricity-bill' } });
    await documents.unpublish({ documentId, locale: '*' });
    before = await t.countRows();
    await expectRefused(await t.visitor.get('/services/electricity-bill'), 404);
    await expectRefused(await send(sent), 404, 'error.service_unpublished');
    const { data } = await t.visitor.get<{ slug: string }[]>('/services');
    expect(data.map(({ slug }) => slug)).not.toContain('electricity-bill');
  });

  it('is told in both languages', async () => {
    const names = async (locale: string) =>
      (await t.visitor.get<{ name: string }[]>(`/services?locale=${locale}`)).data.map(
        ({ name }) => name,
      );
    expect((await names('en')).every((name) => /^[ -~’]+$/.test(name))).toBe(true);
    expect((await names('ar')).every((name) => /^[؀-ۿ\s]+/.test(name))).toBe(true);
  });

  it('is not asked for by an inquiry, and is by an assistance', async () => {
    const inquiry = { ...(await s.body('inquiry')), service: services.direct };
    expect(issuesOf(await send(inquiry))).toEqual(['service: service_not_here']);
    const assistance = { ...(await s.body()), service: undefined };
    expect(issuesOf(await send(assistance))).toEqual(['service: service_missing']);
  });

  it('has no appeal, draft or other kind sent as a request', async () => {
    for (const kind of ['appeal', 'draft', 'ASSISTANCE'])
      expect(issuesOf(await send({ ...(await s.body('inquiry')), kind }))).toEqual([
        'kind: option',
      ]);
  });

  it('is not taken for one when an older declaration or consent was read', async () => {
    const body = await s.body();
    const older = { ...body, consent: { version: '0' } };
    expect(issuesOf(await send(older))).toEqual(['consent.version: version']);
    const name = 'أحمد الحارثي';
    await expectRefused(await send({ ...body, declaration: { version: '0', name } }), 422);
  });
});

// ── files ──────────────────────────────────────────────────────────────────

const jpeg = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
    .withExif({
      IFD0: { Make: 'Canary-Camera', Artist: 'Canary-Person' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 16/1 0/1', GPSLongitudeRef: 'E' },
    })
    .jpeg()
    .toBuffer();

describe('a file', () => {
  it.each([
    ['empty', Buffer.alloc(0), 'a.pdf', 422, 'file.empty'],
    [
      'a program named PDF',
      Buffer.concat([Buffer.from('MZ'), randomBytes(200)]),
      'a.pdf',
      415,
      'file.unsupported',
    ],
    [
      'HTML named PDF',
      Buffer.from('<html><script>alert(1)</script>'),
      'a.pdf',
      415,
      'file.unsupported',
    ],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.svg',
      415,
      'file.unsupported',
    ],
    ['a PDF named as a picture', smallPdf, 'a.jpg', 415, 'file.disguised'],
    ['a PDF with a second ending', smallPdf, 'a.pdf.html', 415, 'file.disguised'],
    ['a PDF without any ending', smallPdf, 'a', 415, 'file.disguised'],
    [
      'a protected PDF',
      Buffer.concat([smallPdf, Buffer.from('/Encrypt 5 0 R')]),
      'a.pdf',
      422,
      'file.protected',
    ],
    [
      'a picture cut short',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000', 'hex'),
      'a.png',
      [415, 422],
      undefined,
    ],
    [
      'over ten megabytes',
      Buffer.concat([smallPdf, Buffer.alloc(10 * 1024 * 1024)]),
      'a.pdf',
      413,
      undefined,
    ],
  ])('%s is refused', async (_what, bytes, name, status, code) => {
    await expectRefused(await s.upload(bytes, name), status, code);
  });

  it('of more pixels than any document has is refused', async () => {
    const bomb = await sharp({
      create: { width: 9_000, height: 6_000, channels: 3, background: 'white' },
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    await expectRefused(await s.upload(bomb, 'a.png', 'image/png'), 422, 'file.broken');
  });

  it('that is none, is two, or comes in another field is refused', async () => {
    const form = (names: string[]) => {
      const body = new FormData();
      for (const name of names) body.append(name, new Blob([new Uint8Array(smallPdf)]), 'a.pdf');
      return t.visitor.send('/uploads', { method: 'POST', body });
    };
    await expectRefused(await form([]), [400, 422]);
    await expectRefused(await form(['other']), 422, 'file.missing');
    await expectRefused(await form(['file', 'file']), [400, 413, 422]);
    await expectRefused(await t.visitor.post('/uploads', { file: 'x' }), 422, 'file.missing');
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    await expectRefused(await postText('/uploads', 'garbage', headers), [400, 422]);
    await expectRefused(
      await postText('/uploads', 'x', { 'content-type': 'multipart/form-data' }),
      [400, 422],
    );
  });

  it('keeps neither the place nor the camera of a picture', async () => {
    const taken = await jpeg();
    expect(taken.includes('Canary-Camera')).toBe(true);
    const { upload, mime } = expectStatus(
      await s.upload(taken, '../../photo.JPG', 'image/jpeg'),
      201,
    );
    expect(mime).toBe('image/jpeg');
    const one = await s.submitted('assistance', services.everything, {
      documents: [{ key: 'income_statement', upload }],
    });
    const file = (await one.read()).documents.flatMap(({ files }) => files)[0];
    expect(file?.name).toBe('photo.JPG');
    const officer = await t.loginAs('relations_officer');
    const kept = await officer.get(`/files/${file?.id}`);
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(kept.headers.get('x-content-type-options')).toBe('nosniff');
    expect(kept.headers.get('content-security-policy')).toMatch(/sandbox/);
    expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined();
    expect(kept.bytes.includes('Canary')).toBe(false);
  });
});

describe('an upload token', () => {
  const withPaper = async (upload: string, more = 1) => {
    const documents = Array.from({ length: more }, () => ({ key: 'income_statement', upload }));
    return send(await s.body('assistance', services.everything, { documents }));
  };
  const fresh = async () => {
    const { upload } = expectStatus(await s.upload(), 201);
    // The body of a request brings an upload of its own with it.
    await s.body('assistance', services.everything);
    return upload;
  };
  const filesAndRequests = async () => {
    const { crm_requests, crm_request_documents, crm_events } = await t.countRows();
    return { crm_requests, crm_request_documents, crm_events };
  };

  it('that nobody was given, or that is used, opens nothing', async () => {
    const upload = await fresh();
    expectStatus(await withPaper(upload), 201);
    const held = await filesAndRequests();
    for (const token of [upload, randomBytes(32).toString('base64url'), '', 'x'.repeat(200)]) {
      const reply = await withPaper(token);
      expect([reply.status, issuesOf(reply)]).toEqual([422, ['documents.0.upload: upload']]);
    }
    expect(await filesAndRequests()).toEqual(held);
  });

  it('counts once in one request', async () => {
    const reply = await withPaper(await fresh(), 2);
    expect([reply.status, issuesOf(reply)]).toEqual([422, ['documents.1.upload: upload_twice']]);
  });

  it('whose request was refused can be used again', async () => {
    const upload = await fresh();
    expect((await withPaper(upload, 2)).status).toBe(422);
    expectStatus(await withPaper(upload), 201);
  });

  it('is over after its time, and the file is destroyed', async () => {
    const upload = await fresh();
    const at = t.crm.now();
    t.setNow(new Date(at.getTime() + 24 * 3_600_000));
    expect(issuesOf(await withPaper(upload))).toEqual(['documents.0.upload: upload']);
    const hash = 'upload_hash is not null and expires_at <= ?';
    const held = () => t.crm.db('crm_files').whereRaw(hash, [t.crm.now()]).pluck('id');
    expect((await held()).length).toBeGreaterThan(0);
    await t.advance(0);
    expect(await held()).toEqual([]);
  });

  it('goes to a paper that the service asks for, and to no other', async () => {
    const documents = [{ key: 'passport', upload: await fresh() }];
    const reply = await send(await s.body('assistance', services.committee, { documents }));
    expect([reply.status, issuesOf(reply)]).toEqual([422, ['documents.0.key: document_unknown']]);
  });
});

// ── following ──────────────────────────────────────────────────────────────

describe('reference and code', () => {
  let one: Case;
  beforeAll(async () => void (one = await s.submitted()));

  it.each(['track', 'receipt', 'letter', 'respond', 'withdraw', 'appeal'])(
    '%s: an unknown reference and a wrong code get the same answer',
    async (step) => {
      const more = step === 'appeal' ? { message: 'أرجو النظر مرة أخرى' } : {};
      const ask = (credentials: object) =>
        t.visitor.post(`/requests/${step}`, { ...credentials, ...more });
      const { reference, accessCode } = one.credentials;
      const wrong = await ask({ reference, accessCode: '0000-0000-0000' });
      const unknown = await ask({ reference: 'ZZZZ-ZZZZ', accessCode });
      await expectRefused(wrong, 404, 'error.wrong_credentials');
      expect(unknown.text).toBe(wrong.text);
      const names = (reply: Reply) => {
        const held: string[] = [];
        reply.headers.forEach((_value, name) => held.push(name));
        return held.sort();
      };
      expect(names(unknown)).toEqual(names(wrong));
    },
  );

  it('are read as people type them', async () => {
    const { reference, accessCode } = one.credentials;
    const typed = {
      reference: ` ${reference.toLowerCase().replace('-', '')} `,
      accessCode: accessCode
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l'),
    };
    expect((await t.visitor.post('/requests/track', typed)).status).toBe(200);
  });

  it('open no letter before a reply, owe nothing that was not asked for, and know no appeal', async () => {
    await expectRefused(
      await t.visitor.post('/requests/letter', one.credentials),
      404,
      'error.no_letter',
    );
    const respond = await t.visitor.post('/requests/respond', { ...one.credentials, message: 'x' });
    await expectRefused(respond, 409, 'error.transition');
    const message = 'أرجو النظر مرة أخرى';
    const appeal = await t.visitor.post('/requests/appeal', { ...one.credentials, message });
    await expectRefused(appeal, 409, 'error.transition');
  });

  it('give a receipt as PDF', async () => {
    const reply = await t.visitor.post('/requests/receipt', one.credentials);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('take in exactly what was asked for', async () => {
    const asked = await s.checking(services.everything);
    const items = [
      { kind: 'document', key: 'lease' },
      { kind: 'field', key: 'need' },
    ];
    await asked.do('relations_officer', 'ask_applicant', { note: 'نحتاج إلى المزيد', items });
    const owed = (await asked.track()).owed;
    expect(owed?.items.map(({ key }) => key)).toEqual(['lease', 'need', 'declaration']);
    const { upload } = expectStatus(await s.upload(), 201);
    const whole = {
      ...asked.credentials,
      answers: { need: 'الإيجار' },
      documents: [{ key: 'lease', upload }],
      declaration: { version: owed?.declaration?.version ?? '', name: 'أحمد الحارثي' },
    };
    const respond = (body: object) => t.visitor.post('/requests/respond', body);
    before = await t.countRows();
    const nothing = await respond(asked.credentials);
    await expectRefused(nothing, 422);
    expect(issuesOf(nothing)).toEqual([
      'documents.lease: still_owed',
      'answers.need: still_owed',
      'declaration: still_owed',
    ]);
    const more = await respond({ ...whole, answers: { ...whole.answers, household_size: 12 } });
    await expectRefused(more, 422);
    expect(issuesOf(more)).toEqual(['answers.household_size: not_owed']);
    expectStatus(await respond(whole), 200);
    expect((await asked.read()).declaration.state).toBe('stands');
    expect((await respond(whole)).status).toBe(409);
  });
});

// ── once ───────────────────────────────────────────────────────────────────

describe('the idempotency key', () => {
  it('is needed, and is one', async () => {
    const body = await s.body('inquiry');
    for (const headers of [{}, idempotent('with spaces in it'), idempotent('x'.repeat(300))])
      expect(
        issuesOf(await t.visitor.post('/requests', body, headers as Record<string, string>)),
      ).toEqual(['Idempotency-Key: required']);
    expect(await t.countRows()).toEqual(before);
  });

  it('repeated with the same body gets the same bytes, and there is one request', async () => {
    const body = await s.body('inquiry');
    const first = await send(body, 'key-one-two-three');
    const held = await t.countRows();
    // Another order of the fields is the same body.
    const again = await send(
      Object.fromEntries(Object.entries(body).reverse()),
      'key-one-two-three',
    );
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await t.countRows()).toEqual(held);
  });

  it('repeated with another body is refused', async () => {
    await send(await s.body('inquiry'), 'key-four-five-six');
    before = await t.countRows();
    const other = await send(await s.body('inquiry'), 'key-four-five-six');
    await expectRefused(other, 422, 'error.idempotency_mismatch');
  });

  it('of a refused request may be used for the mended one', async () => {
    const body = await s.body('inquiry');
    expect((await send({ ...body, answers: {} }, 'key-seven-eight')).status).toBe(422);
    expect((await send(body, 'key-seven-eight')).status).toBe(201);
  });

  it('sent twenty times at once makes one request, and all get its receipt', async () => {
    const body = await s.body('inquiry');
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => send(body, 'key-of-twenty')),
    );
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
    const phone = `+966${String(body.applicant.phone).slice(1)}`;
    expect(await t.crm.db('crm_requests').where({ applicant_phone: phone })).toHaveLength(1);
  });

  it('keeps its answer sealed, and not for ever', async () => {
    const { accessCode } = expectStatus(await send(await s.body('inquiry'), 'key-to-forget'), 201);
    const rows = await t.crm.db('crm_idempotency');
    expect(JSON.stringify(rows)).not.toContain(accessCode);
    await t.advance(1.01);
    expect(await t.crm.db('crm_idempotency')).toEqual([]);
  });
});

describe('what the database does not keep is not answered as kept', () => {
  const refuse = (how: string) =>
    t.crm.db.raw(`
      create function refuse_to_commit() returns trigger language plpgsql as $$ begin ${how}; end $$;
      create constraint trigger refuse_to_commit after insert on crm_requests
        deferrable initially deferred for each row execute function refuse_to_commit()`);
  afterEach(() => t.crm.db.raw('drop function refuse_to_commit() cascade'));

  it.each([
    ['it refuses the COMMIT', `raise exception 'not today'`],
    ['it is lost during the COMMIT', 'perform pg_terminate_backend(pg_backend_pid())'],
  ])('%s', async (_what, how) => {
    const body = await s.body('inquiry');
    const key = idempotent();
    await refuse(how);
    const reply = await t.visitor.post('/requests', body, key);
    // The pool may hand out the lost connection once more before it hears of its end.
    await t.crm.db.raw('select 1').catch(() => undefined);
    await expectRefused(reply, 500);
    expect(reply.text).not.toContain('not today');
    // Whoever sends it again under the same key is taken in then.
    await t.crm.db.raw('alter table crm_requests disable trigger refuse_to_commit');
    expectStatus(await t.visitor.post('/requests', body, key), 201);
  });
});
