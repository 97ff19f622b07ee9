import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import panelWords from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import words from '../../src/plugins/beneficiary-crm/contracts/words/ar.json';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import {
  formatDates,
  riyadhDate,
} from '../../src/plugins/beneficiary-crm/server/src/kernel/calendar.rules';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import { ar as siteWords } from '../../src/website/src/texts/ar';
import {
  choose,
  desk,
  look,
  openBrowser,
  person,
  phone,
  serveSite,
  signInByHand,
  snapshot,
} from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import { bodies, scenario } from '../support/scenario';
import type { TestCrm } from '../support/crm';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

/**
 * The main job, as seven people do it: an applicant on a phone, officer, researcher, the committee, delivery
 * officer, quality officer and director, each in a session of their own, in Arabic.
 */

const panel = { ...words, ...panelWords } as Record<string, string>;
const site: Record<string, string> = Object.fromEntries(
  Object.entries(siteWords).map(([key, text]) => [key, String(text)]),
);
const applicant = { name: 'عبدالله بن سالم الحارثي', email: 'abdullah@example.com' };
const minimalPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);

const start = new Date();
/** A day after the start, as a person in Riyadh reads it. */
const dayAfter = (days: number): string =>
  formatDates(new Date(start.getTime() + days * 86_400_000), 'ar').gregorian;

let mailbox: TestSmtp;
let product: TestCrm;
let browser: Browser;
const people = new Map<string, Person>();

const emailOf = (roleOrSeat: string): string => {
  const found = staff.find(({ role, seat }) => role === roleOrSeat || seat === roleOrSeat);
  if (!found) throw new Error(`nobody is ${roleOrSeat}`);
  return found.email;
};
async function at(name: string, viewport = desk): Promise<Person> {
  const known = people.get(name);
  if (known) return known;
  const one = await person(browser, name, viewport);
  people.set(name, one);
  if (name !== 'applicant') await signInByHand(one, product, emailOf(name));
  return one;
}
const panelUrl = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/${route}`;

beforeAll(async () => {
  mailbox = await startSmtp();
  product = await bootCrm({ SMTP_URL: mailbox.url, MAIL_FROM: 'crm@alkitab.example' });
  // The browser has the clock of the day, so the product begins there too.
  product.setNow(start);
  serveSite(product);
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mailbox?.stop();
});

let failed: string | null = null;

/** A step of the journey; when it fails, what everybody saw is kept as a picture. */
function step(name: string, run: () => Promise<void>, timeout: number): void {
  it(
    name,
    async () => {
      // The journey is one: after a step that failed there is nothing to walk on from.
      if (failed) throw new Error(`not reached: step ${failed} failed`);
      try {
        await run();
      } catch (error) {
        failed = name.slice(0, 1);
        for (const one of people.values()) await snapshot(one, `failed-${name.slice(0, 1)}`);
        throw error;
      }
    },
    timeout,
  );
}

/** Answers the one question of the page, whatever its kind, and goes on. */
async function answerPage({ page }: Person): Promise<void> {
  const main = page.locator('main');
  const file = main.locator('input[type=file]');
  const radios = main.getByRole('radio');
  const box = main.getByRole('checkbox');
  const field = main.locator(
    'input:not([type=file]):not([type=radio]):not([type=checkbox]), textarea',
  );
  if ((await file.count()) > 0) {
    await file.setInputFiles({ name: 'دخل.pdf', mimeType: 'application/pdf', buffer: minimalPdf });
    await main.getByText('دخل.pdf').first().waitFor();
  } else if ((await box.count()) > 0) await box.check();
  else if ((await radios.count()) > 0) {
    // The letter goes by the way that the applicant prefers.
    const byEmail = main.locator('input[type=radio][value=email]');
    await ((await byEmail.count()) > 0 ? byEmail : radios.first()).check();
  } else if ((await field.count()) === 3) {
    for (const [index, part] of ['10', '5', '2025'].entries()) await field.nth(index).fill(part);
  } else {
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    const number = (await field.first().getAttribute('inputmode')) !== null;
    const purpose = (await field.first().getAttribute('autocomplete')) ?? '';
    const known: Record<string, string> = {
      name: applicant.name,
      tel: '٠٥٥١٢٣٤٥٦٧',
      email: applicant.email,
      'address-level2': 'قيا',
    };
    let answer = known[purpose] ?? 'دخلنا لا يكفي إيجار البيت وحاجة الأولاد';
    if (!known[purpose] && number) answer = heading.includes('عدد') ? '٦' : '٢٥٠٠';
    if (heading.startsWith(site['q.idNumber'] ?? '')) answer = '١٠٠٠٠٠٠٠٠٨';
    await field.first().fill(answer);
  }
  await main.locator('button[type=submit]').click();
}

let credentials: { reference: string; code: string };
let requestUrl: string;
let itemUrl: string;

step(
  '1. the applicant reads, applies question by question on a phone, and gets reference, code, dates and receipt',
  async () => {
    const me = await at('applicant', phone);
    const { page } = me;
    await page.goto(`${product.url}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(me, '1a-home');
    await page.goto(`${product.url}/faqs`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(me, '1b-faqs');
    await page.goto(`${product.url}/services/family-support`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(me, '1c-service');
    await page
      .locator('main')
      .getByRole('link', { name: site['service.apply'] ?? '' })
      .click();

    const check = page.getByRole('button', { name: site['answers.next'] ?? '', exact: true });
    for (let step = 0; step < 40 && !(await check.isVisible()); step += 1) {
      const heading = page.getByRole('heading', { level: 1 });
      await heading.waitFor();
      const before = page.url() + (await heading.innerText());
      if (step < 3 || (await page.locator('input[type=file]').count()) > 0)
        await look(me, `1d-question-${step}`);
      await answerPage(me);
      await page.waitForFunction(
        (was) => location.href + (document.querySelector('h1')?.innerText ?? '') !== was,
        before,
      );
    }
    await look(me, '1e-check');
    await check.click();
    await page.getByLabel(site['declaration.name'] ?? '').fill(applicant.name);
    await page.getByRole('checkbox').check();
    await look(me, '1f-declaration');
    await page.locator('main button[type=submit]').click();

    await page.getByTestId('reference').waitFor();
    await look(me, '1g-done');
    credentials = {
      reference: (await page.getByTestId('reference').innerText()).trim(),
      code: (await page.getByTestId('access-code').innerText()).trim(),
    };
    expect(credentials.reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const text = await page.locator('main').innerText();
    // Two weeks at least; a week for the check and thirty days for the committee at most (S5).
    expect(text).toContain(dayAfter(14));
    expect(text).toContain(dayAfter(37));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: site['done.pdf'] ?? '' }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await product.drain();
    expect(mailbox.to(applicant.email).at(-1)?.text).toContain(credentials.reference);

    await track(me);
    expect(await page.getByTestId('status-sentence').innerText()).toContain(dayAfter(14));
    await look(me, '1h-track');
  },
  180_000,
);

