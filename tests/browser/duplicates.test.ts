/** An officer judges a pair, side by side: at the desk, and on a phone. */
import type { Browser, Page } from 'playwright-core';
import panelWords from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import words from '../../src/plugins/beneficiary-crm/contracts/words/ar.json';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { expectStatus, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';

const say = { ...words, ...panelWords } as Record<string, string>;
const email = staff.find(({ role }) => role === 'relations_officer')?.email ?? '';
const long = 'عبدالرحمن بن عبدالعزيز بن عبدالمحسن بن عبدالوهاب آل مشرف الحارثي';

let product: TestCrm;
let browser: Browser;
let officer: SignedIn;
let request: Case;

const open = async (file: object, differentFrom: string[] = []) =>
  expectStatus(
    await officer.post<{ id: string; fileNumber: string }>(
      '/beneficiaries',
      { path: 'desk', ...file, differentFrom },
      idempotent(),
    ),
    201,
  );

beforeAll(async () => {
  product = await bootCrm();
  product.setNow(new Date());
  officer = await product.loginAs('relations_officer');
  for (const [at, one] of ['0559100001', '0559100002'].entries()) {
    const contacts = [{ kind: 'mobile', value: one, preferred: true }];
    const mother = await open({
      name: long,
      birthYear: 1970 + at,
      city: 'قيا',
      sex: 'male',
      contacts,
    });
    await open({ name: `نوف ${one.slice(-1)} الحارثي`, sex: 'female', contacts }, [mother.id]);
  }
  // What one officer said before is asked again of another.
  await product.crm.db('crm_file_matches').update({ state: 'open', judged_by: null });
  request = await scenario(product).submitted('inquiry', undefined, {
    applicant: { phone: '0559100002' },
  });
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say[key] ?? key, exact: true });
const radio = (page: Page, key: string) =>
  page.getByRole('radio', { name: say[key] ?? key, exact: true });

describe.each([
  ['desk', desk],
  ['phone', phone],
])('at the size of a %s', (name, size) => {
  it('two files are compared, merged and taken apart again', async () => {
    const one = await person(browser, `duplicates-${name}`, size);
    const { page } = one;
    await signIn(one, product, email);
    await page.goto(`${product.url}/admin/plugins/beneficiary-crm/registry/matches`);
    await page.getByRole('link', { name: /^قارن/ }).first().waitFor();
    await look(one, 'matches');
    await page.getByRole('link', { name: /^قارن/ }).first().click();
    await page.getByRole('table').waitFor();
    await radio(page, 'match.verdict.same').click();
    await page.getByRole('checkbox').first().click();
    await look(one, 'match');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);

    // What was chosen is still chosen after a refresh.
    await page.reload();
    await page.getByRole('table').waitFor();
    expect(await radio(page, 'match.verdict.same').isChecked()).toBe(true);
    await button(page, 'match.merge').click();
    await page.getByRole('dialog').waitFor();
    await look(one, 'match-asked');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say['match.merge'] ?? '' })
      .click();
    await page.getByRole('heading', { name: say['match.merged'] ?? '' }).waitFor();
    await look(one, 'match-merged');

    await button(page, 'match.undo').click();
    await page.getByRole('dialog').getByRole('textbox').fill('هما أم وابنها');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say['match.undo'] ?? '' })
      .click();
    await page.getByRole('heading', { name: say['match.question'] ?? '' }).waitFor();
    await radio(page, 'match.verdict.different').click();
    await button(page, 'match.save').click();
    await page
      .getByText(say['match.done.different'] ?? '')
      .first()
      .waitFor();
    await one.context.close();
  }, 240_000);
});

it('a request is given to the file of its applicant', async () => {
  const one = await person(browser, 'request-file', desk);
  const { page } = one;
  await signIn(one, product, email);
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/requests/${request.id}`);
  await page.getByRole('heading', { name: say['match.request-question'] ?? '' }).waitFor();
  await look(one, 'request-matches');
  await button(page, 'match.request.same').first().click();
  await page.getByRole('heading', { name: say['match.request-question'] ?? '' }).waitFor({
    state: 'detached',
  });
  expect((await request.read()).applicant.fileNumber).toMatch(/^B-/);
}, 120_000);
