/** What does not move, and what one is told of it, as the director has them at a desk and on a phone. */
import type { Browser } from 'playwright-core';
import panelWords from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { desk, look, openBrowser, person, phone, signIn, signInByHand } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { bodies, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';

const t = panelWords as Record<string, string>;
const emailOf = (wanted: string): string => staff.find(({ role }) => role === wanted)?.email ?? '';
const at = (date: string, time: string) => new Date(`${date}T${time}:00+03:00`);

let product: TestCrm;
let browser: Browser;
let director: Person;
let late: Case;
let paused: Case;

const mind = async () => {
  await product.crm.rooms
    .find(({ name }) => name === 'notices')
    ?.jobs?.mind_steps?.(product.crm, {});
};

beforeAll(async () => {
  product = await bootCrm();
  const s = scenario(product);
  product.setNow(at('2026-11-01', '09:00'));
  late = await s.checking();
  paused = await s.checking();
  product.setNow(at('2026-11-03', '11:00'));
  await paused.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
  await s.submitted('complaint');
  product.setNow(at('2026-11-15', '11:00'));
  await mind();
  browser = await openBrowser();
  director = await person(browser, 'director', desk);
  await signInByHand(director, product, emailOf('executive_director'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

it('the home page says how much waits, and leads to it', async () => {
  const { page } = director;
  const line = page.getByRole('link', { name: new RegExp(t['home.stalled'] ?? '') });
  await line.waitFor();
  expect(await line.textContent()).toMatch(/2$|٢$/);
  await line.click();
  await page.getByRole('heading', { level: 1, name: t['stalled.title'] }).waitFor();
});

it('every record over its time is listed with its step, and one step can be looked at alone', async () => {
  const { page } = director;
  const table = page.getByRole('grid');
  await table.getByRole('row').nth(2).waitFor();
  expect(await table.getByRole('row').count()).toBe(3);
  const rows = table.getByRole('row').filter({ hasText: late.receipt.reference });
  // Since the 8th of November at 16:00: four whole days, and three hours of the fifth.
  expect(await rows.textContent()).toMatch(/(4|٤) أيام و(3|٣) ساعات/);
  await look(director, 'stalled-desk');
  await page.getByRole('combobox', { name: t['stalled.filter.step'] }).click();
  await page.getByRole('option', { name: /قيد التحقق/ }).click();
  await page.waitForURL(/status=checking/);
  await table.getByRole('row').nth(2).waitFor({ state: 'detached' });
  expect(await table.getByRole('row').count()).toBe(2);
});

it('a request says how long its step has lasted', async () => {
  const { page } = director;
  await page.getByRole('grid').getByRole('link').first().click();
  await page.getByText(t['step.label'] ?? '').waitFor();
  await page
    .getByText(/تجاوزت مهلتها/)
    .last()
    .waitFor();
  await look(director, 'step-overdue');
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/requests/${paused.id}`);
  await page.getByText(/متوقفة حتى يجيب مقدّم الطلب/).waitFor();
});

it('what one was told is read once, and is gone from what is unread', async () => {
  const { page } = director;
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/notices`);
  const items = page.getByRole('list', { name: t['notices.title'] }).getByRole('listitem');
  await items.nth(1).waitFor();
  expect(await items.count()).toBe(2);
  await look(director, 'notices-desk');
  await items.filter({ hasText: late.receipt.reference }).getByRole('button').click();
  await items.nth(1).waitFor({ state: 'detached' });
  expect(await items.count()).toBe(1);
  await page.getByRole('tab', { name: t['notices.view.all'] }).click();
  await items.nth(1).waitFor();
});

it('both are there on a phone', async () => {
  const small = await person(browser, 'director-phone', phone);
  await signIn(small, product, emailOf('executive_director'));
  const { page } = small;
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/stalled`);
  const cards = page.getByRole('list', { name: t['stalled.title'] }).getByRole('listitem');
  await cards.nth(1).waitFor();
  await look(small, 'stalled-phone');
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/notices?view=all`);
  await page.getByRole('list', { name: t['notices.title'] }).getByRole('listitem').nth(1).waitFor();
  await look(small, 'notices-phone');
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/requests/${late.id}`);
  await page.getByText(/تجاوزت مهلتها/).waitFor();
  await look(small, 'step-phone');
  await page.getByRole('heading', { level: 1 }).waitFor();
});
