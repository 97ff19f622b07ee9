/** An appeal: from the rejected applicant's phone to the panel, and from its decision to the letter. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { riyadhDate } from '../../src/plugins/beneficiary-crm/server/src/kernel/calendar.rules';
import { desk, look, openBrowser, person, phone, serveSite, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { label } from '../support/panel';
import { reasonOfDecision, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';
import { idOf, numbersOf, site, track } from '../support/site';
import type { Credentials } from '../support/site';

let product: TestCrm;
let s: ReturnType<typeof scenario>;
let browser: Browser;
let applicant: Person;
let chair: Person;
let first: Case;
let numbers: Credentials;
let appealNumbers: Credentials;

const panelUrl = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/${route}`;
async function signedIn(who: Who, name: string, viewport = desk): Promise<Person> {
  const one = await person(browser, name, viewport);
  await signIn(one, product, (await product.loginAs(who)).email);
  return one;
}
const button = ({ page }: Person, key: string) =>
  page.getByRole('button', { name: label(key), exact: true });

beforeAll(async () => {
  product = await bootCrm();
  // The browser has the clock of the day, so the product begins there too.
  product.setNow(new Date());
  serveSite(product);
  s = scenario(product);
  browser = await openBrowser();
  first = (await s.replied('rejected')).request;
  numbers = { reference: first.receipt.reference, code: first.receipt.accessCode };
  // One of those who rejected sits on the panel too.
  const seats = ['chair', 'deputy', 'secretary'] as const;
  const people = await Promise.all(
    (['appeals-chair', 'member1', 'appeals-secretary'] as const).map((who) => product.loginAs(who)),
  );
  await s.seat(
    people.map(({ id }, at) => ({ seat: seats[at] ?? 'member', member: id })),
    'appeals',
  );
  applicant = await person(browser, 'applicant', phone);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

it('the applicant reads the rejection on a phone, and appeals in the same breath', async () => {
  const { page } = applicant;
  await track(applicant, product, numbers);
  await page.getByText(reasonOfDecision).first().waitFor();
  await look(applicant, 'appeal-1-rejected');
  await page.getByRole('button', { name: site('appeal.open') }).click();
  await page.getByRole('button', { name: site('appeal.send') }).click();
  await page.getByText(site('appeal.short')).first().waitFor();
  await look(applicant, 'appeal-2-short');
  await page
    .getByLabel(site('appeal.question'))
    .fill('لم يُنظر في عقد الإيجار الجديد، وقد زاد الإيجار بعد تقديم الطلب.');
  await page.getByRole('button', { name: site('appeal.send') }).click();
  await page.getByRole('heading', { name: site('done.title.appeal') }).waitFor();
  appealNumbers = await numbersOf(applicant, 'appeal-3-done');
  expect(appealNumbers.reference).not.toBe(numbers.reference);
}, 60_000);

it('the officer sends it up; who decided first sees neither the item nor its count', async () => {
  const officer = await signedIn('relations_officer', 'officer');
  const { page } = officer;
  await page.goto(panelUrl(`requests/${await idOf(product, appealNumbers)}`));
  await button(officer, 'action.refer_to_panel').waitFor();
  // It is told from the request that it is about, and leads to it.
  await page.getByText(label('request.appealed')).waitFor();
  await page.getByRole('link', { name: numbers.reference }).waitFor();
  await look(officer, 'appeal-4-request', 'main');
  await button(officer, 'action.refer_to_panel').click();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible())
    await dialog.getByRole('button', { name: label('action.refer_to_panel') }).click();
  await page.getByText(label('status-sentence.committee')).first().waitFor();
  await officer.context.close();

  chair = await signedIn('appeals-chair', 'chair');
  await chair.page.goto(panelUrl('committee'));
  await chair.page
    .getByRole('link', { name: label('sessions.new') })
    .first()
    .click();
  await chair.page.getByLabel(label('sessions.held-on')).fill(riyadhDate(product.crm.now()));
  await look(chair, 'appeal-5-session', 'main');
  await button(chair, 'sessions.create').click();
  const name = String(first.sent?.applicant.name);
  await chair.page.getByRole('link', { name }).waitFor();
  await chair.page.getByRole('link', { name }).click();
  await chair.page.waitForURL(/\/items\//);

  const barred = await signedIn('member1', 'barred');
  await barred.page.goto(chair.page.url().replace(/\/items\/.*/, ''));
  await barred.page.getByRole('heading', { level: 1 }).waitFor();
  await look(barred, 'appeal-6-barred-session', 'main');
  await barred.page.goto(chair.page.url());
  await barred.page.getByRole('alert').first().waitFor();
  await look(barred, 'appeal-7-barred-item', 'main');
  for (const hidden of [name, appealNumbers.reference, numbers.reference])
    expect(await barred.page.locator('main').innerText()).not.toContain(hidden);
  await barred.context.close();
}, 120_000);

