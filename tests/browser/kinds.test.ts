/** What is no request for support: a complaint, an inquiry, a suggestion, a volunteer. From the website to its end. */
import type { Browser, Locator } from 'playwright-core';
import { plainForms } from '../../src/plugins/beneficiary-crm/server/src/services/forms.policy';
import type { PlainFormKind } from '../../src/plugins/beneficiary-crm/server/src/services/form.types';
import {
  choose,
  desk,
  look,
  openBrowser,
  person,
  phone,
  serveSite,
  signIn,
} from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { label } from '../support/panel';
import { idOf, numbersOf, sendForm, site, track } from '../support/site';
import type { Credentials } from '../support/site';

let product: TestCrm;
let browser: Browser;
let applicant: Person;
let officer: Person;

const panelUrl = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/${route}`;
async function signedIn(who: Who, name: string): Promise<Person> {
  const one = await person(browser, name, desk);
  await signIn(one, product, (await product.loginAs(who)).email);
  return one;
}

beforeAll(async () => {
  product = await bootCrm();
  // The browser has the clock of the day, so the product begins there too.
  product.setNow(new Date());
  serveSite(product);
  browser = await openBrowser();
  applicant = await person(browser, 'applicant', phone);
  officer = await signedIn('relations_officer', 'officer');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Sent from the website by somebody with a name and a phone, who says the rest. */
async function sent(
  kind: PlainFormKind,
  path: string,
  said: Readonly<Record<string, string>>,
  screen: string,
): Promise<Credentials & { page: string }> {
  const asked = Object.fromEntries(
    Object.entries(said).map(([key, answer]) => {
      const field = plainForms[kind].fields.find((one) => one.key === key);
      if (!field) throw new Error(`the form does not ask for ${key}`);
      const option = field.options.find(({ value }) => value === answer)?.label.ar;
      const yes = answer === 'yes' ? site('form.yes') : undefined;
      return [field.label.ar, option ?? yes ?? answer];
    }),
  );
  await sendForm(applicant, `${product.url}${path}`, {
    [site('q.name')]: 'سارة بنت محمد السواط',
    [site('q.phone')]: '٠٥٥١٢٣٤٥٦٧',
    [site('q.city')]: 'قيا',
    ...asked,
  });
  const numbers = await numbersOf(applicant, screen);
  return { ...numbers, page: panelUrl(`requests/${await idOf(product, numbers)}`) };
}

const step = ({ page }: Person, action: string): Locator =>
  page.getByRole('button', { name: label(`action.${action}`), exact: true });
async function other({ page }: Person, action: string): Promise<void> {
  await page.getByRole('button', { name: label('request.other-actions') }).click();
  await page.getByRole('menuitem', { name: label(`action.${action}`) }).click();
}
const dialogOf = ({ page }: Person) => page.getByRole('dialog');
async function send(one: Person, action: string): Promise<void> {
  await dialogOf(one)
    .getByRole('button', { name: label(`action.${action}`), exact: true })
    .click();
  await dialogOf(one).waitFor({ state: 'hidden' });
}
async function answer(one: Person, words: string): Promise<void> {
  await step(one, 'answer').click();
  await dialogOf(one).getByLabel(label('form.answer.answer')).fill(words);
  await send(one, 'answer');
  await product.drain();
}

it('a complaint whose answer is not enough goes to another person, who answers it', async () => {
  const details = 'اتصلت ثلاث مرات خلال شهرين ولم يردّ عليّ أحد.';
  const one = await sent('complaint', '/complain', { about: 'delay', details }, 'complaint-1-done');
  await officer.page.goto(one.page);
  await step(officer, 'start').click();
  await step(officer, 'answer').waitFor();
  await look(officer, 'complaint-2-request', 'main');
  const first = 'نعتذر عن التأخر. طلبك قيد الدراسة.';
  await answer(officer, first);

  await track(applicant, product, one);
  await applicant.page.getByText(first).first().waitFor();
  const more = applicant.page.getByRole('button', { name: site('escalate.yes') });
  await more.click();
  await applicant.page.getByText(site('escalate.short')).waitFor();
  await look(applicant, 'complaint-3-not-enough');
  const missing = 'لم يُذكر متى أتلقى الرد.';
  await applicant.page.getByLabel(site('escalate.reason')).fill(missing);
  await more.click();
  await applicant.page.getByText(site('escalate.done')).waitFor();
  await look(applicant, 'complaint-4-escalated');
  expect(await more.count()).toBe(0);

  // Whoever answered first may not answer again, and is told why.
  await officer.page.reload();
  await step(officer, 'answer').waitFor();
  expect(await step(officer, 'answer').isDisabled()).toBe(true);
  await officer.page.getByText(label('refusal.another_person_at_stage_two')).first().waitFor();
  await look(officer, 'complaint-5-first-person', 'main');

  const second = await signedIn('officer2', 'second');
  await second.page.goto(one.page);
  await second.page.getByText(missing).first().waitFor();
  const last = 'راجعنا ما حدث: يصلك الرد يوم الأحد، وغيّرنا متابعة الاتصالات.';
  await answer(second, last);
  await second.page.setViewportSize(phone);
  await second.page.getByText(label('status-sentence.answered')).first().waitFor();
  await look(second, 'complaint-6-second-person', 'main');
  await second.context.close();
  await track(applicant, product, one);
  await applicant.page.getByText(last).first().waitFor();
  expect(await more.count()).toBe(0);
  await look(applicant, 'complaint-7-answer');
}, 120_000);

it('an inquiry is answered, its letter ticked off, and what others ask too is offered as a question', async () => {
  const question = 'هل يشمل دعم الحقيبة المدرسية أبناء الروضة؟';
  const one = await sent('inquiry', '/ask', { question }, 'inquiry-1-done');
  await officer.page.goto(one.page);
  await step(officer, 'start').click();
  const said = 'نعم، يشمل الروضة والمرحلة الابتدائية.';
  await answer(officer, said);
  await track(applicant, product, one);
  await applicant.page.getByText(said).first().waitFor();
  await look(applicant, 'inquiry-2-answer');

  // No transport reached her: the officer called, and says so.
  await officer.page.goto(`${one.page}?tab=contact`);
  const name = new RegExp(`^${label('messages.hand-over')}: `);
  const letters = officer.page.getByRole('button', { name });
  await letters.first().waitFor();
  await look(officer, 'inquiry-3-contact', 'main');
  const waiting = await letters.count();
  await letters.first().click();
  await look(officer, 'inquiry-4-hand-over', '[role=dialog]');
  await dialogOf(officer)
    .getByRole('button', { name: label('messages.hand-over'), exact: true })
    .click();
  await officer.page.getByText(label('messages.handed-over'), { exact: true }).first().waitFor();
  expect(await letters.count()).toBe(waiting - 1);

  await officer.page.goto(one.page);
  await other(officer, 'offer_faq');
  await dialogOf(officer).getByLabel(label('form.offer_faq.question')).fill(question);
  await dialogOf(officer).getByLabel(label('form.offer_faq.answer')).fill(said);
  await look(officer, 'inquiry-5-faq', '[role=dialog]');
  await send(officer, 'offer_faq');
  await officer.page.getByText(label('led.faq')).waitFor();
  await look(officer, 'inquiry-6-led', 'main');
  const drafts = await product.crm.db('faqs').where({ question }).select('published_at');
  expect(drafts).toEqual([{ published_at: null }]);
}, 90_000);

it('a suggestion is answered, and becomes an improvement', async () => {
  const one = await sent(
    'suggestion',
    '/suggest',
    { suggestion: 'أرسلوا رسالة قبل موعد الزيارة بيوم.', benefit: 'كل من تُزار أسرته.' },
    'suggestion-1-done',
  );
  await officer.page.goto(one.page);
  await step(officer, 'start').click();
  await answer(officer, 'مقترح مفيد، وبدأنا العمل به.');
  // The answer has gone out meanwhile.
  await officer.page.goto(one.page);
  await other(officer, 'start_improvement');
  await dialogOf(officer).getByLabel(label('form.title')).fill('رسالة تذكير قبل الزيارة بيوم');
  await send(officer, 'start_improvement');
  await officer.page.getByText('رسالة تذكير قبل الزيارة بيوم').first().waitFor();
  await officer.page.setViewportSize(phone);
  await look(officer, 'suggestion-2-led', 'main');
  await officer.page.setViewportSize(desk);
  await track(applicant, product, one);
  await look(applicant, 'suggestion-3-answer');
}, 90_000);

it('a volunteer is screened, accepted, and found by what they can do', async () => {
  const one = await sent(
    'volunteering',
    '/volunteer',
    { adult: 'yes', skill: 'teaching', availability: 'مساء الأحد' },
    'volunteer-1-done',
  );
  await officer.page.goto(one.page);
  await step(officer, 'start_screening').click();
  await other(officer, 'screen');
  const dialog = dialogOf(officer);
  await dialog.getByRole('button', { name: label('action.screen'), exact: true }).click();
  await dialog.getByText(label('form.error.required')).first().waitFor();
  await look(officer, 'volunteer-2-screen', '[role=dialog]');
  for (const value of ['skill.teaching', 'weekday.sunday', 'contact_time.evening'])
    await dialog.getByRole('checkbox', { name: label(value), exact: true }).click();
  await choose(officer.page, label('form.identitySeen'), label('form.yes'));
  await dialog.getByLabel(label('form.notes')).fill('معلمة متقاعدة، تحفظ القرآن وتحسن التعليم.');
  await choose(officer.page, label('form.suitable'), label('form.yes'));
  await send(officer, 'screen');
  await officer.page
    .getByRole('heading', { name: label('screening.title'), exact: true })
    .waitFor();
  await look(officer, 'volunteer-3-screened', 'main');
  await step(officer, 'accept_directly').click();
  await dialog
    .getByLabel(label('form.accept_directly.reason'))
    .fill('يسرّنا أن تعلّمي معنا مساء الأحد.');
  await send(officer, 'accept_directly');
  await product.drain();
  await track(applicant, product, one);
  await look(applicant, 'volunteer-4-answer');

  const { page } = officer;
  await page.goto(panelUrl('requests/volunteers'));
  const name = 'سارة بنت محمد السواط';
  await page.getByRole('link', { name }).waitFor();
  await look(officer, 'volunteers-1', 'main');
  await choose(page, label('form.skills'), label('skill.office'));
  await page.getByText(label('volunteers.none-fit')).waitFor();
  await choose(page, label('form.skills'), label('skill.teaching'));
  await page.setViewportSize(phone);
  await page.getByRole('link', { name }).waitFor();
  await look(officer, 'volunteers-2-phone', 'main');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider).toBe(false);
  await page.setViewportSize(desk);
}, 120_000);
