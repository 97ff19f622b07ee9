/** Opening a request on someone's behalf: every channel, every way of signing, once each, and the own branch. */
import type { Received } from '../../src/plugins/beneficiary-crm/contracts/receiving';
import { channelSlugs } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import type { FormDefinition } from '../../src/plugins/beneficiary-crm/contracts/website';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import type { Reply } from '../support/http';
import { smallPdf } from '../support/pdf';
import { Case, expectStatus, scenario, services } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;

beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({ SMTP_URL: smtp.url, MAIL_FROM: 'association@example.org' });
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});

const signer = 'أحمد بن عبد الله الحارثي';
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
