/** From the allocation to the doorstep: at a desk, and on the phone of who delivers; in Arabic. */
import type { Browser } from 'playwright-core';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { button, inDialog, label } from '../support/panel';
import { bodies, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let product: TestCrm;
let browser: Browser;
let officer: Person;
let director: Person;
let one: Case;

beforeAll(async () => {
  product = await bootCrm();
  product.setNow(new Date());
  const s = scenario(product);
  one = await s.checked(services.direct);
  await one.do('relations_officer', 'accept_directly', bodies.accept_directly);
  await product.drain();
  browser = await openBrowser();
  officer = await person(browser, 'delivery', phone);
  await signIn(officer, product, 'delivery@alkitab.example');
  director = await person(browser, 'director', desk);
  await signIn(director, product, 'director@alkitab.example');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const panelUrl = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/${route}`;
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Riyadh' }).format(new Date());

it('the director sets what the service may give', async () => {
  const { page } = director;
  await page.goto(panelUrl('deliveries/limits'));
  await button(page, 'limit.new').first().click();
  await choose(page, label('limit.service'), 'الحقيبة المدرسية والكسوة الشتوية');
  await page.getByLabel(label('limit.budget-riyals')).fill('٥٠٠٠');
  await page.getByLabel(label('form.reason')).fill('قرار مجلس الإدارة رقم 12');
  await look(director, 'limit-dialog');
  await inDialog(page, 'limit.save').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await look(director, 'limits');
});

it('the delivery officer proposes an allocation on a phone, and what is typed survives a refresh', async () => {
  const { page } = officer;
  await page.goto(panelUrl(`requests/${one.id}?tab=service`));
  await button(page, 'action.allocate').click();
  await page.getByLabel(label('form.what')).fill('قسيمة مشتريات مدرسية');
  await page.goto(panelUrl(`requests/${one.id}?tab=service`));
  await button(page, 'action.allocate').click();
  expect(await page.getByLabel(label('form.what')).inputValue()).toBe('قسيمة مشتريات مدرسية');
  await page.getByLabel(label('delivery.amount.money')).fill('300.50');
  await choose(page, label('form.rhythm'), label('rhythm.monthly'));
  await page.getByLabel(label('delivery.times')).fill('3');
  await page.getByLabel(label('form.startsOn')).fill(today());
  await choose(page, label('form.pay'), label('pay.by_hand'));
  await look(officer, 'allocate-dialog');
  await inDialog(page, 'action.allocate').click();
  await page.getByText(label('delivery.another-approves')).waitFor();
  await look(officer, 'allocation-proposed');
});

it('the director finds it among what waits, and approves it', async () => {
  const { page } = director;
  await page.goto(panelUrl('deliveries'));
  await look(director, 'deliveries-proposed');
  await page.goto(panelUrl(`requests/${one.id}?tab=service`));
  await button(page, 'action.approve_allocation').waitFor();
  await look(director, 'allocation-to-approve');
  await button(page, 'action.approve_allocation').click();
  await page.getByText(label('allocation_state.approved'), { exact: true }).waitFor();
  await one.do('delivery_officer', 'start_delivery', bodies.start_delivery);
});

it('what is due is handed over at the door and signed; a lost connection records it once', async () => {
  const { page, context } = officer;
  await page.goto(panelUrl('deliveries'));
  await button(page, 'action.record_delivery').first().waitFor();
  await look(officer, 'deliveries-today');
  await button(page, 'action.record_delivery').first().click();
  await page.getByLabel(label('delivery.given.money')).fill('200');
  await choose(page, label('form.acknowledgement'), label('acknowledgement.signature'));
  const pad = page.getByTestId('signature-pad');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is nothing to sign on');
  await page.mouse.move(box.x + 30, box.y + 40);
  await page.mouse.down();
  for (let step = 1; step < 12; step += 1)
    await page.mouse.move(box.x + 30 + step * 15, box.y + 40 + (step % 3) * 20);
  await page.mouse.up();
  await look(officer, 'deliver-dialog');
  // The first answer gets lost on its way back.
  let lost = false;
  await context.route('**/deliveries?**', async (route) => {
    if (route.request().method() !== 'POST' || lost) return route.continue();
    lost = true;
    await route.fetch();
    return route.abort();
  });
  await inDialog(page, 'action.record_delivery').click();
  await page.getByText(label('delivery.kept-here')).waitFor();
  await inDialog(page, 'action.record_delivery').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(lost).toBe(true);
  const rows = await product.crm.db('crm_deliveries').where({ request_id: one.id });
  expect(rows).toHaveLength(1);
  await page.goto(panelUrl(`requests/${one.id}?tab=service`));
  await button(page, 'delivery.return').waitFor();
  await look(officer, 'allocation-delivering');
});

it('what came back is an entry of its own', async () => {
  const { page } = officer;
  await button(page, 'delivery.return').click();
  await page.getByLabel(label('delivery.back.money')).fill('50');
  await page.getByLabel(label('form.returnedOn')).fill(today());
  await page.getByLabel(label('form.reason')).fill('أعاد المستفيد ما زاد على حاجته');
  await look(officer, 'return-dialog');
  await inDialog(page, 'action.return_delivery').click();
  await page.getByText('أعاد المستفيد ما زاد على حاجته').first().waitFor();
  await look(officer, 'allocation-returned');
});
