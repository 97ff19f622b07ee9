/** An officer's morning: the own queue, filters, a saved view, work given to many at once, the board, the keyboard. */
import type { Browser, Page } from 'playwright-core';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { button, label } from '../support/panel';
import { scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

const longName = 'عبدالرحمن بن عبدالعزيز بن عبدالمحسن بن عبداللطيف آل عبدالوهاب الحارثي';
const applicants = [
  'سعاد بنت محمد الزهراني',
  'خالد بن سعد السواط',
  longName,
  'منى بنت علي الجعيد',
  'فهد بن ناصر الثبيتي',
] as const;

let product: TestCrm;
let browser: Browser;
let officer: Person;
const cases: Record<string, Case> = {};

const account = (wanted: string) => {
  const found = staff.find(({ email, role }) => role === wanted || email.startsWith(`${wanted}@`));
  if (!found) throw new Error(`nobody is ${wanted}`);
  return { email: found.email, name: `${found.firstname} ${found.lastname}` };
};
const inbox = async (one: Person, query = '') => {
  await one.page.goto(`${product.url}/admin/plugins/beneficiary-crm/requests${query}`);
  await one.page.getByRole('heading', { level: 1 }).waitFor();
  await settled(one.page);
};
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const tick = (page: Page, name: string) => row(page, name).getByRole('checkbox').click();
const tab = (page: Page, view: string) =>
  page.getByRole('tab', { name: new RegExp(`^${label(`inbox.view.${view}`)} `) });
/** Opens one of the menus and chooses in it. */
const pick = async (page: Page, menu: string | RegExp, item: string | RegExp) => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

beforeAll(async () => {
  product = await bootCrm();
  product.setNow(new Date());
  browser = await openBrowser();
  const { submitted, checking } = scenario(product);
  for (const name of applicants)
    cases[name] = await submitted('assistance', services.direct, { applicant: { name } });
  cases.inquiry = await submitted('inquiry', undefined, { applicant: { name: 'نوف السبيعي' } });
  cases.checking = await checking();
  officer = await person(browser, 'officer', desk);
  await signIn(officer, product, account('officer').email);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('the own queue holds what is in the own hands, and each tab says how much there is', async () => {
  const { page } = officer;
  await inbox(officer, '?view=mine');
  await look(officer, 'queue-mine');
  expect(await page.getByRole('row').count()).toBe(2);
  await tab(page, 'unassigned').click();
  await settled(page);
  expect(await page.getByRole('row').count()).toBe(7);
  await look(officer, 'queue-unassigned');
  await tab(page, 'overdue').click();
  await page.getByText(label('inbox.empty.overdue')).waitFor();
});

test('a filter narrows the queue, is said in words, and all are taken off by one press', async () => {
  const { page } = officer;
  await inbox(officer);
  await page.getByRole('row').nth(1).waitFor();
  const all = await page.getByRole('row').count();
  await page.getByRole('button', { name: /^التصفية/ }).click();
  await choose(page, label('inbox.filter.channel'), label('channel.website'));
  await page.getByRole('combobox', { name: label('inbox.filter.kind') }).click();
  await page.getByRole('option', { name: label('kind.inquiry') }).click();
  await page.keyboard.press('Escape');
  await settled(page);
  expect(await page.getByRole('row').count()).toBe(2);
  await look(officer, 'queue-filters');
  expect(new URL(page.url()).searchParams.get('kind')).toBe('inquiry');
  // In the dark, what the browser draws is dark too: the sign of a date's calendar could not be seen.
  const drawnAs = (scheme: 'dark' | 'light') =>
    page.waitForFunction(
      (wanted) => getComputedStyle(document.documentElement).colorScheme === wanted,
      scheme,
    );
  await page.emulateMedia({ colorScheme: 'dark' });
  await drawnAs('dark');
  await look(officer, 'queue-filters-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await drawnAs('light');
  await button(page, 'inbox.clear-all').click();
  await settled(page);
  expect(await page.getByRole('row').count()).toBe(all);
  expect(new URL(page.url()).searchParams.get('kind')).toBeNull();
});

test('a view is saved, opened, renamed and deleted', async () => {
  const { page } = officer;
  await inbox(officer, '?view=unassigned&kind=assistance&sort=longest');
  const narrowed = await page.getByRole('row').count();
  await pick(page, label('views.title'), label('views.keep'));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label('views.name')).fill('مساعدات تنتظر من يتولاها');
  await look(officer, 'queue-view-keep');
  await button(dialog, 'views.keep-button').click();
  await dialog.waitFor({ state: 'hidden' });
  await inbox(officer);
  await pick(page, label('views.title'), 'مساعدات تنتظر من يتولاها');
  await settled(page);
  expect(await page.getByRole('row').count()).toBe(narrowed);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('longest');
  // The menu bears the name of the view in sight.
  await pick(page, 'مساعدات تنتظر من يتولاها', label('views.manage'));
  await button(dialog, 'views.rename').click();
  await dialog.getByLabel(label('views.name')).fill('صباح كل يوم');
  await button(dialog, 'views.rename').click();
  await dialog.getByText('صباح كل يوم').waitFor();
  await look(officer, 'queue-views');
  await button(dialog, 'views.delete').click();
  await button(dialog, 'views.delete-sure').click();
  await dialog.getByText(label('views.none')).waitFor();
  await page.keyboard.press('Escape');
});

test('work is given to a colleague for several at once; the row that moved on is named with its reason', async () => {
  const { page } = officer;
  const [first, second, third] = applicants;
  await inbox(officer, '?view=unassigned');
  for (const name of [first, second, third]) await tick(page, name);
  await page.getByRole('region', { name: label('bulk.label') }).waitFor();
  await look(officer, 'queue-chosen');
  // A colleague is faster with one of them.
  await cases[second]?.do('officer2', 'start_check');
  await button(page, 'bulk.assign').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${account('officer2').name}`) }).click();
  await look(officer, 'queue-assign');
  await button(dialog, 'assign.button').click();
  const outcome = page.getByRole('region', { name: /^نتيجة/ });
  await outcome.waitFor();
  await settled(page);
  const refused = outcome.getByRole('listitem').filter({ hasText: label('bulk.row-refused') });
  expect(await refused.count()).toBe(1);
  expect(await refused.textContent()).toContain(second);
  expect(await outcome.getByText(label('bulk.row-done'), { exact: true }).count()).toBe(2);
  await look(officer, 'queue-outcome');
  const held = await product.crm.db('crm_requests').whereNotNull('assignee_id').count('* as n');
  expect(Number(held[0]?.n)).toBe(4);
});

test('when the answer is lost, what was chosen stays, and a second try does it once', async () => {
  const { page } = officer;
  const name = applicants[3];
  await inbox(officer, '?view=unassigned');
  await tick(page, name);
  await page.route('**/requests/assign*', async (route) => {
    // It arrives, and its answer does not.
    await route.fetch();
    await route.abort();
  });
  await button(page, 'bulk.take').click();
  await page.getByText(label('common.unreachable')).first().waitFor();
  await page.unroute('**/requests/assign*');
  await button(page, 'bulk.take').click();
  const outcome = page.getByRole('region', { name: /^نتيجة/ });
  await outcome.getByText(label('bulk.row-done'), { exact: true }).waitFor();
  const events = await product.crm
    .db('crm_events')
    .where({ request_id: cases[name]?.id, type: 'request.assigned' })
    .count('* as n');
  expect(Number(events[0]?.n)).toBe(1);
});

test('the keyboard goes through the rows, chooses, assigns, searches and helps, on an Arabic layout too', async () => {
  const { page } = officer;
  await inbox(officer);
  const press = (code: string, key: string, more: object = {}) =>
    page.evaluate(
      ([where, sign, held]) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', {
            code: where,
            key: sign,
            bubbles: true,
            cancelable: true,
            ...held,
          }),
        ),
      [code, key, more] as const,
    );
  await page.keyboard.press('j');
  const first = await focusedName(page);
  await press('KeyJ', 'ت');
  expect(await focusedName(page)).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('x');
  await page.getByRole('region', { name: label('bulk.label') }).waitFor();
  expect(await row(page, first).first().getAttribute('aria-selected')).toBe('true');
  await press('KeyA', 'ش');
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog').getByText(label('keys.assign')).waitFor();
  await look(officer, 'queue-keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  const box = page.getByLabel(label('inbox.search'), { exact: true });
  expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
  // In a field the letters are letters.
  await page.keyboard.type('jxa');
  expect(await box.inputValue()).toBe('jxa');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await box.fill('');
});

test('Enter opens the request, and the way back ends at its row', async () => {
  const { page } = officer;
  await inbox(officer, '?view=all&kind=assistance');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const name = await focusedName(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/requests\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await row(page, name).first().waitFor();
  await page.waitForFunction((text) => document.activeElement?.textContent === text, name);
  expect(new URL(page.url()).searchParams.get('kind')).toBe('assistance');
});

test('the board shows the work in its order; a card moves by an action that says what it does', async () => {
  const { page } = officer;
  await inbox(officer, '?shape=board');
  await page.getByRole('group', { name: label('board.label') }).waitFor();
  await look(officer, 'queue-board');
  const column = (status: string) =>
    page.getByRole('region', { name: label(`status.${status}`), exact: true });
  const name = applicants[4];
  await column('submitted').getByRole('link', { name }).waitFor();
  // Before and after in the order of the work: the later one stands further left.
  const [early, late] = [
    await column('submitted').boundingBox(),
    await column('checking').boundingBox(),
  ];
  expect(early && late && late.x < early.x).toBe(true);
  await page.keyboard.press('j');
  expect(await column('submitted').locator(':focus').count()).toBe(1);
  await page.keyboard.press('ArrowLeft');
  expect(await column('submitted').locator(':focus').count()).toBe(0);
  await page.getByRole('button', { name: label('board.steps-of').replace('{name}', name) }).click();
  const dialog = page.getByRole('dialog');
  await button(dialog, 'action.start_check').waitFor();
  expect(await dialog.textContent()).toContain(label('status.checking'));
  await look(officer, 'queue-board-steps');
  await button(dialog, 'action.start_check').click();
  await column('checking').getByRole('link', { name }).waitFor();
  await dialog.waitFor({ state: 'hidden' });
});

test('who is away is recorded, and work is handed over', async () => {
  const { page } = officer;
  await inbox(officer, '/away');
  await look(officer, 'queue-away-empty');
  await button(page, 'away.add').click();
  const dialog = page.getByRole('dialog');
  // In Riyadh, where the new day begins three hours before it does in Greenwich.
  const today = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10);
  await choose(page, label('away.person'), account('officer2').name);
  await dialog.getByLabel(label('away.from')).fill(today);
  await dialog.getByLabel(label('away.to')).fill(today);
  await look(officer, 'queue-away-add');
  await button(dialog, 'away.add-button').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(label('away.now'), { exact: true }).waitFor();
  await page.getByRole('combobox', { name: label('handover.from') }).click();
  await page.getByRole('option', { name: new RegExp(account('officer2').name) }).click();
  await page.getByRole('combobox', { name: label('handover.to') }).click();
  await page.getByRole('option', { name: new RegExp(account('officer').name) }).click();
  await page.keyboard.press('Escape');
  await button(page, 'handover.button').click();
  await button(dialog, 'handover.button').click();
  await page.getByRole('status').filter({ hasText: 'سُلّم' }).waitFor();
  await look(officer, 'queue-away');
});

test('rules of assignment are written in their order and kept', async () => {
  const { page } = officer;
  await inbox(officer, '/rules');
  await button(page, 'rules.add').click();
  await button(page, 'rules.keep').click();
  await page.getByText(label('form.error.required')).waitFor();
  await page.getByRole('combobox', { name: label('rules.to') }).click();
  await page.getByRole('option', { name: new RegExp(label('team.relations_officer')) }).click();
  await choose(page, label('inbox.filter.kind'), label('kind.inquiry'));
  await look(officer, 'queue-rules');
  // What is written survives a refresh.
  await page.reload();
  await page.getByRole('heading', { name: label('rules.one').replace('{n}', '1') }).waitFor();
  await button(page, 'rules.keep').click();
  await page.getByText(label('rules.kept')).waitFor();
});

test('on a phone the queue is cards, and the board one status at a time', async () => {
  const one = await person(browser, 'officer-phone', phone);
  const { page } = one;
  await signIn(one, product, account('officer').email);
  await inbox(one);
  await page.getByRole('link', { name: new RegExp(longName) }).waitFor();
  await look(one, 'queue-phone');
  await page.getByRole('checkbox').nth(1).click();
  await look(one, 'queue-phone-chosen');
  await inbox(one, '?shape=board');
  await page.getByRole('combobox', { name: label('board.column') }).click();
  await page.getByRole('option', { name: new RegExp(`^${label('status.checking')}`) }).click();
  await page.getByRole('region', { name: label('status.checking') }).waitFor();
  await look(one, 'queue-phone-board');
  await inbox(one, '/away');
  await look(one, 'queue-phone-away');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider).toBe(false);
});
