import type { Browser } from 'playwright-core';
import panelWords from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import words from '../../src/plugins/beneficiary-crm/contracts/words/ar.json';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { ar as site } from '../../src/website/src/texts/ar';
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
import type { TestCrm } from '../support/crm';
import { smallPdf } from '../support/pdf';
import { scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

/** The check of a request as its officers see it, and the answer by the link of a mail as its applicant does. */

const panel = { ...words, ...panelWords } as Record<string, string>;
const said = (key: string, values: Record<string, string> = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    panel[key] ?? key,
  );

let mailbox: TestSmtp;
let product: TestCrm;
let s: ReturnType<typeof scenario>;
let browser: Browser;
let officer: Person;
let colleague: Person;

const emailOf = (name: string) =>
  staff.find(({ email, role }) => email.startsWith(`${name}@`) || role === name)?.email ?? name;
const pageOf = (one: Case) => `${product.url}/admin/plugins/beneficiary-crm/requests/${one.id}`;
const dialogOf = ({ page }: Person) => page.getByRole('dialog');

beforeAll(async () => {
  mailbox = await startSmtp();
  product = await bootCrm({ SMTP_URL: mailbox.url, MAIL_FROM: 'crm@alkitab.example' });
  // The browser has the clock of the day, so the product begins there too.
  product.setNow(new Date());
  serveSite(product);
  s = scenario(product);
  browser = await openBrowser();
  officer = await person(browser, 'officer', desk);
  await signIn(officer, product, emailOf('relations_officer'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mailbox?.stop();
});

it('a paper is rejected, asked for with a link, sent from a phone and judged anew', async () => {
  const one = await s.checking(services.everything);
  const { page } = officer;
  await page.goto(pageOf(one));
  const paper = (await one.read()).documents.find(({ files }) => files.length > 0);
  const [file] = paper?.files ?? [];
  if (!paper || !file) throw new Error('the case has no paper');
  const reject = said('paper.reject-this', { label: paper.label, name: file.name });
  await page.getByRole('button', { name: reject }).click();
  await dialogOf(officer)
    .getByRole('button', { name: said('judge.save.rejected') })
    .click();
  await dialogOf(officer).getByText(said('form.error.required')).first().waitFor();
  await choose(page, said('judge.reason'), said('rejection.unreadable'));
  await dialogOf(officer).getByLabel(said('judge.words')).fill('التاريخ مطموس.');
  await look(officer, 'checking-1-reject', '[role=dialog]');
  await dialogOf(officer)
    .getByRole('button', { name: said('judge.save.rejected') })
    .click();
  await dialogOf(officer).waitFor({ state: 'hidden' });
  await page.getByText(said('judgement.rejected')).first().waitFor();
  await look(officer, 'checking-2-papers', 'main');

  // Everything that is missing is proposed, with what is to be said of it.
  await page.getByRole('button', { name: said('request.other-actions') }).click();
  await page.getByRole('menuitem', { name: said('action.ask_applicant') }).click();
  const asking = dialogOf(officer);
  expect(await asking.getByRole('checkbox', { checked: true }).count()).toBe(1);
  const note = asking.getByLabel(said('form.ask_applicant.note'));
  expect(await note.inputValue()).toContain('التاريخ مطموس.');
  await look(officer, 'checking-3-ask', '[role=dialog]');
  await asking.getByRole('button', { name: said('action.ask_applicant') }).click();
  await page.getByText(said('status-sentence.awaiting_applicant')).first().waitFor();
  await product.drain();

  const mail = mailbox.to(String(one.sent?.applicant.email)).at(-1);
  const link = /https?:\/\/\S+\/answer\?lang=ar#t=[\w-]+/.exec(mail?.text ?? '')?.[0];
  if (!link) throw new Error(`no link in the mail:\n${mail?.text}`);
  const applicant = await person(browser, 'applicant', phone);
  const address = new URL(link);
  const here = `${product.url}${address.pathname}${address.search}${address.hash}`;
  await applicant.page.goto(here);
  await applicant.page.getByRole('heading', { name: site['answer.title'] }).waitFor();
  expect(applicant.page.url()).not.toContain('#t=');
  const shown = await applicant.page.locator('main').innerText();
  expect(shown).toContain(paper.label);
  for (const hidden of [one.receipt.reference, String(one.sent?.applicant.name)])
    expect(shown).not.toContain(hidden);
  await look(applicant, 'answer-1-asked');
  await applicant.page.getByRole('button', { name: site['owed.send'] }).click();
  await applicant.page.getByRole('alert').getByRole('link').first().waitFor();
  await applicant.page.waitForFunction(
    (said) => document.title.startsWith(said),
    site['site.error'].split('{')[0] ?? '',
  );
  await look(applicant, 'answer-2-mistake');
  await applicant.page.locator('input[type=file]').setInputFiles({
    name: 'جديد.pdf',
    mimeType: 'application/pdf',
    buffer: smallPdf,
  });
  await applicant.page.getByText('جديد.pdf').first().waitFor();
  // What was chosen survives a refresh.
  await applicant.page.reload();
  await applicant.page.getByText('جديد.pdf').first().waitFor();
  await applicant.page.getByRole('button', { name: site['owed.send'] }).click();
  await applicant.page.getByRole('heading', { name: site['answer.thanks'] }).waitFor();
  await look(applicant, 'answer-3-thanks');
  // Not `goto`: an address that differs in its fragment alone is the same page.
  const again = await applicant.context.newPage();
  await again.goto(here);
  await again.getByRole('heading', { name: site['answer.used'] }).waitFor();
  await applicant.context.close();

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: paper.label });
  await row.getByText(said('judgement.pending')).first().waitFor();
  await row
    .getByRole('button', {
      name: said('paper.accept-this', { label: paper.label, name: 'جديد.pdf' }),
    })
    .click();
  await row.getByText(said('judgement.accepted')).first().waitFor();
  await officer.page.setViewportSize(phone);
  await look(officer, 'checking-4-phone', 'main');
  await officer.page.setViewportSize(desk);
}, 180_000);

it('two officers see each other; whoever is slower is told what changed and loses nothing', async () => {
  const one = await s.checking(services.everything);
  colleague = await person(browser, 'colleague', desk);
  await signIn(colleague, product, emailOf('officer2'));
  await officer.page.goto(pageOf(one));
  await officer.page.getByRole('button', { name: said('request.other-actions') }).waitFor();
  await colleague.page.goto(pageOf(one));
  const here = colleague.page.getByText(said('presence.looking'));
  await here.waitFor();
  await look(colleague, 'presence-1', 'main');

  await officer.page.getByRole('button', { name: said('request.other-actions') }).click();
  await officer.page.getByRole('menuitem', { name: said('action.refer_to_research') }).click();
  const question = 'هل السكن ملك أم إيجار، وما حال الأسرة؟';
  const field = dialogOf(officer).getByLabel(said('form.refer_to_research.question'));
  await field.fill(question);

  // Meanwhile the colleague finds an answer in order.
  const [answer] = (await one.read()).checklist;
  await colleague.page
    .getByRole('button', { name: said('checklist.mark-ok', { label: answer?.label ?? '' }) })
    .click();
  await colleague.page.getByText(said('event.request.item_checked')).first().waitFor();

  await dialogOf(officer)
    .getByRole('button', { name: said('action.refer_to_research') })
    .click();
  const changes = dialogOf(officer).getByRole('alert');
  await changes.getByText(said('changes.title')).waitFor();
  await changes.getByText(said('event.request.item_checked')).waitFor();
  expect(await changes.innerText()).toContain(answer?.label);
  expect(await field.inputValue()).toBe(question);
  await look(officer, 'stale-1-changes', '[role=dialog]');
  await dialogOf(officer)
    .getByRole('button', { name: said('changes.send-again') })
    .click();
  await dialogOf(officer).waitFor({ state: 'hidden' });
  expect(await one.row()).toMatchObject({ status: 'social_research' });

  // The one who only looks is told at the next word that the page is old.
  await colleague.page.locator('body').dispatchEvent('input');
  await colleague.page.getByText(said('presence.changed')).waitFor();
  await colleague.page.getByRole('button', { name: said('presence.read-anew') }).click();
  await colleague.page.getByText(said('status-sentence.social_research')).first().waitFor();

  // Who goes away is seen no more.
  await officer.page.getByRole('link', { name: said('request.back') }).click();
  await officer.page.waitForURL((url) => url.pathname.endsWith('/requests'));
  await officer.page.waitForLoadState('networkidle');
  await colleague.page.reload();
  await colleague.page.getByText(said('status-sentence.social_research')).first().waitFor();
  expect(await colleague.page.getByText(said('presence.looking')).count()).toBe(0);
}, 180_000);
