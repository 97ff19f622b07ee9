import type { Browser, Page } from 'playwright-core';
import type { FormDefinition } from '../../src/plugins/beneficiary-crm/contracts/website';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { smallPdf } from '../support/pdf';
import { expectStatus, scenario, services } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';
import { idempotent } from '../support/http';
import { button, label } from '../support/panel';

/** Requests opened on someone's behalf: at a desk with a drawn signature, and on a delegate's phone without a network. */

let product: TestCrm;
let browser: Browser;
let smtp: TestSmtp;

const emailOf = (name: string): string =>
  staff.find(({ role, email }) => role === name || email.startsWith(`${name}@`))?.email ?? name;
const newRequest = () => `${product.url}/admin/plugins/beneficiary-crm/requests/new`;

const numberOfRequests = async (): Promise<number> => {
  const [row] = await product.crm.db('crm_requests').count<{ n: string }[]>('* as n');
  return Number(row?.n);
};

beforeAll(async () => {
  smtp = await startSmtp();
  product = await bootCrm({ SMTP_URL: smtp.url, MAIL_FROM: 'association@example.org' });
  product.setNow(new Date());
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await smtp?.stop();
}, 60_000);

async function at(name: string, viewport: { width: number; height: number }): Promise<Person> {
  const one = await person(browser, name, viewport);
  await signIn(one, product, emailOf(name));
  return one;
}

async function applicant(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: label('receive.name') }).fill(name);
  await page.getByRole('textbox', { name: label('receive.phone') }).fill('0551234567');
}

/** Signs with the mouse: two strokes across the pad. */
async function draw(page: Page): Promise<void> {
  const pad = page.getByTestId('signature-pad');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no place to sign');
  for (const line of [
    [0.2, 0.6, 0.7, 0.3],
    [0.3, 0.3, 0.8, 0.7],
  ]) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line;
    await page.mouse.move(box.x + box.width * x1, box.y + box.height * y1);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * x2, box.y + box.height * y2, { steps: 12 });
    await page.mouse.up();
  }
}

/** Answers every question that is asked, and those that the answers lead to. */
async function answer(page: Page, form: FormDefinition): Promise<void> {
  for (const field of form.form.fields) {
    if (field.showIf) continue;
    const input = page.getByLabel(field.label);
    switch (field.type) {
      case 'choice':
        await choose(page, new RegExp(field.label.slice(0, 12)), field.options[0]?.label ?? '');
        break;
      case 'yes_no':
        await page
          .getByRole('radiogroup', { name: field.label })
          .getByRole('radio', { name: label('receive.no') })
          .click();
        break;
      case 'date':
        await input.fill('2026-01-15');
        break;
      case 'iban':
        await input.fill('SA0380000000608010167519');
        break;
      case 'phone':
        await input.fill('0551234567');
        break;
      case 'number':
      case 'money':
        await input.fill(String(Math.max(field.min ?? 3, 3)));
        break;
      default:
        await input.fill('أسرة من ستة أفراد لا يكفي دخلها الإيجار');
    }
  }
}

async function attach(page: Page, form: FormDefinition): Promise<void> {
  for (const { label: paper, required } of form.requiredDocuments) {
    if (!required) continue;
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: label('receive.choose-file-of').replace('{label}', paper) })
      .click();
    await (
      await chooser
    ).setFiles({
      name: 'income.pdf',
      mimeType: 'application/pdf',
      buffer: smallPdf,
    });
    await page
      .getByRole('button', { name: label('receive.remove-file-of').replace('{label}', paper) })
      .waitFor();
  }
}

