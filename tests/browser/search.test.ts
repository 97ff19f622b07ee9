/** The one search box, as an officer has it at a desk and on a phone: by a key, by the arrows, by a finger. */
import type { Browser, Page } from 'playwright-core';
import words from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { desk, look, openBrowser, person, phone, signInByHand } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { expectStatus } from '../support/scenario';

const panel = words as Record<string, string>;
const emailOf = (wanted: string): string => staff.find(({ role }) => role === wanted)?.email ?? '';

let product: TestCrm;
let browser: Browser;
let officer: Person;
const files: Record<string, string> = {};

beforeAll(async () => {
  product = await bootCrm();
  // The browser has the clock of the day.
  product.setNow(new Date());
  browser = await openBrowser();
  const session = await product.loginAs('relations_officer');
  for (const [name, birthYear, mobile] of [
    ['أحمد بن عبد الله بن عوض العتيبي', 1980, '0551234567'],
    ['أحمد عبدالله مرزوق العتيبي', 2004, '0557654321'],
    ['فاطمة محمد الزهراني', 1990, '0553332221'],
  ] as const) {
    const { id } = expectStatus(
      await session.post<{ id: string }>(
        '/beneficiaries',
        {
          path: 'desk',
          name,
          birthYear,
          city: 'مكة المكرمة',
          contacts: [{ kind: 'mobile', value: mobile }],
          differentFrom: Object.values(files),
        },
        idempotent(),
      ),
      201,
    );
    files[name] = id;
  }
  officer = await person(browser, 'officer', desk);
  await signInByHand(officer, product, emailOf('relations_officer'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const box = (page: Page) => page.getByRole('combobox', { name: panel['search.label'] });
const options = (page: Page) => page.getByRole('option');

it('opens by a key from any page, finds while one types, and Enter opens the file', async () => {
  const { page } = officer;
  await page.keyboard.press('Control+k');
  await box(page).waitFor();
  // The focus is in the box: one types at once.
  await page.keyboard.type('احمد عبدالله العتيبي');
  await options(page).first().waitFor();
  expect(await options(page).count()).toBe(2);
  await look(officer, 'search-dialog');
  expect(await options(page).nth(0).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  expect(await options(page).nth(1).getAttribute('aria-selected')).toBe('true');
  const marked = await options(page).nth(1).getAttribute('id');
  expect(await box(page).getAttribute('aria-activedescendant')).toBe(marked);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => Object.values(files).some((id) => url.pathname.endsWith(id)));
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('what is typed stands in no address', async () => {
  const { page } = officer;
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.keyboard.press('Control+k');
  await box(page).fill('فاطمه الزهرني');
  await options(page).filter({ hasText: 'فاطمة محمد الزهراني' }).waitFor();
  expect(addresses.some((url) => url.includes('/beneficiaries/search'))).toBe(true);
  expect(addresses.filter((url) => decodeURIComponent(url).includes('فاطمه'))).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

it('the key opens it from within a field as well, and what was being typed is still there', async () => {
  const { page } = officer;
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/registry/new`);
  const name = page.getByLabel(panel['person.name'] ?? '').first();
  await name.fill('نصف اسم');
  await page.keyboard.press('Control+k');
  await box(page).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.type('احمد مرزوق');
  await options(page).filter({ hasText: 'مرزوق' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await name.inputValue()).toBe('نصف اسم');
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  await name.fill('');
});

it('the slash opens it where nothing is being typed, and writes a slash where something is', async () => {
  const { page } = officer;
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/search`);
  await box(page).waitFor();
  await box(page).fill('');
  await box(page).focus();
  await page.keyboard.press('/');
  expect(await box(page).inputValue()).toBe('/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
});

it('whoever is not found is offered a file; a server out of reach is said, and asked again', async () => {
  const { page } = officer;
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/search`);
  await box(page).fill('قرطبي مجهول');
  await page.getByText(panel['search.nobody-open'] ?? '').waitFor();
  await look(officer, 'search-nobody');
  await page.route('**/beneficiaries/search*', (route) => route.abort());
  await box(page).fill('فاطمة');
  await page.getByText(panel['common.unreachable'] ?? '').waitFor();
  await look(officer, 'search-trouble');
  await page.unroute('**/beneficiaries/search*');
  await page.getByRole('button', { name: panel['common.retry'] }).click();
  await options(page).first().waitFor();
  await box(page).fill('قرطبي مجهول');
  await page.getByRole('link', { name: panel['registry.new'] }).click();
  await page.waitForURL('**/registry/new');
});

it('a late answer to an old question is dropped', async () => {
  const { page } = officer;
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/search`);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/beneficiaries/search*', async (route) => {
    if ((route.request().postData() ?? '').includes('فاطمة')) await held;
    await route.continue().catch(() => undefined);
  });
  const late = page.waitForRequest((one) => (one.postData() ?? '').includes('فاطمة'));
  await box(page).fill('فاطمة');
  await late;
  await box(page).fill('احمد مرزوق');
  await options(page).filter({ hasText: 'مرزوق' }).waitFor();
  release();
  await page.waitForLoadState('networkidle');
  expect(await options(page).count()).toBe(1);
  await page.unroute('**/beneficiaries/search*');
});

it('on a phone it is a page of the menu, and a finger opens the file', async () => {
  const one = await person(browser, 'phone', phone);
  await signInByHand(one, product, emailOf('relations_officer'));
  const { page } = one;
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: panel['menu.search'], exact: true }).click();
  await box(page).fill('0551234567');
  await options(page).first().waitFor();
  // Strapi's own menu button keeps its name on show while the pointer or the focus rests there.
  await box(page).click();
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await look(one, 'search-phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await options(page).first().click();
  await page.waitForURL(`**/${files['أحمد بن عبد الله بن عوض العتيبي']}`);
});

it('whoever may find nobody has neither the key nor the page', async () => {
  const member = await person(browser, 'member', desk);
  await signInByHand(member, product, emailOf('committee_member'));
  const { page } = member;
  await page.keyboard.press('Control+k');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.getByRole('link', { name: panel['menu.search'], exact: true }).count()).toBe(0);
});