async function track({ page }: Person): Promise<void> {
  await page.goto(`${product.url}/track`);
  await page.getByLabel(site['track.reference'] ?? '').fill(credentials.reference.toLowerCase());
  await page.getByLabel(site['track.code'] ?? '').fill(credentials.code);
  await page.getByRole('button', { name: site['track.open'] ?? '' }).click();
  await page.getByTestId('status-sentence').waitFor();
}

async function expectCount(items: Locator, count: number): Promise<void> {
  const until = Date.now() + 20_000;
  while ((await items.count()) !== count) {
    if (Date.now() > until) throw new Error(`${await items.count()} left, not ${count}`);
    await items.page().evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Opens the menu of other actions and takes one. */
async function other({ page }: Person, action: string): Promise<void> {
  await page.getByRole('button', { name: panel['request.other-actions'] ?? '' }).click();
  await page.getByRole('menuitem', { name: panel[`action.${action}`] ?? '' }).click();
}
/** Sends the dialog's form and waits until it was accepted. */
async function send({ page }: Person, action: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: panel[`action.${action}`] ?? '', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
const label = (key: string) => panel[key] ?? key;
const main = ({ page }: Person, action: string) =>
  page.getByRole('button', { name: panel[`action.${action}`] ?? '', exact: true });
/** A label as it stands, where brackets in it are brackets. */
const exactly = (key: string) => new RegExp(label(key).replace(/[()]/g, '\\$&'));

step(
  '2. the officer checks, asks for one missing thing; the applicant is told, answers; the clock stood still',
  async () => {
    const officer = await at('relations_officer');
    const { page } = officer;
    await look(officer, '2a-home');
    await page.goto(panelUrl('requests?view=all'));
    await page.getByLabel(label('inbox.search')).fill('عبد الله الحارثي');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: applicant.name }).first().waitFor();
    await look(officer, '2b-inbox');
    await page.getByRole('link', { name: applicant.name }).first().click();
    await main(officer, 'start_check').click();
    await page.getByRole('button', { name: label('request.other-actions') }).waitFor();
    requestUrl = page.url();
    await look(officer, '2c-request');

    await other(officer, 'ask_applicant');
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: 'عقد الإيجار', exact: false })
      .first()
      .check();
    await page
      .getByLabel(label('form.ask_applicant.note'))
      .fill('نحتاج صورة عقد الإيجار لنكمل دراسة طلبك.');
    await look(officer, '2d-ask');
    await send(officer, 'ask_applicant');
    await product.drain();
    const told = mailbox.to(applicant.email).at(-1);
    expect(told?.text).toContain('عقد الإيجار');

    await product.advance(3);
    const me = await at('applicant');
    await track(me);
    await me.page.getByTestId('owed').waitFor();
    await look(me, '2e-owed');
    await me.page
      .getByTestId('owed')
      .locator('input[type=file]')
      .setInputFiles({ name: 'عقد.pdf', mimeType: 'application/pdf', buffer: minimalPdf });
    await me.page.getByTestId('owed').getByText('عقد.pdf').first().waitFor();
    await me.page
      .getByTestId('owed')
      .getByRole('button', { name: site['owed.send'] ?? '' })
      .click();
    await me.page.getByTestId('owed').waitFor({ state: 'hidden' });
    await look(me, '2f-answered');
    // Three days of pause are added to both dates.
    expect(await me.page.getByTestId('status-sentence').innerText()).toContain(dayAfter(17));
  },
  120_000,
);

