import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { button, label } from '../support/panel';

/** A list of people comes in from a spreadsheet, looked at before it is written, and a list goes out. */

let product: TestCrm;
let browser: Browser;
let officer: Person;
let small: Person;
const emailOf = (role: string) => staff.find((one) => one.role === role)?.email ?? '';

beforeAll(async () => {
  product = await bootCrm();
  browser = await openBrowser();
  officer = await person(browser, 'officer', desk);
  await signIn(officer, product, emailOf('relations_officer'));
  small = await person(browser, 'officer-phone', phone);
  await signIn(small, product, emailOf('relations_officer'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = async ({ page }: Person, path: string) => {
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/registry${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const both = async (screen: string, path: string) => {
  await look(officer, screen);
  await open(small, path);
  await look(small, screen);
};

const file = [
  'الاسم الرباعي,رقم الهوية,رقم الجوال,اسم الحي الذي يسكنه المستفيد,ملاحظات',
  'عبدالرحمن بن محمد بن عبدالعزيز الحارثي,1000000008,0551234567,الصفا,',
  'نورة بنت سعد بن مسفر الثبيتي,1010101010,0551234568,الروضة,أم لخمسة',
  'سعيد الزهراني,1000000000,0112,الصفا,',
].join('\n');
let address = '';

it('a file is chosen, its columns are known, and what is not is chosen', async () => {
  const { page } = officer;
  await open(officer, '');
  await page.getByRole('link', { name: label('registry.import'), exact: true }).click();
  await page.getByText(label('import.empty')).waitFor();
  await both('import-empty', '/import');
  await page.getByLabel(label('import.file')).setInputFiles({
    name: 'كشف المستفيدين.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file),
  });
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  address = new URL(page.url()).pathname.replace(/.*\/registry/, '');
  await product.drain();
  await button(page, 'import.check').waitFor();
  await choose(page, 'اسم الحي الذي يسكنه المستفيد', label('import_field.district'));
  // What was chosen survives a refresh.
  await page.reload();
  await button(page, 'import.check').waitFor();
  expect(
    await page.getByRole('combobox', { name: 'اسم الحي الذي يسكنه المستفيد' }).textContent(),
  ).toContain(label('import_field.district'));
  await both('import-columns', address);
}, 120_000);

it('every row is judged, and then taken in', async () => {
  const { page } = officer;
  await button(page, 'import.check').click();
  await page.getByText(label('import.state.checking')).waitFor();
  await product.drain();
  await button(page, 'import.step.start').waitFor();
  await page.getByText(label('import.findings')).waitFor();
  await both('import-checked', address);
  const [refused] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', {
        name: label('import.refused').replace('{format}', label('sheet_format.csv')),
      })
      .click(),
  ]);
  expect(readFileSync(await refused.path(), 'utf8')).toContain('سعيد الزهراني,1000000000');
  await button(page, 'import.step.start').click();
  await page.getByText(label('import.state.running')).waitFor();
  await product.drain();
  await page.getByText(label('import.state.done')).waitFor();
  await both('import-done', address);
  await open(officer, '/import');
  await page.getByRole('link', { name: 'كشف المستفيدين.csv' }).waitFor();
  await both('import-list', '/import');
}, 120_000);

it('a list goes out with a reason', async () => {
  const { page } = officer;
  await open(officer, '/export');
  await button(page, 'export.do').click();
  await page.getByText(label('export.no-reason')).waitFor();
  await page.getByRole('textbox', { name: label('export.reason') }).fill('كشف توزيع السلال');
  await page.reload();
  await button(page, 'export.do').waitFor();
  await both('export', '/export');
  await page.getByRole('checkbox', { name: label('export_column.phone') }).click();
  await choose(page, label('export.format'), label('sheet_format.csv'));
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'export.do').click(),
  ]);
  const text = readFileSync(await list.path(), 'utf8');
  expect(text).toContain('0551234567');
  expect(text).not.toContain('1000000008');
  await page.getByText('كشف توزيع السلال').waitFor();
  await both('export-done', '/export');
}, 120_000);
