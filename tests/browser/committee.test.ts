/** One item, five people: at desks and on phones, each in a session of their own; in Arabic. */
import type { Browser, Page } from 'playwright-core';
import type { SessionDetail } from '../../src/plugins/beneficiary-crm/contracts/sessions';
import type { BallotChoice } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { riyadhDate } from '../../src/plugins/beneficiary-crm/server/src/kernel/calendar.rules';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { button, inDialog, label } from '../support/panel';
import { bodies, expectStatus, reasonOfDecision, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

/** What a sentence begins with, before what is put into it. */
const begins = (key: string) => label(key).split(/[{«]/)[0]?.trim() ?? key;

const names = {
  first: 'عبدالرحمن بن عبدالعزيز بن عبدالمحسن آل عثمان الحارثي الثبيتي',
  second: 'منيرة بنت سعد السواط',
};
const missing = 'عقد الإيجار الجديد، ورأي طبيب المركز';
const reservation = 'أتحفّظ على المبلغ: يكفي نصفه إلى آخر العام.';
const conditions = 'أن يُصرف المبلغ للمالك مباشرة.';

let product: TestCrm;
let browser: Browser;
let chair: Person;
let deputy: Person;
let secretary: Person;
let member1: Person;
let member2: Person;
let first: Case;
let session: SessionDetail;

async function referred(name: string): Promise<Case> {
  const s = scenario(product);
  const one = await s.submitted('assistance', services.everything, { applicant: { name } });
  await one.do('relations_officer', 'start_check');
  await one.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
  await one.do('researcher', 'write_study', bodies.write_study);
  await one.do('researcher', 'answer_research', bodies.answer_research);
  await one.checkEverything();
  await one.do('relations_officer', 'refer_to_committee');
  return one;
}

beforeAll(async () => {
  product = await bootCrm();
  product.setNow(new Date());
  first = await referred(names.first);
  const second = await referred(names.second);
  const keeper = await product.loginAs('secretary');
  session = expectStatus(
    await keeper.post<SessionDetail>('/sessions', {
      heldOn: riyadhDate(new Date()),
      requests: [first.id, second.id],
    }),
    201,
  );
  browser = await openBrowser();
  const seated = async (who: string, viewport: typeof desk) => {
    const one = await person(browser, who, viewport);
    await signIn(one, product, `${who}@alkitab.example`);
    return one;
  };
  chair = await seated('chair', desk);
  deputy = await seated('deputy', phone);
  secretary = await seated('secretary', desk);
  member1 = await seated('member1', phone);
  member2 = await seated('member2', phone);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const panelUrl = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/${route}`;
const itemUrl = (place: number) =>
  panelUrl(`committee/${session.id}/items/${session.agenda[place]?.id ?? ''}`);
const ballot = (page: Page, choice: BallotChoice) => button(page, `ballot.${choice}`);
const ballotsOf = (place: number) =>
  product.crm.db('crm_ballots').where({ item_id: session.agenda[place]?.id });

/** The own ballot stands on the page. */
const recorded = (page: Page) => page.getByText(begins('ballot.mine')).first().waitFor();

it('the chair reads the file, words the motion, takes the attendance and opens the vote', async () => {
  const { page } = chair;
  await page.goto(itemUrl(0));
  await page.getByRole('heading', { name: names.first }).waitFor();
  await look(chair, 'committee-pending');
  await button(page, 'motion.add').click();
  await page.getByLabel(label('motion.amount')).fill('٣٠٠٠');
  await page.getByLabel(label('motion.conditions')).fill(conditions);
  await look(chair, 'committee-motion');
  await inDialog(page, 'motion.save').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText(conditions).first().waitFor();
  await button(page, 'members.all-present').click();
  await page
    .getByRole('button', { name: label('attendance.present'), exact: true, pressed: true })
    .nth(4)
    .waitFor();
  await button(page, 'presiding.open').click();
  await ballot(page, 'accept').waitFor();
  await look(chair, 'committee-open');
  await page.getByRole('link', { name: label('item.next'), exact: true }).click();
  await page.getByRole('heading', { name: names.second }).waitFor();
  await button(page, 'members.all-present').click();
  await page
    .getByRole('button', { name: label('attendance.present'), exact: true, pressed: true })
    .nth(4)
    .waitFor();
  await button(page, 'presiding.open').click();
  await ballot(page, 'accept').waitFor();
});

it('a member with a conflict reads what follows, confirms, and the item is gone from every list', async () => {
  const { page } = member2;
  await page.goto(panelUrl('committee/mine'));
  await page.getByRole('heading', { name: names.first }).waitFor();
  await page.goto(itemUrl(0));
  await button(page, 'recusal.button').click();
  await page.getByText(label('recusal.consequence.gone')).waitFor();
  await choose(page, label('recusal.ground'), label('ground.relative'));
  await look(member2, 'committee-conflict');
  await inDialog(page, 'recusal.confirm').click();
  await page.getByText(label('stood-aside.thanks')).waitFor();
  await look(member2, 'committee-stood-aside');
  expect(await page.locator('body').innerText()).not.toContain(names.first);

  const reference = session.agenda[0]?.reference ?? '';
  for (const route of ['committee/mine', `committee/${session.id}`, 'committee']) {
    await page.goto(panelUrl(route));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const text = await page.locator('body').innerText();
    expect(text).not.toContain(names.first);
    expect(text).not.toContain(reference);
  }
  await page.goto(itemUrl(0));
  await page.getByRole('alert').first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain(names.first);
  await look(member2, 'committee-not-found');
});

it('the deputy votes on a phone, one item after the other', async () => {
  const { page } = deputy;
  await page.goto(`${product.url}/admin`);
  await page.getByText(label('home.votes-waiting'), { exact: true }).waitFor();
  await look(deputy, 'committee-home');
  await page.goto(panelUrl('committee/mine'));
  await page.getByRole('heading', { name: names.first }).waitFor();
  await page.getByText(conditions).waitFor();
  await look(deputy, 'committee-mine');
  await ballot(page, 'accept').click();
  await page.getByText(begins('mine.receipt')).waitFor();
  await page.getByRole('heading', { name: names.second }).waitFor();
  await look(deputy, 'committee-mine-next');
  await ballot(page, 'accept').click();
  await page.getByText(label('mine.all-done')).waitFor();
  await look(deputy, 'committee-mine-done');
});

it('to defer is asked what is missing', async () => {
  const { page } = secretary;
  await page.goto(itemUrl(0));
  await ballot(page, 'defer').click();
  await button(page, 'ballot.defer-send').click();
  await page.getByText(label('ballot.missing-needed')).waitFor();
  await page.getByLabel(label('ballot.missing')).fill(missing);
  // What is typed survives a refresh.
  await page.reload();
  expect(await page.getByLabel(label('ballot.missing')).inputValue()).toBe(missing);
  await look(secretary, 'committee-defer');
  await button(page, 'ballot.defer-send').click();
  await recorded(page);
});

it('a reservation goes with the ballot; its answer is lost, it is sent again, and counts once', async () => {
  const { page, context } = member1;
  await page.goto(itemUrl(0));
  await page.getByRole('checkbox', { name: label('ballot.reserve') }).check();
  await ballot(page, 'accept').click();
  await page.getByText(label('ballot.reasons-needed')).waitFor();
  await page.getByLabel(label('ballot.reservation')).fill(reservation);
  let lost = 0;
  await context.route('**/ballots?**', async (route) => {
    if (lost > 0) return route.abort();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await ballot(page, 'accept').click();
  await page.getByText(label('ballot.lost-explained')).waitFor();
  await look(member1, 'committee-lost');
  expect(
    await ballotsOf(0).where({ member_id: (await product.loginAs('member1')).id }),
  ).toHaveLength(1);
  await context.unroute('**/ballots?**');
  // Also after a refresh it is still on its way.
  await page.reload();
  await recorded(page);
  await look(member1, 'committee-receipt');
  expect(
    await ballotsOf(0).where({ member_id: (await product.loginAs('member1')).id }),
  ).toHaveLength(1);
});

it('without a connection the vote waits on the phone, and goes out when it is back', async () => {
  const { page, context } = member1;
  await page.goto(panelUrl('committee/mine'));
  await page.getByRole('heading', { name: names.second }).waitFor();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await ballot(page, 'reject').click();
  await page.getByText(label('ballot.lost-explained')).waitFor();
  const taken = page.waitForResponse((answer) => /\/ballots\b/.test(answer.url()) && answer.ok());
  await context.setOffline(false);
  await taken;
  await page.getByText(begins('mine.receipt')).first().waitFor();
  const { id } = await product.loginAs('member1');
  expect(await ballotsOf(1).where({ member_id: id }).pluck('choice')).toEqual(['reject']);
});

it('notes are for oneself, and save themselves', async () => {
  const { page } = secretary;
  await page.goto(itemUrl(0));
  await page.getByLabel(label('notes.label')).fill('أسأل عن عقد الإيجار');
  await page.getByText(label('notes.saved'), { exact: false }).first().waitFor();
  // Not out of this tab: from the server.
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.waitForFunction(
    (text) => Array.from(document.querySelectorAll('textarea')).some(({ value }) => value === text),
    'أسأل عن عقد الإيجار',
  );
  await deputy.page.goto(itemUrl(0));
  await deputy.page.getByLabel(label('notes.label')).waitFor();
  await deputy.page.waitForLoadState('networkidle');
  expect(await deputy.page.getByLabel(label('notes.label')).inputValue()).toBe('');
});

it('what the family had and what the others wrote stand beside the item, the latter after voting', async () => {
  const { page } = secretary;
  const tab = (one: Page, part: string) =>
    one.getByRole('tab', { name: label(`case.part.${part}`) }).click();
  await tab(page, 'family');
  await page.getByRole('heading', { name: label('dossier.limits') }).waitFor();
  await look(secretary, 'committee-dossier');
  await tab(page, 'discussion');
  await page.getByLabel(label('discussion.label')).fill('هل سألنا المالك عن مدة العقد؟');
  await button(page, 'discussion.send').click();
  await page.getByRole('listitem').filter({ hasText: 'هل سألنا المالك' }).waitFor();

  await chair.page.goto(itemUrl(0));
  await tab(chair.page, 'discussion');
  await chair.page.getByText(label('discussion.after-vote')).waitFor();
  expect(await chair.page.locator('body').innerText()).not.toContain('هل سألنا المالك');
  await member1.page.goto(`${itemUrl(0)}?part=discussion`);
  await member1.page.getByText('هل سألنا المالك').waitFor();
  await look(member1, 'committee-discussion');
});

it('a ballot is changed before the close, and nobody reads the others', async () => {
  const { page } = chair;
  await page.goto(itemUrl(0));
  await ballot(page, 'reject').click();
  await recorded(page);
  await button(page, 'ballot.change').click();
  await ballot(page, 'accept').click();
  await page
    .getByText(
      label('ballot.mine').split('{at}')[0]?.replace('{choice}', label('ballot.accept')) ?? '',
    )
    .waitFor();
  await look(chair, 'committee-changed');
  const text = await page.locator('body').innerText();
  expect(text).not.toContain(missing);
  expect(text).not.toContain(reservation);
});

it('two windows close at the same moment: one count, and both show it', async () => {
  const other = await chair.context.newPage();
  await other.goto(itemUrl(0));
  const close = (page: Page) => button(page, 'presiding.close');
  await close(other).waitFor();
  await close(chair.page).waitFor();
  await Promise.all([close(other).click(), close(chair.page).click()]);
  for (const page of [chair.page, other]) await page.getByTestId('tally').waitFor();
  expect(await other.getByTestId('tally').innerText()).toBe(
    await chair.page.getByTestId('tally').innerText(),
  );
  const events = await product.crm
    .db('crm_events')
    .where({ type: 'item.closed', request_id: first.id });
  expect(events).toHaveLength(1);
  await other.close();
  await look(chair, 'committee-closed');
});

it('everyone reads the same count in words, and finds the own receipt among those counted', async () => {
  const said = await chair.page.getByTestId('tally').innerText();
  expect(said).toContain('حضر 5 من 5، وافق 3، واعترض 0، وطلب التأجيل 1');
  for (const one of [deputy, secretary, member1]) {
    await one.page.goto(itemUrl(0));
    await one.page.getByTestId('tally').waitFor();
    expect(await one.page.getByTestId('tally').innerText()).toBe(said);
    await one.page.getByText(begins('ballot.counted')).waitFor();
    const code = await one.page.getByTestId('ballot-code').innerText();
    await one.page
      .locator('summary')
      .filter({ hasText: begins('tally.counted') })
      .click();
    expect(await one.page.getByRole('listitem').filter({ hasText: code }).count()).toBe(1);
    await look(one, 'committee-result');
  }
  // What is missing and the reservation are for all who decided.
  const text = await member1.page.locator('body').innerText();
  expect(text).toContain(missing);
  expect(text).toContain(reservation);
});

it('the chair writes the reason, sees the letter, decides; the page of the request shows it', async () => {
  const { page } = chair;
  await page.getByLabel(label('decision.decision-reason')).fill(reasonOfDecision);
  const letter = page.getByTestId('letter');
  for (const part of [names.first, reasonOfDecision, conditions])
    expect(await letter.innerText()).toContain(part);
  await look(chair, 'committee-letter');
  await button(page, 'decision.decision-submit').click();
  await page.getByText(label('decision.release'), { exact: true }).waitFor();
  await look(chair, 'committee-decided');

  const officer = await person(browser, 'officer', desk);
  await signIn(officer, product, 'officer@alkitab.example');
  await officer.page.goto(panelUrl(`requests/${first.id}?tab=committee`));
  await officer.page.getByText(reasonOfDecision).first().waitFor();
  await look(officer, 'committee-request');
  await officer.context.close();
});

it('who lost the seat keeps the ballot, unless the chair declares it void and says why', async () => {
  const { page } = chair;
  const whoSits = ['chair', 'deputy', 'secretary', 'member2'] as const;
  await scenario(product).seat(
    await Promise.all(
      whoSits.map(async (who) => ({
        seat: who === 'member2' ? ('member' as const) : who,
        member: (await product.loginAs(who)).id,
      })),
    ),
  );
  await page.goto(itemUrl(1));
  await page.getByText(label('members.removed')).waitFor();
  await button(page, 'void.button').click();
  await inDialog(page, 'void.confirm').click();
  await page.getByLabel(label('void.reason')).fill('انتهت عضويته في اليوم نفسه.');
  await look(chair, 'committee-void');
  await inDialog(page, 'void.confirm').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('انتهت عضويته في اليوم نفسه.').waitFor();
  await look(chair, 'committee-voided');
  // With votes missing, the close asks once more.
  await button(page, 'presiding.close').click();
  await look(chair, 'committee-not-all');
  await inDialog(page, 'presiding.close-anyway').click();
  await page.getByTestId('tally').waitFor();
});

it('back on the agenda the item that was looked at is in sight', async () => {
  const { page } = chair;
  await page.goto(panelUrl(`committee/${session.id}`));
  await page.getByRole('link', { name: new RegExp(names.second) }).click();
  await page.getByRole('heading', { name: names.second }).waitFor();
  await page.getByRole('link', { name: label('item.back'), exact: true }).click();
  await page.waitForFunction(
    (name) => document.activeElement?.textContent?.includes(name) ?? false,
    names.second,
  );
});