step(
  '3. the researcher answers and writes a study; the committee is refused until everything stands',
  async () => {
    const officer = await at('relations_officer');
    await officer.page.goto(requestUrl);
    await main(officer, 'refer_to_committee').waitFor();
    expect(await main(officer, 'refer_to_committee').isDisabled()).toBe(true);
    await officer.page.getByText(label('refusal.checklist_done')).first().waitFor();
    await other(officer, 'refer_to_research');
    await officer.page
      .getByLabel(label('form.refer_to_research.question'))
      .fill('هل السكن ملك أم إيجار، وما حال الأسرة؟');
    await send(officer, 'refer_to_research');

    const researcher = await at('researcher');
    await researcher.page.goto(requestUrl);
    await other(researcher, 'write_study');
    const { page } = researcher;
    await page.getByLabel(label('study.member-age')).first().fill('41');
    await choose(page, label('study.income-source'), label('income_source.salary'));
    await page.getByLabel(label('study.amount')).first().fill('2500');
    await choose(page, label('study.expense-kind'), label('expense_kind.rent'));
    await page.getByLabel(label('study.amount')).last().fill('1500');
    await choose(page, label('study.tenure'), label('tenure.rented'));
    await page.getByRole('textbox', { name: /كم غرفة/ }).fill('3');
    await choose(page, /ما أهم ما ينقص البيت/, 'الفرش والأسرّة');
    await page
      .getByRole('radiogroup', { name: /من يقدر على العمل/ })
      .getByRole('radio', { name: label('receive.no') })
      .click();
    await page
      .getByRole('textbox', { name: label('study.need-what') })
      .fill('مساعدة شهرية في الإيجار');
    await choose(page, label('study.need-priority'), label('need_priority.urgent'));
    await page.getByLabel(label('study.summary')).fill('أسرة دخلها دون حد الكفاية، والسكن إيجار.');
    await choose(page, label('study.recommendation'), label('outcome.accepted'));
    await page.getByLabel(label('study.grounds')).fill('نصيب الفرد بعد الإيجار دون الحد.');
    await look(researcher, '3a-study');
    await page.getByRole('button', { name: label('study.finish'), exact: true }).click();
    await page.getByText(label('study.finished')).first().waitFor();
    await main(researcher, 'answer_research').click();
    await page
      .getByRole('dialog')
      .getByLabel(label('form.answer_research.answer'))
      .fill('السكن إيجار بعقد موثّق، والحاجة قائمة.');
    await send(researcher, 'answer_research');

    await officer.page.reload();
    const open = officer.page.getByRole('listitem').filter({ hasText: label('checklist.pending') });
    await open.first().waitFor();
    for (let left = await open.count(); left > 0; left -= 1) {
      await open
        .first()
        .getByRole('button', { name: new RegExp(`^${label('checklist.ok')}: `) })
        .click();
      await expectCount(open, left - 1);
    }
    // One for each file; a paper that was sent twice has two.
    const files = officer.page.getByRole('button', {
      name: new RegExp(`^${label('paper.accept')}: `),
      disabled: false,
    });
    for (let left = await files.count(); left > 0; left -= 1) {
      await files.first().click();
      await expectCount(files, left - 1);
    }
    await look(officer, '3b-checked');
    await main(officer, 'refer_to_committee').click();
    if (await officer.page.getByRole('dialog').isVisible())
      await send(officer, 'refer_to_committee');
    await officer.page.getByText(label('status-sentence.committee')).first().waitFor();
    await product.drain();
    expect(mailbox.to(applicant.email).at(-1)?.text).toContain(credentials.reference);
  },
  180_000,
);

