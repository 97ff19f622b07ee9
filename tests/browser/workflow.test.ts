import type { Browser } from 'playwright-core';
import type { WorkflowView } from '../../src/plugins/beneficiary-crm/contracts/workflow';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { label } from '../support/panel';
import { expectStatus, scenario } from '../support/scenario';

/** The director sets the times of requests: mistakes beside their fields, nothing lost, every version to be read. */

const input = (name: string) => `input[name="${name}"]`;

let product: TestCrm;
let browser: Browser;
let director: Person;
let officer: Person;

const open = async ({ page }: Person) => {
  await page.goto(`${product.url}/admin/settings/beneficiary-crm/workflow`);
  await page.getByRole('heading', { level: 1, name: label('workflow.title') }).waitFor();
};
const keep = ({ page }: Person) =>
  page.getByRole('button', { name: label('workflow.keep'), exact: true }).click();

beforeAll(async () => {
  product = await bootCrm();
  browser = await openBrowser();
  director = await person(browser, 'director', desk);
  officer = await person(browser, 'officer', desk);
  await signIn(director, product, staff.find((one) => one.role === 'executive_director')!.email);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('what cannot be is said beside its field, and what was typed survives a refresh', async () => {
  const { page } = director;
  await open(director);
  await page.getByText(label('workflow.as-policy')).waitFor();
  await page.getByText(label('workflow.history-empty')).waitFor();
  await look(director, 'workflow');

  await page.locator(input('replyEarliestDays')).fill('٧');
  await page.locator(input('appealDays')).fill('45');
  await page.locator(input('stepDays.screening')).fill('');
  await keep(director);
  await page.getByText(label('form.error.required')).waitFor();
  await page.reload();
  expect(await page.locator(input('appealDays')).inputValue()).toBe('45');
  expect(await page.locator(input('stepDays.screening')).inputValue()).toBe('');
  await page.getByText('الساري الآن: 30 يومًا').waitFor();

  await page.locator('textarea[name="reason"]').fill('قرار مجلس الإدارة رقم 12');
  await keep(director);
  await page.getByText('مدة لا تقل عن أسبوعين').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
    'replyEarliestDays',
  );
  await look(director, 'workflow-refused');
});

test('somebody was faster: what was typed stays and stands over theirs', async () => {
  const { page } = director;
  const other = await product.loginAs('executive_director');
  const { version, settings } = expectStatus(await other.get<WorkflowView>('/workflow'), 200);
  expectStatus(
    await other.post('/workflow', {
      expectedVersion: version,
      ...settings,
      answerDays: 25,
      reason: 'تقصير مهلة الجواب',
    }),
    200,
  );
  await page.locator(input('replyEarliestDays')).fill('21');
  await keep(director);
  await page.getByText('تقصير مهلة الجواب').first().waitFor();
  expect(await page.locator(input('answerDays')).inputValue()).toBe('25');
  expect(await page.locator(input('appealDays')).inputValue()).toBe('45');
  expect(await page.locator('textarea[name="reason"]').inputValue()).toContain('رقم 12');

  await keep(director);
  await page.getByText('مهلة التظلّم (بالأيام): من 30 يومًا إلى 45 يومًا').waitFor();
  await page.getByText('قيد الفرز: من 10 أيام عمل إلى بلا حد').waitFor();
  expect(await page.locator('textarea[name="reason"]').inputValue()).toBe('');
  const kept = expectStatus(await other.get<WorkflowView>('/workflow'), 200);
  expect(kept).toMatchObject({
    version: 'association-2',
    settings: { replyEarliestDays: 21, answerDays: 25, appealDays: 45 },
  });
  expect(kept.settings.stepDays.screening).toBeUndefined();
  await look(director, 'workflow-kept');
});

test('reads on a phone, and is not there for others', async () => {
  const small = await person(browser, 'phone', phone);
  await signIn(small, product, staff.find((one) => one.role === 'executive_director')!.email);
  await open(small);
  await small.page.getByText(label('workflow.history')).waitFor();
  // On a phone the way back of Strapi's settings stands outside every landmark.
  await look(small, 'workflow-phone', 'main');
  const wide = await small.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);

  await signIn(officer, product, staff.find((one) => one.role === 'relations_officer')!.email);
  await officer.page.goto(`${product.url}/admin/settings/beneficiary-crm/calendar`);
  await officer.page.getByRole('heading', { level: 1, name: label('calendar.title') }).waitFor();
  expect(await officer.page.getByRole('link', { name: label('workflow.title') }).count()).toBe(0);
});

test('an officer begins an answer from a prepared one, and loses nothing that was typed', async () => {
  const { page } = officer;
  const asked = await scenario(product).submitted('inquiry', undefined, {
    applicant: { name: 'نورة بنت سعيد بن عبدالرحمن الحارثي' },
  });
  await asked.do('relations_officer', 'start');
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/requests/${asked.id}`);
  await page.getByRole('button', { name: label('action.answer'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox');
  await choose(page, label('prepared.insert'), 'كيف تقدّم طلب دعم');
  await page.getByText('وُضع نص «كيف تقدّم طلب دعم».').waitFor();
  expect(await field.inputValue()).toMatch(/^حياك الله نورة بنت سعيد بن عبدالرحمن الحارثي، /);
  expect(await field.inputValue()).not.toContain('{{');
  await look(officer, 'prepared-answer');

  await field.fill('نعم، يمكنك ذلك.');
  await choose(page, label('prepared.insert'), 'متى يصل الرد');
  await page.getByText('أُضيف نص «متى يصل الرد»').waitFor();
  const text = await field.inputValue();
  expect(text).toMatch(/^نعم، يمكنك ذلك\.\n\nحياك الله نورة/);
  await page.reload();
  await page.getByRole('button', { name: label('action.answer'), exact: true }).click();
  expect(await field.inputValue()).toBe(text);
  await dialog.getByRole('button', { name: label('action.answer'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect((await asked.read()).answer?.text).toBe(text);
});
