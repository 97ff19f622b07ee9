import type { Browser } from 'playwright-core';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import {
  addDays,
  defaultCalendar,
  riyadhDate,
  workingWindows,
} from '../../src/plugins/beneficiary-crm/server/src/kernel/calendar.rules';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { button, label } from '../support/panel';
import { expectStatus } from '../support/scenario';

/** Who meets whom, when and where: booked by an officer at the desk, looked up and closed on a phone on the way. */

const field = (key: string) => new RegExp(`^${label(key).replace(/[()?؟]/g, '\\$&')}`);

const visitor = 'أم عبدالرحمن بنت محمد بن عبدالعزيز الحارثي';
const start = new Date();

/** The last two o'clock of a night: outside of whatever hours a day has. */
const met = new Date(`${riyadhDate(new Date(start.getTime() - 7_200_000))}T02:00:00+03:00`);
/** The next day on which somebody works. */
const workday = (() => {
  let date = addDays(riyadhDate(start), 1);
  while (workingWindows(defaultCalendar, date).length === 0) date = addDays(date, 1);
  return date;
})();

let product: TestCrm;
let browser: Browser;
let officer: Person;
let onTheWay: Person;

const emailOf = (role: string) => staff.find((one) => one.role === role)?.email ?? '';
const open = async ({ page }: Person, search = '') => {
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/appointments${search}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

beforeAll(async () => {
  product = await bootCrm();
  browser = await openBrowser();
  const client = await product.loginAs('relations_officer');
  product.setNow(new Date(met.getTime() - 3_600_000));
  expectStatus(
    await client.post(
      '/appointments',
      {
        kind: 'office',
        name: 'سعيد بن مبارك الزهراني',
        staff: client.id,
        startsAt: met.toISOString(),
        minutes: 30,
        outsideHours: true,
        outsideReason: 'جاء من سفر',
      },
      idempotent(),
    ),
    201,
  );
  product.setNow(start);
  officer = await person(browser, 'officer', desk);
  await signIn(officer, product, emailOf('relations_officer'));
  onTheWay = await person(browser, 'officer-phone', phone);
  await signIn(onTheWay, product, emailOf('relations_officer'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('an officer books a home visit; what was chosen survives a refresh', async () => {
  const { page } = officer;
  await open(officer);
  await look(officer, 'appointments-week');
  await button(page, 'appointments.book').click();
  const dialog = page.getByRole('dialog');
  await choose(page, field('appointments.kind'), label('appointment.home_visit'));
  await dialog.getByLabel(field('appointments.name')).fill(visitor);
  await dialog.getByLabel(field('appointments.phone')).fill('٠٥٥١٢٣٤٥٦٧');
  await dialog.getByLabel(field('appointments.date')).fill(workday);
  await page.reload();
  expect(await dialog.getByLabel(field('appointments.name')).inputValue()).toBe(visitor);
  // A visit that goes nowhere, at no time, is not booked.
  await button(dialog, 'appointments.book-now').click();
  await dialog.getByText(label('appointments.choose-time')).waitFor();
  await dialog.getByLabel(field('appointments.place')).fill('ميسان، حي النخيل، بجوار الجامع');
  const slots = dialog.getByRole('group', { name: label('appointments.free-times') });
  await slots.getByRole('button').nth(1).focus();
  await page.keyboard.press('Enter');
  await slots.locator('[aria-pressed="true"]').waitFor();
  await look(officer, 'appointments-book');
  await button(dialog, 'appointments.book-now').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: visitor }).waitFor();
  await look(officer, 'appointments-booked');
  const [row] = await product.crm.db('crm_appointments').where({ name: visitor });
  expect(row).toMatchObject({ kind: 'home_visit', phone: '+966551234567', state: 'booked' });
});

test('a family that is only home in the evening is served in the evening', async () => {
  const { page } = officer;
  await open(officer);
  await button(page, 'appointments.book').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(field('appointments.name')).fill('نورة العتيبي');
  await dialog.getByLabel(field('appointments.date')).fill(workday);
  await dialog.getByRole('checkbox', { name: label('appointments.other-time') }).click();
  await dialog.getByLabel(field('appointments.time')).fill('20:30');
  await dialog
    .getByLabel(field('appointments.other-time-reason'))
    .fill('لا تكون الأسرة في البيت إلا مساءً');
  await look(officer, 'appointments-evening');
  await button(dialog, 'appointments.book-now').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(label('appointments.outside')).first().waitFor();
});

test('on a phone today comes first; what became of a meeting is written down', async () => {
  const { page } = onTheWay;
  const today = riyadhDate(met);
  await open(onTheWay, today === riyadhDate(new Date()) ? '' : `?date=${today}`);
  await page.getByRole('button', { name: 'سعيد بن مبارك الزهراني' }).waitFor();
  await look(onTheWay, 'appointments-today');
  await page.getByRole('button', { name: 'سعيد بن مبارك الزهراني' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('جاء من سفر').waitFor();
  await look(onTheWay, 'appointments-one');
  await button(dialog, 'appointments.end').click();
  await button(dialog, 'appointments.end-now').click();
  await dialog.getByText(label('form.error.required')).waitFor();
  await dialog.getByLabel(field('appointments.report')).fill('شرحنا له الخطوات واستلم القائمة');
  await look(onTheWay, 'appointments-end');
  await button(dialog, 'appointments.end-now').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(label('appointment_state.held'), { exact: true }).waitFor();
  await open(onTheWay, `?date=${workday}`);
  await page.getByRole('button', { name: visitor }).click();
  await button(dialog, 'appointments.move').click();
  const slots = dialog.getByRole('group', { name: label('appointments.free-times') });
  await slots.getByRole('button').last().click();
  await look(onTheWay, 'appointments-move');
  await button(dialog, 'appointments.move-now').click();
  await dialog.waitFor({ state: 'hidden' });
  const [row] = await product.crm.db('crm_appointments').where({ name: visitor });
  expect(row).toMatchObject({ version: 2 });
});

test('the working hours are the association’s own', async () => {
  const { page } = officer;
  await page.goto(`${product.url}/admin/settings/beneficiary-crm/calendar`);
  await page.getByRole('heading', { level: 1, name: label('calendar.title') }).waitFor();
  await look(officer, 'calendar');
  const saturday = page.getByRole('group', { name: 'السبت' });
  await saturday.getByRole('button').last().click();
  await saturday.getByLabel(label('calendar.to')).fill('12:00');
  await button(page, 'calendar.keep').last().click();
  await page.getByText('هذا الحقل مطلوب.').waitFor();
  await page.getByLabel(field('calendar.reason')).fill('دوام صباحي يوم السبت');
  await button(page, 'calendar.keep').last().click();
  await page.getByText('دوام صباحي يوم السبت').first().waitFor();
  await page.reload();
  expect(await saturday.getByLabel(label('calendar.to')).inputValue()).toBe('12:00');
  await look(officer, 'calendar-kept');
  const small = onTheWay;
  await small.page.goto(`${product.url}/admin/settings/beneficiary-crm/calendar`);
  await small.page.getByRole('heading', { level: 1, name: label('calendar.title') }).waitFor();
  // On a phone the way back of Strapi's settings stands outside every landmark.
  await look(small, 'calendar-phone', 'main');
});