step(
  '4. chair and members vote sealed, one recuses, the chair closes and states the reason',
  async () => {
    const chair = await at('chair');
    await chair.page.goto(panelUrl('committee'));
    await chair.page
      .getByRole('link', { name: label('sessions.new') })
      .first()
      .click();
    await chair.page.getByLabel(label('sessions.held-on')).fill(riyadhDate(start));
    await chair.page.getByRole('button', { name: label('sessions.create') }).click();
    await chair.page.getByRole('link', { name: applicant.name }).waitFor();
    await look(chair, '4a-session');
    await chair.page.getByRole('link', { name: applicant.name }).click();
    const present = chair.page.getByRole('button', {
      name: label('attendance.present'),
      exact: true,
    });
    await present.first().waitFor();
    itemUrl = chair.page.url();
    const members = await present.count();
    expect(members).toBe(5);
    for (let index = 0; index < members; index += 1) {
      await present.nth(index).click();
      await expectCount(
        chair.page.getByRole('button', {
          name: label('attendance.present'),
          exact: true,
          pressed: true,
        }),
        index + 1,
      );
    }
    await chair.page.getByRole('button', { name: label('presiding.open') }).click();
    await chair.page.getByRole('button', { name: label('ballot.accept'), exact: true }).waitFor();
    await look(chair, '4b-item-open');

    const votes = [
      ['chair', 'accept'],
      ['deputy', 'accept'],
      ['secretary', 'reject'],
      ['member1', 'accept'],
    ] as const;
    for (const [who, choice] of votes) {
      const member =
        who === 'member1'
          ? await seated('member', 0)
          : await at(who, who === 'deputy' ? phone : desk);
      await member.page.goto(itemUrl);
      await member.page
        .getByRole('button', { name: label(`ballot.${choice}`), exact: true })
        .click();
      await member.page
        .getByText(new RegExp(label('ballot.mine').split('«')[0] ?? ''))
        .first()
        .waitFor();
      if (who === 'deputy') await look(member, '4c-ballot');
    }
    const recused = await seated('member', 1);
    await recused.page.goto(itemUrl);
    await recused.page.getByRole('button', { name: label('recusal.button') }).click();
    await choose(recused.page, label('recusal.ground'), label('ground.relative'));
    await recused.page
      .getByRole('dialog')
      .getByRole('button', { name: label('recusal.confirm') })
      .click();
    await recused.page.waitForURL((url) => !url.pathname.includes('/items/'));
    await recused.page.waitForLoadState('networkidle');
    expect(await recused.page.getByText(applicant.name).count()).toBe(0);

    await chair.page.goto(itemUrl);
    await chair.page.getByRole('button', { name: label('presiding.close') }).click();
    await chair.page.getByText('حضر 5 من 5، وافق 3، واعترض 1', { exact: false }).first().waitFor();
    await look(chair, '4d-closed');
    await chair.page
      .getByLabel(label('decision.decision-reason'))
      .fill('دخل الأسرة دون حد الكفاية كما بيّنت دراسة الحالة.');
    await chair.page.getByRole('button', { name: label('decision.decision-submit') }).click();
    await chair.page.getByText(label('decision.release'), { exact: true }).waitFor();
    await look(chair, '4e-decided');
  },
  240_000,
);

