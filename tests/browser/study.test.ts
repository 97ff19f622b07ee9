import type { Browser, Page } from 'playwright-core';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { button, label } from '../support/panel';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

/** Social research (S3): a study in writing, a visit reported without a network, and what the committee reads. */

let product: TestCrm;
let browser: Browser;
let s: ReturnType<typeof scenario>;
let researcher: SignedIn;

const emailOf = (name: string): string =>
  staff.find(
    ({ role, seat, email }) => role === name || seat === name || email.startsWith(`${name}@`),
  )?.email ?? name;

beforeAll(async () => {
  product = await bootCrm();
  product.setNow(new Date());
  browser = await openBrowser();
  s = scenario(product);
  researcher = await product.loginAs('researcher');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

async function at(name: string, viewport: { width: number; height: number }): Promise<Person> {
  const one = await person(browser, name, viewport);
  await signIn(one, product, emailOf(name));
  return one;
}
async function inResearch(): Promise<Case> {
  const one = await s.checking(services.everything);
  await one.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
  return one;
}
const study = (one: Case) =>
  `${product.url}/admin/plugins/beneficiary-crm/requests/${one.id}?tab=study`;

/** Waits until the draft is on the server. */
const saved = (page: Page) => page.getByText(label('study.draft-saved')).waitFor();

test('a study says where something is missing, and nothing is sent', async () => {
  const one = await inResearch();
  const me = await at('researcher', desk);
  await me.page.goto(study(one));
  await me.page.getByText(label('study.draft-hint')).waitFor();
  await look(me, 'study-1-empty');
  // Nothing is sent while something is missing, and the first of it has the focus.
  await button(me.page, 'study.finish').click();
  await me.page.getByRole('alert').first().waitFor();
  await look(me, 'study-2-missing');
  expect((await one.read()).study).toBeNull();
  await me.context.close();
}, 120_000);

test('two who write the same study lose nothing: the later one chooses', async () => {
  const one = await inResearch();
  const me = await at('researcher', desk);
  await me.page.goto(study(one));
  await me.page.getByLabel(label('study.summary')).fill('ما كتبته أنا');
  await saved(me.page);
  const { studyDraft } = await import('../../src/plugins/beneficiary-crm/contracts/study');
  expectStatus(
    await researcher.post(`/requests/${one.id}/study/draft`, {
      revision: 1,
      content: studyDraft.parse({ summary: 'ما كتبته زميلتي' }),
    }),
    200,
  );
  await me.page.getByLabel(label('study.grounds')).fill('وأسبابي');
  await button(me.page, 'study.see-newest').click();
  await button(me.page, 'study.keep-mine').waitFor();
  await look(me, 'study-7-conflict');
  await button(me.page, 'study.keep-mine').click();
  await saved(me.page);
  expect(await me.page.getByLabel(label('study.summary')).inputValue()).toBe('ما كتبته أنا');
  await me.context.close();
}, 120_000);

test('a visit is reported in a house without a network, and arrives once', async () => {
  const one = await inResearch();
  const now = product.crm.now();
  const { id: visit } = expectStatus(
    await researcher.post<{ id: string }>(
      '/appointments',
      {
        kind: 'home_visit',
        request: one.id,
        staff: researcher.id,
        startsAt: new Date(now.getTime() + 60_000).toISOString(),
        minutes: 30,
        place: 'قيا، حي الجامع، خلف مدرسة البنات',
        outsideHours: true,
        outsideReason: 'لا تكون الأسرة في البيت إلا الآن',
      },
      idempotent(),
    ),
    201,
  );
  // The visit begins while the panel's own clock runs: it is as if it had been booked an hour earlier.
  await product.crm
    .db('crm_appointments')
    .where({ id: visit })
    .update({ starts_at: new Date(now.getTime() - 3_600_000) });
  const me = await at('researcher', phone);
  const { page, context } = me;
  await page.goto(study(one));
  await button(page, 'visit-report.write').click();
  await context.setOffline(true);
  await page.getByText(label('visit-report.offline')).waitFor();
  await page.getByLabel(label('visit-report.met')).fill('الأم وابنها الأكبر');
  await page
    .getByLabel(label('visit-report.seen'))
    .fill('الأطفال في المدرسة، والمطبخ خالٍ من الأجهزة إلا موقدًا صغيرًا.');
  await page
    .getByLabel(label('visit-report.housing'))
    .fill('بيت شعبي من ثلاث غرف، سقف إحداها يسرّب الماء.');
  await button(page, 'visit-report.send').click();
  await page.getByText(label('visit-report.waiting')).waitFor();
  await look(me, 'study-8-visit-offline');
  await context.setOffline(false);
  await page.getByText(label('visit-report.done')).first().waitFor();
  await page.getByText('الأم وابنها الأكبر').first().waitFor();
  await look(me, 'study-9-visit');
  const ended = await product.crm
    .db('crm_events')
    .where({ type: 'appointment.ended', subject_id: visit });
  expect(ended).toHaveLength(1);
  await context.close();
}, 120_000);

test('a photo is refused by name until the person has agreed, and shows what became of it', async () => {
  const one = await inResearch();
  const officer = await product.loginAs('relations_officer');
  const file = await product.crm.transaction((unit) =>
    openFile(
      unit,
      { name: 'أحمد بن عبدالله الحارثي', contacts: [] },
      { path: 'desk', staffId: officer.id },
    ),
  );
  await product.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: file.id });
  const me = await at('researcher', desk);
  const { page } = me;
  await page.goto(study(one));
  await page.getByText(/لا توجد موافقة سارية/).waitFor();
  expect(await button(page, 'study.add-paper').count()).toBe(0);

  const { notice } = expectStatus(
    await officer.get<{ notice: { version: string } }>('/registry/choices'),
    200,
  );
  expectStatus(
    await officer.post(`/beneficiaries/${file.id}/consents`, {
      expectedVersion: 1,
      purpose: 'photography',
      noticeVersion: notice.version,
      how: 'paper',
    }),
    200,
  );
  await page.reload();
  await button(page, 'study.add-paper').click();
  await page.getByLabel(label('study.paper-file')).setInputFiles({
    name: 'سقف.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await page.getByText(label('upload.arrived')).waitFor();
  await page.getByLabel(label('study.paper-caption')).fill('سقف الغرفة الشرقية');
  await look(me, 'study-10-paper');
  await button(page, 'study.keep-paper').click();
  await page.getByText('سقف الغرفة الشرقية').first().waitFor();
  await look(me, 'study-11-papers');
  await me.context.close();
}, 120_000);

test('the committee reads the study whole, on a phone too', async () => {
  const one = await inResearch();
  await one.do('researcher', 'write_study', bodies.write_study);
  await one.do('researcher', 'answer_research', bodies.answer_research);
  await one.checkEverything();
  await one.do('relations_officer', 'refer_to_committee');
  const item = await s.onAgenda(one);
  for (const [name, viewport] of [
    ['chair', desk],
    ['member1', phone],
  ] as const) {
    const member = await at(name, viewport);
    await member.page.goto(
      `${product.url}/admin/plugins/beneficiary-crm/committee/${item.session}/items/${item.id}`,
    );
    await member.page.getByRole('heading', { name: label('request.study'), exact: true }).waitFor();
    await look(member, 'study-12-committee');
    await member.context.close();
  }
}, 120_000);