test('an officer opens a request at the desk, and the applicant signs on the screen', async () => {
  const officer = await at('relations_officer', desk);
  const { page } = officer;
  const form = expectStatus(
    await product.visitor.get<FormDefinition & { name: string }>(
      `/services/${services.everything}`,
    ),
    200,
  );
  const before = await numberOfRequests();
  const name = 'نورة بنت عبد الرحمن القحطاني آل عبد الكريم';

  await page.goto(newRequest().replace('/new', ''));
  await page.getByRole('link', { name: label('receive.new') }).click();
  await page.getByRole('heading', { name: label('receive.title') }).waitFor();
  await button(page, 'receive.next').click();
  await page.getByText(label('form.error.required')).first().waitFor();
  await choose(page, label('receive.kind'), label('kind.assistance'));
  await choose(page, label('receive.service'), form.name);
  await applicant(page, name);
  await look(officer, 'receive-1-start');
  await button(page, 'receive.next').click();

  await answer(page, form);
  await look(officer, 'receive-2-answers');
  // What was typed is still there after a refresh.
  await page.reload();
  await page.getByText(label('receive.answers')).waitFor();
  await button(page, 'receive.next').click();

  await attach(page, form);
  await look(officer, 'receive-3-documents');
  await button(page, 'receive.next').click();

  await page.getByLabel(label('receive.consented')).click();
  await page.getByRole('radio', { name: label('way.drawn') }).click();
  await button(page, 'receive.next').click();
  await page.getByText(label('receive.error.strokes')).waitFor();
  await draw(page);
  await look(officer, 'receive-4-declaration');
  await button(page, 'receive.next').click();

  await page.getByText('0551234567').waitFor();
  await look(officer, 'receive-5-check');
  await button(page, 'receive.send').dblclick();
  await page.getByText(label('receive.done')).waitFor();
  await look(officer, 'receive-6-done');
  expect(await numberOfRequests()).toBe(before + 1);

  const [receipt, paper] = await Promise.all([
    page.context().waitForEvent('page'),
    page.waitForResponse((answer) => answer.url().includes('/desk/receipts')),
    button(page, 'receive.print').click(),
  ]);
  expect(paper.status()).toBe(200);
  expect(paper.headers()['content-type']).toContain('application/pdf');
  await receipt.close();

  await page.getByRole('link', { name: new RegExp(label('receive.open')) }).click();
  await page.getByRole('button', { name: label('receive.show-signature') }).click();
  await page
    .getByRole('img', { name: label('receive.signature-of').replace('{name}', name) })
    .waitFor();
  await look(officer, 'receive-7-request');
  await officer.context.close();
}, 180_000);

test('a delegate loses the connection while sending, and exactly one request arrives', async () => {
  const delegate = await at('delegate2', phone);
  const { page, context } = delegate;
  const form = expectStatus(await product.visitor.get<FormDefinition>('/forms/complaint'), 200);
  const before = await numberOfRequests();
  await page.goto(newRequest());
  await choose(page, label('receive.kind'), label('kind.complaint'));
  await applicant(page, 'سالم بن مرزوق العتيبي');
  await look(delegate, 'receive-8-phone');
  await button(page, 'receive.next').click();
  if (form.form.fields.length > 0) await answer(page, form);
  else await page.getByLabel(label('receive.message')).fill('لم يرد علينا أحد');
  await button(page, 'receive.next').click();
  if (form.requiredDocuments.length > 0) await button(page, 'receive.next').click();
  await page.getByLabel(label('receive.consented')).click();
  await button(page, 'receive.next').click();

  // The server takes it, and the answer is lost with the connection.
  let sent = 0;
  await page.route(/\/beneficiary-crm\/requests\?/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    await context.setOffline(true);
    await route.abort('connectionfailed');
  });
  await button(page, 'receive.send').click();
  await page.getByText(label('receive.waiting')).waitFor();
  expect(await numberOfRequests()).toBe(before + 1);
  expect(await button(page, 'receive.send').isDisabled()).toBe(true);
  expect(await button(page, 'receive.edit-again').count()).toBe(0);
  await look(delegate, 'receive-9-offline');

  await context.setOffline(false);
  await page.getByText(label('receive.done')).waitFor();
  expect(sent).toBeGreaterThan(1);
  expect(await numberOfRequests()).toBe(before + 1);
  const row = await product.crm
    .db('crm_requests')
    .where({ applicant_name: 'سالم بن مرزوق العتيبي' })
    .first<{ channel: string; branch: string; reference: string }>();
  expect(row).toMatchObject({ channel: 'delegate', branch: 'wadi' });
  await page.getByText(row.reference, { exact: true }).first().waitFor();
  await look(delegate, 'receive-10-phone-done');
  await context.close();
}, 120_000);