async function seated(seat: string, index: number): Promise<Person> {
  const name = `${seat}${index + 1}`;
  const known = people.get(name);
  if (known) return known;
  const email = staff.filter((one) => one.seat === seat)[index]?.email;
  if (!email) throw new Error(`no ${seat} number ${index}`);
  const one = await person(browser, name, desk);
  people.set(name, one);
  await signInByHand(one, product, email);
  return one;
}

step(
  '5. the reply is held until its earliest date, then goes out with a letter',
  async () => {
    const me = await at('applicant');
    await product.advance(5);
    await track(me);
    expect(await me.page.getByTestId('status-sentence').innerText()).not.toContain('قُبل');
    const before = mailbox.to(applicant.email).length;
    await product.advance(10);
    const reply = mailbox.to(applicant.email).at(-1);
    expect(mailbox.to(applicant.email)).toHaveLength(before + 1);
    expect(reply?.text).toContain('دون حد الكفاية');
    expect(reply?.attachments.map(({ type }) => type)).toEqual(['application/pdf']);
    await track(me);
    await me.page.getByText('دون حد الكفاية').first().waitFor();
    await look(me, '5a-reply');
  },
  60_000,
);

step(
  '6. the officer enrols, the delivery officer records the service',
  async () => {
    const officer = await at('relations_officer');
    await officer.page.goto(requestUrl);
    await main(officer, 'enrol').click();
    await choose(officer.page, label('form.sightedHow'), label('sighted.in_person'));
    await look(officer, '6a-enrol');
    await send(officer, 'enrol');

    const delivery = await at('delivery_officer');
    await delivery.page.goto(requestUrl);
    await delivery.page.goto(`${requestUrl}?tab=service`);
    await main(delivery, 'allocate').click();
    await delivery.page.getByLabel(label('form.what')).fill('مساعدة شهر نوفمبر');
    await delivery.page.getByLabel(exactly('delivery.amount.money')).fill('800');
    await delivery.page.getByLabel(label('form.startsOn')).fill(riyadhDate(start));
    await choose(delivery.page, label('form.pay'), label('pay.by_hand'));
    await look(delivery, '6b-allocation');
    await send(delivery, 'allocate');
    const director = await at('executive_director');
    await director.page.goto(`${requestUrl}?tab=service`);
    await main(director, 'approve_allocation').click();
    await director.page.getByText(label('allocation_state.approved')).first().waitFor();
    await look(director, '6c-approved');

    await delivery.page.goto(`${requestUrl}?tab=service`);
    await main(delivery, 'start_delivery').click();
    await delivery.page.getByLabel(label('form.plan')).fill('800 ريال شهريًا لستة أشهر');
    await send(delivery, 'start_delivery');
    await main(delivery, 'record_delivery').click();
    await choose(delivery.page, label('form.acknowledgement'), label('acknowledgement.witnessed'));
    await delivery.page.getByLabel(label('delivery.witness')).fill('سالم بن عايض الثبيتي');
    await look(delivery, '6d-delivery');
    await send(delivery, 'record_delivery');
    await main(delivery, 'complete').click();
    if (await delivery.page.getByRole('dialog').isVisible()) await send(delivery, 'complete');
    await delivery.page.getByText(label('status-sentence.completed')).first().waitFor();
    await look(delivery, '6e-completed');
  },
  120_000,
);

