/**
 * The committee's desk: the director sets the rules, the secretary plans a session, invites, takes the attendance and
 * writes the minutes, and two members sign them; with the mistakes that people make.
 */
import type { Browser, Page } from 'playwright-core';
import type { SessionDetail } from '../../src/plugins/beneficiary-crm/contracts/sessions';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { riyadhDate } from '../../src/plugins/beneficiary-crm/server/src/kernel/calendar.rules';
import {
  choose,
  desk,
  look,
  openBrowser,
  person,
  phone,
  signIn,
  snapshot,
} from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { button, label } from '../support/panel';
import { expectStatus, Item, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

/** A message with its one value put in. */
const filled = (key: string, values: Record<string, string>) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    label(key),
  );
const emailOf = (who: string): string =>
  staff.find(({ role, seat, email }) => role === who || seat === who || email.startsWith(`${who}@`))
    ?.email ?? '';
const nameOf = (who: string): string => {
  const found = staff.find(({ email }) => email === emailOf(who));
  return `${found?.firstname ?? ''} ${found?.lastname ?? ''}`;
};

const longName = 'عبدالرحمن بن عبدالعزيز بن عبدالمحسن آل الشيخ مبارك الحارثي السفياني الثقفي';
const applicants = [longName, 'نورة بنت سعد المالكي', 'خالد بن عايض النفيعي'] as const;
/** A Sunday noon: what is sent by mail is sent in working time. */
const start = new Date('2026-11-01T09:00:00.000Z');
const dayAfter = (days: number) => riyadhDate(new Date(start.getTime() + days * 86_400_000));

let mailbox: TestSmtp;
let product: TestCrm;
let browser: Browser;
const people = new Map<string, Person>();
const cases: Case[] = [];
let session: string;