test('what is sent without a connection waits for it, and may be changed until then', async () => {
  const delegate = await at('delegate2', phone);
  const { page, context } = delegate;
  const before = await numberOfRequests();
  await page.goto(`${newRequest()}?kind=suggestion`);
  const form = expectStatus(await product.visitor.get<FormDefinition>('/forms/suggestion'), 200);
  await applicant(page, 'منيرة بنت فهد السبيعي');
  await button(page, 'receive.next').click();
  if (form.form.fields.length > 0) await answer(page, form);
  else await page.getByLabel(label('receive.message')).fill('ليتكم تفتحون مساءً');
  await button(page, 'receive.next').click();
  await page.getByLabel(label('receive.consented')).click();
  await button(page, 'receive.next').click();
  await context.setOffline(true);
  await page.getByText(label('receive.offline')).waitFor();
  await button(page, 'receive.send').click();
  await page.getByText(label('receive.waiting')).waitFor();
  await button(page, 'receive.edit-again').click();
  await button(page, 'receive.send').click();
  await page.getByText(label('receive.waiting')).waitFor();
  expect(await numberOfRequests()).toBe(before);
  await context.setOffline(false);
  await page.getByText(label('receive.done')).waitFor();
  expect(await numberOfRequests()).toBe(before + 1);
  await context.close();
}, 120_000);

test('a person with a file signs by a code from the mail, and later with a finger', async () => {
  const officer = await at('relations_officer', desk);
  const { page } = officer;
  const session = await product.loginAs('relations_officer');
  const name = 'عائشة بنت حسين الزهراني';
  const email = 'aisha@example.com';
  const { id } = expectStatus(
    await session.post<{ id: string }>(
      '/beneficiaries',
      {
        path: 'desk',
        name,
        city: 'قيا',
        contacts: [
          { kind: 'mobile', value: '0557070701', preferred: true },
          { kind: 'email', value: email },
        ],
      },
      idempotent(),
    ),
    201,
  );
  const form = expectStatus(
    await product.visitor.get<FormDefinition & { name: string }>(`/services/${services.direct}`),
    200,
  );

  // The file says who it is.
  await page.goto(`${newRequest()}?person=${id}`);
  await page.getByRole('link', { name: new RegExp(name) }).waitFor();
  await page.waitForFunction(
    (held) => Array.from(document.querySelectorAll('input')).some(({ value }) => value === held),
    email,
  );
  expect(await page.getByRole('textbox', { name: label('receive.name') }).inputValue()).toBe(name);
  await choose(page, label('receive.kind'), label('kind.assistance'));
  await choose(page, label('receive.service'), form.name);
  await look(officer, 'receive-11-from-file');
  await button(page, 'receive.next').click();
  await answer(page, form);
  await button(page, 'receive.next').click();
  if (form.requiredDocuments.length > 0) {
    await attach(page, form);
    await button(page, 'receive.next').click();
  }
  await page.getByLabel(label('receive.consented')).click();
  await page.getByRole('radio', { name: label('way.code') }).click();
  await button(page, 'receive.code-send-email').click();
  await page.getByText(label('receive.code-sent')).waitFor();
  await product.drain();
  const code = /\d{6}/.exec(smtp.to(email).at(-1)?.text ?? '')?.[0];
  await page.getByLabel(label('receive.code')).fill(code ?? '');
  await look(officer, 'receive-12-code');
  await button(page, 'receive.next').click();
  await button(page, 'receive.send').click();
  await page.getByText(label('receive.done')).waitFor();
  const row = await product.crm
    .db('crm_requests as r')
    .join('crm_declarations as d', 'd.request_id', 'r.id')
    .where({ applicant_name: name })
    .first<{ id: string; beneficiary_id: string; way: string }>('r.id', 'beneficiary_id', 'd.way');
  expect(row).toMatchObject({ beneficiary_id: id, way: 'code' });
  await officer.context.close();
}, 180_000);

test.each([
  ['desk', desk],
  ['phone', phone],
])(
  'a declaration that no longer stands is signed anew, with a finger: %s',
  async (name, size) => {
    const officer = await at('relations_officer', size);
    const { page } = officer;
    const one = await scenario(product).checking();
    // An answer changed since: what was signed is no longer what is asked.
    await product.crm.db('crm_requests').where({ id: one.id }).update({ answers_hash: 'changed' });
    await page.goto(newRequest().replace('/new', `/${one.id}`));
    await button(page, 'request.other-actions').click();
    await page.getByRole('menuitem', { name: label('action.sign_declaration') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: label('way.drawn') }).click();
    await draw(page);
    await look(officer, `receive-13-sign-${name}`);
    await dialog.getByRole('button', { name: label('action.sign_declaration') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: label('receive.show-signature') }).waitFor();
    await officer.context.close();
  },
  120_000,
);