step(
  '7. the applicant evaluates without signing in; the figures reach quality officer and director',
  async () => {
    await product.drain();
    const invitation = mailbox.to(applicant.email).at(-1);
    const link = /https?:\S+\/evaluate\?lang=ar#t=[\w-]+/.exec(invitation?.text ?? '')?.[0];
    expect(link).toBeDefined();
    const me = await at('applicant');
    await me.page.goto(`${product.url}${new URL(link ?? '').pathname}${new URL(link ?? '').hash}`);
    await me.page.getByRole('heading', { level: 1 }).waitFor();
    await look(me, '7a-invitation');
    expect(me.page.url()).not.toContain('#t=');
    const start = me.page.getByRole('button', { name: site['evaluate.start'] ?? '', exact: true });
    const submit = me.page.getByRole('button', { name: site['evaluate.send'] ?? '', exact: true });
    await start.click();
    await me.page.locator('.tap').first().waitFor();
    await look(me, '7b-question');
    // Question after question by its heading, the best answer to each, until the last one offers to send.
    for (let question = 0; question < 20 && !(await submit.isVisible()); question += 1) {
      const heading = await me.page.getByRole('heading', { level: 1 }).innerText();
      await me.page
        .locator('.faces .tap')
        .first()
        .or(me.page.locator('.numbers .tap').last())
        .click();
      await me.page.waitForFunction(
        (was) => document.querySelector('h1')?.innerText !== was,
        heading,
      );
    }
    await submit.click();
    await me.page.getByRole('heading', { name: site['evaluate.thanks'] ?? '' }).waitFor();
    await look(me, '7c-thanks');

    // One answer alone waits for others like it. Eleven who asked something evaluate too, nine of them satisfied.
    const others = scenario(product);
    for (let asker = 0; asker < 11; asker += 1) {
      const inquiry = await others.submitted('inquiry');
      await inquiry.do('relations_officer', 'start');
      await inquiry.do('relations_officer', 'answer', bodies.answer);
      await product.drain();
      const token = /#t=([\w-]+)/.exec(
        mailbox.to(inquiry.sent?.applicant.email ?? '').at(-1)?.text ?? '',
      )?.[1];
      const sent = await product.visitor.post('/evaluations', {
        token,
        answers: { overall: asker < 9 ? 5 : 1 },
      });
      expect(sent.status).toBe(201);
    }
    // Answers leave by the week, and figures are of quarters that have ended: one that moved with every answer
    // would tell what it was.
    for (let week = 0; week < 14; week += 1) await product.advance(7);

    const quality = await at('quality_officer');
    await quality.page.goto(panelUrl('satisfaction'));
    await quality.page.getByRole('heading', { level: 1 }).waitFor();
    await quality.page.locator('canvas').first().waitFor();
    const shown = await quality.page.locator('main').innerText();
    // Nine of eleven: 82%, by Wilson between 52% and 95%.
    for (const part of ['82', '52', '95', '11']) expect(shown).toContain(part);
    await look(quality, '7d-dashboard');
    await quality.page.getByRole('tab', { name: label('figures.view.operations') }).click();
    // The running year has begun in the meantime.
    await quality.page.getByText(label('operations.empty')).waitFor();
    await quality.page.goto(panelUrl('satisfaction?view=operations&period=2026'));
    await quality.page.locator('canvas').first().waitFor();
    await look(quality, '7d-operations');
    const director = await at('executive_director');
    await director.page.goto(`${product.url}/admin`);
    await director.page.getByRole('heading', { level: 1 }).first().waitFor();
    await look(director, '7e-director');
  },
  120_000,
);

it('every step is one event in a chain that holds', async () => {
  const { rows } = (await product.crm.db.raw(
    `select e.type from crm_events e join crm_requests r on r.id = e.request_id where r.reference = ? order by e.seq`,
    [credentials.reference],
  )) as { rows: { type: string }[] };
  const steps = rows
    .map(({ type }) => type)
    .filter(
      (type) =>
        type.startsWith('request.') &&
        !['request.item_checked', 'request.document_judged'].includes(type),
    );
  expect(steps).toEqual([
    'request.submitted',
    'request.check_started',
    'request.applicant_asked',
    'request.applicant_answered',
    'request.referred_to_research',
    'request.study_written',
    'request.research_answered',
    'request.referred_to_committee',
    'request.decided',
    'request.replied',
    'request.enrolled',
    'request.allocation_proposed',
    'request.allocation_approved',
    'request.delivery_started',
    'request.delivery_recorded',
    'request.completed',
  ]);
  const verdict = await verifyChain(async (sql, values) => ({
    rows: (
      (await product.crm.db.raw(sql.replace(/\$1/g, '?'), values as (string | number)[])) as {
        rows: Record<string, unknown>[];
      }
    ).rows,
  }));
  expect(verdict).toMatchObject({ ok: true });
});
