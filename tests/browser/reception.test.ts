/** The reception desk as officers use it: at a desk, by keyboard alone, and on a delegate's phone; in Arabic. */
import type { Browser, Page } from 'playwright-core';
import panelWords from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import { visitReasons as reasons } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import words from '../../src/plugins/beneficiary-crm/contracts/words/ar.json';
import { desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { expectStatus } from '../support/scenario';

const t = { ...words, ...panelWords } as Record<string, string> & typeof panelWords & typeof words;
const longName = 'عبدالرحمن بن عبدالمحسن بن عبدالعزيز بن ناصر آل إبراهيم الحارثي القرشي';

let product: TestCrm;
let browser: Browser;
let officer: Person;

beforeAll(async () => {
  product = await bootCrm();
  product.setNow(new Date());
  browser = await openBrowser();
  officer = await person(browser, 'officer', desk);
  await signIn(officer, product, 'officer@alkitab.example');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const panelUrl = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/${route}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const group = (page: Page, key: 'arrived' | 'being_served' | 'ended') =>
  page.getByRole('list', { name: t[`reception.group.${key}`] ?? '' });
/** The one who is told: it says so, and it is over. */
const told = (page: Page, message: string) => page.getByText(message).first().waitFor();

describe('at the desk', () => {
  it('an empty day says how it fills', async () => {
    const { page } = officer;
    await page.goto(panelUrl('reception'));
    await page.getByText(t['reception.empty.arrived']).waitFor();
    await look(officer, 'reception-empty');
  });

  it('who asked to be contacted after an evaluation is contacted once, and what was said is kept', async () => {
    const { page } = officer;
    const message = 'أود الحديث مع أحد عن الخدمة التي قيّمتها';
    const wish = { name: longName, phone: '0557654321', message };
    expectStatus(await product.visitor.post('/evaluations/contact', wish, idempotent()), 201);
    await page.goto(panelUrl('reception'));
    await page.getByText(message).waitFor();
    await look(officer, 'reception-wishes');
    await page.setViewportSize(phone);
    await look(officer, 'reception-wishes-phone');
    await page.setViewportSize(desk);

    await button(page, t['wishes.contacted']).click();
    await button(page, t['note.keep']).click();
    await page.getByText(t['note.needed']).waitFor();
    await page.getByLabel(t['note.summary']).fill('تحدثنا عن الخدمة ووعدناها بالمتابعة');
    await look(officer, 'reception-wishes-contacted');
    await button(page, t['note.keep']).click();
    await told(page, t['note.kept']);
    await page.getByText(message).waitFor({ state: 'detached' });
  });

  it('a stranger is written down by keyboard alone, in three fields', async () => {
    const { page } = officer;
    await page.getByLabel(t['visitor.name']).focus();
    // Nothing but the name is needed, and it is asked for in words.
    await page.keyboard.press('Enter');
    await page.getByText(t['visitor.name-needed']).waitFor();
    await page.keyboard.type('أم خالد الزهراني');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0551234567');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const papers = page.getByRole('option', { name: words['visit_reason.papers'] });
    await papers.waitFor();
    // The list opens on what is chosen; from there the arrows lead to the papers.
    const down = reasons.slice(reasons.indexOf('inquiry') + 1, reasons.indexOf('papers') + 1);
    for (const reason of down) {
      await page.keyboard.press('ArrowDown');
      const reached = page.locator('[role=option]:focus');
      await reached.filter({ hasText: t[`visit_reason.${reason}`] }).waitFor();
    }
    await page.keyboard.press('Enter');
    await papers.waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await group(page, 'arrived').getByText('أم خالد الزهراني').waitFor();
    expect(await group(page, 'arrived').innerText()).toContain(words['visit_reason.papers']);
    // The next one can be typed at once, and Enter is enough.
    await page.keyboard.type(longName);
    await page.keyboard.press('Enter');
    await group(page, 'arrived').getByText(longName).waitFor();
    await look(officer, 'reception-waiting');
  });

  it('who has a file is found in the one box and comes in by Enter', async () => {
    const { page } = officer;
    const name = 'غالية بنت مشبب الشمراني';
    await product.crm.transaction(async (unit) => {
      await openFile(unit, { name, contacts: [] }, { path: 'desk', staffId: null });
    });
    await page.getByLabel(t['find.box']).first().fill('غاليه الشمراني');
    await page.getByRole('option').filter({ hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await look(officer, 'reception-found');
    await button(page, t['visitor.arrive']).first().click();
    await page.getByRole('link', { name: 'B-' }).waitFor();
    await group(page, 'arrived').getByText(name).waitFor();
  });

  it('what is typed survives a refresh, and a second press writes nobody down twice', async () => {
    const { page } = officer;
    await page.getByLabel(t['visitor.name']).fill('سعد');
    await page.goto(panelUrl('reception'));
    const name = page.getByLabel(t['visitor.name']);
    await name.waitFor();
    expect(await name.inputValue()).toBe('سعد');
    await button(page, t['visitor.arrive']).dblclick();
    await group(page, 'arrived').getByText('سعد', { exact: true }).waitFor();
    const rows = await product.crm.db('crm_visits').where({ name: 'سعد' });
    expect(rows).toHaveLength(1);
  });

  it('a colleague’s visitor appears by itself, and nothing that is typed is lost', async () => {
    const { page } = officer;
    await page.getByLabel(t['visitor.name']).fill('نصف اسم');
    const colleague = await product.loginAs('officer2');
    expectStatus(
      await colleague.post('/visits', { name: 'ضيف الزميل', reason: 'other' }, idempotent()),
      201,
    );
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await group(page, 'arrived').getByText('ضيف الزميل').waitFor();
    expect(await page.getByLabel(t['visitor.name']).inputValue()).toBe('نصف اسم');
    await page.getByLabel(t['visitor.name']).fill('');
  });

  it('a visit is started, answered from the common questions, and noted', async () => {
    const { page } = officer;
    await group(page, 'arrived').getByText('أم خالد الزهراني').click();
    await button(page, t['visit.start']).click();
    await group(page, 'being_served').getByText('أم خالد الزهراني').waitFor();
    await button(page, t['visit.answer']).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t['answer.question']).fill('كم مدة الرد');
    await page.keyboard.press('Enter');
    await dialog.getByRole('list', { name: t['faq.found'] }).waitFor();
    await look(officer, 'reception-answer');
    await dialog.getByRole('button', { name: t['answer.this-one'] }).first().click();
    await told(page, t['answer.kept']);
    await page.getByText('كم مدة الرد').first().waitFor();
  });

  it('what nobody has answered goes to the editors without the person, and to the researcher with', async () => {
    const { page } = officer;
    await button(page, t['visit.answer']).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t['answer.question']).fill('زقزقة');
    await page.keyboard.press('Enter');
    await dialog.getByText(t['answer.none']).waitFor();
    await dialog.getByRole('button', { name: t['answer.to-editors'] }).click();
    const question = dialog.getByLabel(t['ask-form.question']);
    await question.fill('تسأل الزهراني: هل تقبلون أثاثًا مستعملًا؟');
    await dialog.getByText(t['ask-form.personal']).waitFor();
    await look(officer, 'reception-to-editors');
    await question.fill('هل تقبلون أثاثًا مستعملًا؟');
    expect(await dialog.getByText(t['ask-form.personal']).count()).toBe(0);
    await dialog.getByRole('button', { name: t['ask-form.send'] }).click();
    await told(page, t['ask-form.done.editors']);

    await button(page, t['visit.ask-researcher']).click();
    await dialog.getByLabel(t['ask-form.question']).fill('هل يلزم صك الحضانة؟');
    await dialog.getByRole('button', { name: t['ask-form.send'] }).click();
    await told(page, t['ask-form.done.researcher']);
    await page.getByRole('heading', { name: t['visit.passed-on'] }).waitFor();
  });

  it('the researcher and the editor answer on a page of their own', async () => {
    const researcher = await person(browser, 'researcher', desk);
    await signIn(researcher, product, 'researcher@alkitab.example');
    await researcher.page.goto(panelUrl('reception/questions'));
    await researcher.page.getByText('هل يلزم صك الحضانة؟').waitFor();
    await researcher.page.getByText('أم خالد الزهراني').waitFor();
    await look(researcher, 'reception-questions');
    await researcher.page.getByLabel(t['answer-form.answer']).fill('يلزم إن كانت الحضانة بحكم.');
    await button(researcher.page, t['answer-form.send']).click();
    await researcher.page.getByText(t['questions.empty.open']).waitFor();

    const editor = await person(browser, 'editor', phone);
    await signIn(editor, product, 'editor@alkitab.example');
    await editor.page.goto(panelUrl('reception/questions'));
    await editor.page.getByText('هل تقبلون أثاثًا مستعملًا؟').first().waitFor();
    expect(await editor.page.getByRole('main').innerText()).not.toContain('الزهراني');
    await button(editor.page, t['answer-form.published']).click();
    await editor.page.getByLabel(t['answer-form.look-for']).fill('كم مدة الرد');
    await button(editor.page, t['answer.look']).click();
    await editor.page.getByRole('list', { name: t['faq.found'] }).waitFor();
    await look(editor, 'reception-editor');
    await editor.page.getByRole('button', { name: t['answer-form.this-one'] }).first().click();
    await editor.page.getByText(t['questions.empty.open']).waitFor();
  });

  it('the answers come back to the desk, are told, and the visit ends', async () => {
    const { page } = officer;
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    const answer = page.getByRole('article').filter({ hasText: 'هل يلزم صك الحضانة؟' }).first();
    await answer.getByText('يلزم إن كانت الحضانة بحكم.').waitFor();
    await look(officer, 'reception-answers');
    await answer.getByRole('button', { name: t['question.tell'] }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t['told.confirm'] }).click();
    await told(page, t['told.done']);

    await button(page, t['visit.end']).click();
    await dialog.getByLabel(t['note.summary']).fill('شكرت، وستعود بالصك');
    await dialog.getByRole('button', { name: t['visit.end'] }).click();
    await told(page, t['end.done']);
    await group(page, 'ended').getByText('أم خالد الزهراني').waitFor();
    await page.getByText('شكرت، وستعود بالصك').waitFor();
    await look(officer, 'reception-ended');
  });

  it('a visitor without a file gets one, and the visit goes to it', async () => {
    const { page } = officer;
    await page.getByLabel(t['visitor.name']).fill('مسفر بن سعيد الثبيتي');
    await page.getByLabel(t['visitor.phone']).first().fill('٠٥٥٩٨٧٦٥٤٣');
    await page.keyboard.press('Enter');
    await group(page, 'arrived').getByText('مسفر بن سعيد الثبيتي').click();
    await page.getByRole('link', { name: t['visit.new-request'] }).click();
    // What was said on arrival is not asked again.
    const name = page.getByRole('textbox', { name: t['receive.name'] });
    await name.waitFor();
    await page.waitForFunction(
      (said) => Array.from(document.querySelectorAll('input')).some(({ value }) => value === said),
      'مسفر بن سعيد الثبيتي',
    );
    expect(await name.inputValue()).toBe('مسفر بن سعيد الثبيتي');
    await look(officer, 'reception-new-request');
    await page.goBack();
    await page.getByRole('link', { name: t['visit.open-file'] }).click();
    await page.getByRole('button', { name: t['person.open-file'] }).waitFor();
    await look(officer, 'reception-new-file');
    await button(page, t['person.open-file']).click();
    await page.getByRole('heading', { level: 1, name: 'مسفر بن سعيد الثبيتي' }).waitFor();
    await told(page, t['person.visit-linked']);
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const visit = await product.crm
      .db('crm_visits')
      .where({ name: 'مسفر بن سعيد الثبيتي' })
      .first<{ beneficiary_id: string }>('beneficiary_id');
    expect(visit.beneficiary_id).toBe(id);
    await page.goto(panelUrl('reception'));
  });

  it('a call is kept without a visit', async () => {
    const { page } = officer;
    await button(page, t['contact.new']).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t['note.summary']).fill('اتصل يسأل عن موعد التسجيل');
    await look(officer, 'reception-call');
    await dialog.getByRole('button', { name: t['note.keep'] }).click();
    await told(page, t['note.kept']);
    expect(
      await product.crm.db('crm_interactions').where({ channel: 'phone', direction: 'incoming' }),
    ).toHaveLength(1);
  });

  it('a call of somebody with a file goes to the file', async () => {
    const { page } = officer;
    await button(page, t['contact.new']).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: t['contact.find'] }).fill('غاليه الشمراني');
    await dialog.getByRole('option').filter({ hasText: 'غالية' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText(t['contact.of-person']).waitFor();
    expect(await dialog.getByLabel(t['visitor.phone']).count()).toBe(0);
    await dialog.getByLabel(t['note.summary']).fill('تسأل عن موعد تسليم السلة');
    await look(officer, 'reception-call-known');
    await dialog.getByRole('button', { name: t['note.keep'] }).click();
    // Not by what is said: the same was said of the call before, and may still stand there.
    await dialog.waitFor({ state: 'hidden' });
    const kept = await product.crm
      .db('crm_interactions as i')
      .join('crm_beneficiaries as b', 'b.id', 'i.beneficiary_id')
      .where({ channel: 'phone' })
      .select('b.name');
    expect(kept).toEqual([{ name: 'غالية بنت مشبب الشمراني' }]);
  });

  it('a lost connection is said, and what was shown and typed stays', async () => {
    const { page, context } = officer;
    await page.getByLabel(t['visitor.name']).fill('وقت الانقطاع');
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: t['common.unreachable'] }).first().waitFor();
    await group(page, 'ended').getByText('أم خالد الزهراني').waitFor();
    await context.setOffline(false);
    await button(page, t['visitor.arrive']).click();
    await group(page, 'arrived').getByText('وقت الانقطاع').waitFor();
    const rows = await product.crm.db('crm_visits').where({ name: 'وقت الانقطاع' });
    expect(rows).toHaveLength(1);
  });

  it('stands in the menu and on the home page', async () => {
    const { page } = officer;
    await page.goto(`${product.url}/admin/`);
    await page.getByRole('heading', { name: t['home.visitors'] }).waitFor();
    await page.getByText(t['home.visitors-waiting']).waitFor();
    await page.getByRole('link', { name: t['menu.reception'], exact: true }).first().waitFor();
    expect(await page.getByRole('link', { name: t['menu.questions'] }).count()).toBe(0);
  });
});

describe('on a delegate’s phone', () => {
  it('the same is done, of the own branch, a visit on a page of its own', async () => {
    const delegate = await person(browser, 'delegate', phone);
    const { page } = delegate;
    await signIn(delegate, product, 'delegate2@alkitab.example');
    await page.goto(panelUrl('reception'));
    await page.getByText(t['reception.empty.arrived']).waitFor();
    await page.getByLabel(t['visitor.name']).fill(longName);
    await page.keyboard.press('Enter');
    await group(page, 'arrived').getByText(longName).waitFor();
    await look(delegate, 'reception-phone');
    await group(page, 'arrived').getByText(longName).click();
    await button(page, t['visit.start']).click();
    await button(page, t['visit.end']).waitFor();
    await look(delegate, 'reception-phone-visit');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    await page.getByRole('link', { name: t['reception.back'] }).click();
    await group(page, 'being_served').getByText(longName).waitFor();
  });
});