async function at(who: string, viewport = desk): Promise<Person> {
  const name = viewport === phone ? `${who}-phone` : who;
  const known = people.get(name);
  if (known) return known;
  const one = await person(browser, name, viewport);
  people.set(name, one);
  await signIn(one, product, emailOf(who));
  return one;
}
const url = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/committee${route}`;
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
/** By the beginning of its label: what is required has a star after it. */
const field = (page: Page, key: string) => page.getByLabel(new RegExp(`^${label(key)}`));
const order = (page: Page) =>
  page
    .getByRole('list', { name: label('session.agenda') })
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('bdi')?.textContent ?? ''));

beforeAll(async () => {
  mailbox = await startSmtp();
  product = await bootCrm({ SMTP_URL: mailbox.url, MAIL_FROM: 'crm@alkitab.example' });
  product.setNow(start);
  const s = scenario(product);
  for (const name of applicants) {
    const one = await s.submitted('assistance', 'teacher-emergency', { applicant: { name } });
    await one.do('relations_officer', 'start_check');
    await one.checkEverything();
    await one.do('relations_officer', 'refer_to_committee');
    cases.push(one);
  }
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mailbox?.stop();
});

let failed: string | null = null;
/** One day of the committee: after a step that failed there is nothing to go on from. */
function step(name: string, run: () => Promise<void>): void {
  it(
    name,
    async () => {
      if (failed) throw new Error(`not reached: ${failed} failed`);
      try {
        await run();
      } catch (error) {
        failed = name;
        for (const one of people.values()) await snapshot(one, 'committee-desk-failed');
        throw error;
      }
    },
    180_000,
  );
}

step('the director reads the rules in words, with an example', async () => {
  const director = await at('executive_director');
  const { page } = director;
  await page.goto(url(''));
  await heading(page, label('sessions.title'));
  await look(director, 'desk-no-sessions');
  await page.getByRole('link', { name: label('committees.title') }).click();
  await heading(page, label('committees.title'));
  await page.getByText(/مثال:/).first().waitFor();
  await look(director, 'desk-committees');
  const small = await at('executive_director', phone);
  await small.page.goto(url('/settings'));
  await small.page.getByText(/مثال:/).first().waitFor();
  await look(small, 'desk-committees');
});

step(
  'what the rules say changes while they are written; a fraction above one is no rule',
  async () => {
    const director = await at('executive_director');
    const { page } = director;
    await page
      .getByRole('link', { name: filled('committees.change-one', { name: 'لجنة البحث' }) })
      .click();
    await heading(page, 'لجنة البحث');
    const said = page.getByRole('status').filter({ hasText: /هذه القاعدة/ });
    await said.getByText(/مثال:/).waitFor();
    const before = await said.innerText();

    await page.getByRole('radio', { name: new RegExp(label('committees.preset.custom')) }).click();
    await choose(page, new RegExp(label('committees.quorum')), label('committees.quorum.fraction'));
    await field(page, 'committees.fraction.p').fill('3');
    await field(page, 'committees.fraction.q').fill('٢');
    await said.getByText(label('committees.error.fraction-above-one')).waitFor();
    await button(page, 'committees.keep').click();
    const wrong = field(page, 'committees.fraction.p');
    expect(await wrong.getAttribute('aria-invalid')).toBe('true');
    expect(await wrong.evaluate((field) => field === document.activeElement)).toBe(true);
    await look(director, 'desk-rules-wrong');

    await wrong.fill('2');
    await field(page, 'committees.fraction.q').fill('3');
    await page.waitForFunction(
      ([text, mistake]) => {
        const shown = Array.from(document.querySelectorAll('[role="status"]')).map(
          (one) => (one as HTMLElement).innerText,
        );
        return shown.some(
          (one) => one.includes('هذه القاعدة') && one !== text && !one.includes(mistake ?? ''),
        );
      },
      [before, label('committees.error.fraction-above-one')],
    );
    await look(director, 'desk-rules');
  },
);

step(
  'a second chair is refused; what is typed survives a refresh; and the rules are kept once',
  async () => {
    const director = await at('executive_director');
    const { page } = director;
    const group = (n: number) =>
      page.getByRole('group', { name: filled('committees.seat', { n: String(n) }), exact: true });
    await group(4)
      .getByRole('combobox', { name: new RegExp(label('committees.as')) })
      .click();
    await page.getByRole('option', { name: label('seat.chair'), exact: true }).click();
    await button(page, 'committees.keep').click();
    await group(4).getByText(label('committees.error.second.chair')).waitFor();
    await look(director, 'desk-second-chair');
    await page.reload();
    await heading(page, 'لجنة البحث');
    expect(await field(page, 'committees.fraction.p').inputValue()).toBe('2');
    await group(4)
      .getByRole('combobox', { name: new RegExp(label('committees.as')) })
      .click();
    await page.getByRole('option', { name: label('seat.member'), exact: true }).click();
    await button(page, 'committees.keep').dblclick();
    await heading(page, label('committees.title'));
    await page.getByText(/2/).first().waitFor();
    const director2 = await product.loginAs('executive_director');
    const list = expectStatus(
      await director2.get<{ committees: { name: string; version: number; rules: object }[] }>(
        '/committees',
      ),
      200,
    );
    expect(list.committees.find(({ name }) => name === 'لجنة البحث')).toMatchObject({
      version: 2,
      rules: { preset: 'custom', quorum: { kind: 'fraction', p: 2, q: 3 } },
    });
  },
);

step(
  'the secretary plans a session: the time limits the agenda, the order is by keys and buttons',
  async () => {
    const secretary = await at('secretary');
    const { page } = secretary;
    await page.goto(url(''));
    await page
      .getByRole('link', { name: label('sessions.new') })
      .first()
      .click();
    await heading(page, label('sessions.new'));
    const list = page.getByRole('list', { name: label('session.agenda') });
    await list.getByRole('listitem').nth(2).waitFor();
    await button(page, 'sessions.create').click();
    const day = page.getByLabel(label('sessions.held-on'));
    expect(await day.getAttribute('aria-invalid')).toBe('true');
    await day.fill(dayAfter(3));
    await page
      .getByText(/هـ\)|هـ/)
      .first()
      .waitFor();
    await page.getByLabel(filled('form.optional', { label: label('plan.time') })).fill('16:30');
    await page
      .getByLabel(filled('form.optional', { label: label('plan.place') }))
      .fill('قاعة الاجتماعات');
    await page.getByLabel(filled('form.optional', { label: label('plan.minutes') })).fill('٢٠');
    await list.getByRole('listitem').nth(2).waitFor({ state: 'detached' });
    const byPromise = await order(page);
    expect(byPromise).toHaveLength(2);
    const [left] = applicants.filter((name) => !byPromise.includes(name));
    await page.getByRole('button', { name: filled('agenda.add', { name: left ?? '' }) }).click();
    const time = page.getByTestId('agenda-time');
    await time.getByText(/يزيد جدول الأعمال/).waitFor();
    await look(secretary, 'desk-plan-over');
    // By a key, and the focus goes along.
    await page
      .getByRole('button', { name: filled('agenda.earlier', { name: left ?? '' }) })
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await order(page)).toEqual([left, ...byPromise]);
    await page.keyboard.press('Alt+ArrowDown');
    expect((await order(page))[1]).toBe(left);
    await page.reload();
    await list.getByRole('listitem').nth(2).waitFor();
    expect((await order(page))[1]).toBe(left);
    expect(await day.inputValue()).toBe(dayAfter(3));
    const [second] = byPromise.slice(-1);
    await page
      .getByRole('button', { name: filled('agenda.remove', { name: second ?? '' }) })
      .click();
    await time.getByText(/يزيد جدول الأعمال/).waitFor({ state: 'detached' });
    const small = await at('secretary', phone);
    await small.page.goto(url('/new'));
    await small.page.getByLabel(label('sessions.held-on')).waitFor();
    await small.page.getByRole('list', { name: label('session.agenda') }).waitFor();
    await look(small, 'desk-plan');
    await button(page, 'sessions.create').dblclick();
    await page.waitForURL(/committee\/[0-9a-f-]{36}$/);
    session = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByText('قاعة الاجتماعات').waitFor();
    await look(secretary, 'desk-session');
  },
);

step('the members are invited, and again once the agenda has changed', async () => {
  const secretary = await at('secretary');
  const { page } = secretary;
  await button(page, 'invitations.send').dblclick();
  await page.getByText(label('invitations.sent-at')).waitFor();
  await product.drain();
  const mails = () => mailbox.to(emailOf('member1')).length;
  expect(mails()).toBe(1);
  await page.getByRole('link', { name: label('agenda.change') }).click();
  await heading(page, label('agenda.title'));
  const rows = page.getByRole('list', { name: label('session.agenda') }).getByRole('listitem');
  await rows.nth(1).waitFor();
  await page
    .getByRole('button', { name: new RegExp(label('agenda.add').split('{')[0] ?? '') })
    .click();
  await rows.nth(2).waitFor();
  await rows.nth(2).getByLabel(label('agenda.minutes-of')).fill('صفر');
  await button(page, 'agenda.keep').click();
  await rows.nth(2).getByText(label('committees.error.minutes')).waitFor();
  await rows.nth(2).getByLabel(label('agenda.minutes-of')).fill('15');
  // By dragging.
  const handle = rows.nth(2).locator('[draggable]');
  await handle.dragTo(rows.nth(0));
  await page.getByTestId('agenda-time').getByText(/35|٣٥/).waitFor();
  await look(secretary, 'desk-agenda');
  const wanted = await order(page);
  await button(page, 'agenda.keep').click();
  await page.getByText(label('invitations.changed')).waitFor();
  expect(await order(page)).toEqual(wanted);
  await button(page, 'invitations.send-again').click();
  await page.getByText(label('invitations.changed')).waitFor({ state: 'detached' });
  await product.drain();
  expect(mails()).toBe(2);
  const mail = mailbox.to(emailOf('member1')).at(-1)?.text ?? '';
  for (const name of applicants) expect(mail).not.toContain(name);
});

step(
  'a member sends apologies from the phone, and the secretary takes the attendance once',
  async () => {
    const member = await at('member2', phone);
    await member.page.goto(url(`/${session}`));
    await button(member.page, 'apology.send').click();
    await member.page
      .getByRole('dialog')
      .getByLabel(filled('form.optional', { label: label('apology.reason') }))
      .fill('سفر لمرافقة الوالدة في علاجها');
    await look(member, 'desk-apology');
    await member.page
      .getByRole('dialog')
      .getByRole('button', { name: label('apology.send') })
      .click();
    await member.page.getByText(label('apology.is-sent')).waitFor();
    await look(member, 'desk-session-member');

    const secretary = await at('secretary');
    const { page } = secretary;
    await page.reload();
    await page.getByText('سفر لمرافقة الوالدة في علاجها').waitFor();
    await button(page, 'attendance.all-present').click();
    const group = (who: string) =>
      page.getByRole('group', { name: filled('members.attendance-of', { name: nameOf(who) }) });
    const pressed = (who: string, state: string) =>
      group(who).getByRole('button', { name: label(`attendance.${state}`), pressed: true });
    await pressed('chair', 'present').waitFor();
    await pressed('member2', 'absent').waitFor();
    await page.reload();
    await pressed('chair', 'present').waitFor();
    await button(page, 'attendance.keep').dblclick();
    await button(page, 'attendance.keep').waitFor({ state: 'detached' });
    await look(secretary, 'desk-attendance');
    const { members } = await read();
    expect(members.filter(({ attendance }) => attendance === 'present')).toHaveLength(4);
  },
);

const read = async (who: Who = 'secretary'): Promise<SessionDetail> =>
  expectStatus(await (await product.loginAs(who)).get<SessionDetail>(`/sessions/${session}`), 200);

step('on the wall stands what may stand there, and no name', async () => {
  const chair = await at('chair');
  const { page } = chair;
  const [first] = (await read('chair')).agenda;
  if (!first) throw new Error('no agenda');
  const one = cases.find(({ id }) => id === first.requestId);
  if (!one) throw new Error('no case');
  const item = new Item(product, session, first.id, one);
  expectStatus(await item.step('chair', 'open'), 200);
  await page.goto(url(`/${session}/projector`));
  const wall = page.getByTestId('wall');
  await wall.getByText(first.reference).first().waitFor();
  await wall.getByTestId('turnout').waitFor();
  for (const who of ['chair', 'deputy', 'secretary', 'member1'] as const)
    expectStatus(await item.vote(who, 'accept'), 201);
  // It goes on by itself.
  await wall.getByTestId('turnout').getByText(/4|٤/).waitFor();
  await look(chair, 'desk-wall-open', '[data-testid="wall"]');
  expectStatus(await item.step('chair', 'close'), 200);
  await wall.getByRole('list', { name: label('projector.steps') }).waitFor();
  await look(chair, 'desk-wall-closed', '[data-testid="wall"]');
  const text = await wall.innerText();
  for (const name of applicants) expect(text).not.toContain(name);
  expectStatus(await item.step('chair', 'decision', { reason: 'دخل الأسرة دون حد الكفاية.' }), 200);
  await page.keyboard.press('ArrowLeft');
  await button(page, 'projector.follow').waitFor();
});

step('the other items come to their end', async () => {
  const { agenda } = await read('chair');
  for (const line of agenda.slice(1)) {
    const one = cases.find(({ id }) => id === line.requestId);
    if (!one) throw new Error('no case');
    const item = new Item(product, session, line.id, one);
    expectStatus(await item.step('chair', 'open'), 200);
    for (const who of ['chair', 'deputy', 'secretary'] as const)
      expectStatus(await item.vote(who, 'reject'), 201);
    expectStatus(
      await item.vote('member1', 'accept', { reservation: 'حال الأسرة شديدة، ولها أيتام.' }),
      201,
    );
    expectStatus(await item.step('chair', 'close'), 200);
    expectStatus(
      await item.step('chair', 'decision', { reason: 'تجاوز الدخل حد الكفاية في دليل الدعم.' }),
      200,
    );
  }
});

step('the secretary writes the minutes; what is typed survives a refresh', async () => {
  const secretary = await at('secretary');
  const { page } = secretary;
  await page.goto(url(`/${session}`));
  await page
    .getByRole('link', { name: label('minutes.title') })
    .first()
    .click();
  await heading(page, label('minutes.title'));
  const begin = button(page, 'minutes.begin');
  const opening = page.getByLabel(filled('form.optional', { label: label('minutes.opening') }));
  await begin.or(opening).first().waitFor();
  if (await begin.isVisible()) await begin.click();
  await opening.fill('افتُتحت الجلسة بحمد الله، ورحّب رئيس اللجنة بالأعضاء.');
  await page.reload();
  await opening.waitFor();
  expect(await opening.inputValue()).toContain('رحّب رئيس اللجنة');
  await look(secretary, 'desk-minutes-write');
  await page.getByRole('tab', { name: label('minutes.tab.read') }).click();
  await page.getByText('رحّب رئيس اللجنة').waitFor();
  await page.getByText('سفر لمرافقة الوالدة في علاجها').waitFor();
  await page.getByText('حال الأسرة شديدة').first().waitFor();
  await look(secretary, 'desk-minutes-read');
  await button(page, 'minutes.keep').dblclick();
  await page.getByText(label('minutes.kept')).first().waitFor();
  await button(page, 'minutes.submit').dblclick();
  await page.getByText(label('minutes.submitted')).first().waitFor();
  await page.getByRole('heading', { name: label('minutes.signatures') }).waitFor();
});

step('two members sign, each from their own account, on a desk and on a phone', async () => {
  for (const [who, viewport] of [
    ['chair', desk],
    ['member1', phone],
  ] as const) {
    const one = await at(who, viewport);
    await one.page.goto(url(`/${session}/minutes`));
    await button(one.page, 'minutes.sign').click();
    await one.page
      .getByRole('dialog')
      .getByRole('button', { name: label('minutes.sign') })
      .dblclick();
    await one.page.getByRole('dialog').waitFor({ state: 'detached' });
    await button(one.page, 'minutes.sign').waitFor({ state: 'detached' });
    await look(one, 'desk-minutes-signed');
  }
  const secretary = await at('secretary');
  const { page } = secretary;
  await page.reload();
  await page.getByText(/وقّع 2 من 4/).waitFor();
  await look(secretary, 'desk-minutes-signing');
});

step('a session that was held is found among the past ones, on a phone as well', async () => {
  for (const viewport of [desk, phone]) {
    const secretary = await at('secretary', viewport);
    await secretary.page.goto(url(''));
    await secretary.page
      .getByRole('list', { name: label('sessions.group.past') })
      .getByRole('listitem')
      .first()
      .waitFor();
    await look(secretary, 'desk-sessions');
  }
});

step('the minutes are handed out as a paper', async () => {
  const { page } = await at('secretary');
  await page.goto(url(`/${session}/minutes`));
  const answer = page.waitForResponse((response) => response.url().includes('/minutes/pdf'));
  const download = page.waitForEvent('download');
  await button(page, 'minutes.pdf').click();
  expect((await answer).status()).toBe(200);
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
});