it('the panel reads the first decision beside the appeal, votes, and its answer takes that decision’s place', async () => {
  const { page } = chair;
  await page.getByText(label('item.first-decision')).waitFor();
  const present = page.getByRole('button', { name: label('attendance.present'), exact: true });
  const marked = page.getByRole('button', {
    name: label('attendance.present'),
    exact: true,
    pressed: true,
  });
  // The third of the panel is named, and is no member here.
  expect(await present.count()).toBe(2);
  await look(chair, 'appeal-8-item', 'main');
  for (const at of [0, 1]) {
    await present.nth(at).click();
    await marked.nth(at).waitFor();
  }
  await button(chair, 'presiding.open').click();
  await button(chair, 'ballot.accept').click();
  await page.getByText(/^صوّتَّ/).waitFor();
  const secretary = await signedIn('appeals-secretary', 'secretary', phone);
  await secretary.page.goto(page.url());
  await button(secretary, 'ballot.accept').waitFor();
  await look(secretary, 'appeal-9-ballot', 'main');
  await button(secretary, 'ballot.accept').click();
  await secretary.page.getByText(/^صوّتَّ/).waitFor();
  await secretary.context.close();
  // Who has seen that all voted is asked nothing more.
  await page.reload();
  await button(chair, 'presiding.close').click();
  const reason = 'زاد الإيجار بعد القرار الأول، فصار دخل الأسرة دون حد الكفاية.';
  await page.getByLabel(label('decision.decision-reason')).fill(reason);
  await button(chair, 'decision.decision-submit').click();
  await page.getByText(label('decision.release'), { exact: true }).click();
  await page
    .getByLabel(label('decision.release-reason'))
    .fill('الأسرة مهددة بالإخلاء هذا الأسبوع.');
  await look(chair, 'appeal-10-decided', 'main');
  // Held until it is let out: nothing of it is to be seen.
  await track(applicant, product, numbers);
  expect(await applicant.page.locator('main').innerText()).not.toContain(reason);
  await button(chair, 'decision.release-submit').click();
  await page.getByText(label('decision.release'), { exact: true }).waitFor({ state: 'hidden' });
  await product.drain();

  await track(applicant, product, numbers);
  await applicant.page.getByText(reason).first().waitFor();
  await look(applicant, 'appeal-11-granted');
  expect(await applicant.page.getByRole('button', { name: site('appeal.open') }).count()).toBe(0);
  const [letter] = await Promise.all([
    applicant.page.waitForEvent('download'),
    applicant.page.getByRole('button', { name: site('reply.letter') }).click(),
  ]);
  expect(
    readFileSync(await letter.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await track(applicant, product, appealNumbers);
  await applicant.page.getByText(reason).first().waitFor();
  await look(applicant, 'appeal-12-answer');

  const officer = await signedIn('relations_officer', 'officer');
  await officer.page.goto(panelUrl(`requests/${first.id}?tab=committee`));
  await officer.page.getByText(label('request.earlier-decisions')).waitFor();
  expect(await officer.page.locator('main').innerText()).toContain(reasonOfDecision);
  await look(officer, 'appeal-13-both', 'main');
}, 180_000);
