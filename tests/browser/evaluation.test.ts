/** Whoever was served says what they think: by taps, without an account, in under a minute; at home, at the desk, by phone. */
import type { Browser } from 'playwright-core';
import panelWords from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import type { VisitDetail } from '../../src/plugins/beneficiary-crm/contracts/reception';
import { survey } from '../../src/plugins/beneficiary-crm/server/src/demo/content/survey';
import { paperToken } from '../../src/plugins/beneficiary-crm/server/src/requests/evaluation-paper';
import { openPool } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/pool';
import { ar } from '../../src/website/src/texts/ar';
import { en } from '../../src/website/src/texts/en';
import type { Texts } from '../../src/website/src/texts/i18n';
import { desk, look, openBrowser, person, phone, serveSite, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { idempotent } from '../support/http';
import { bodies, expectStatus, scenario } from '../support/scenario';
import { site } from '../support/site';

const label = (key: keyof typeof panelWords): string => panelWords[key];
const best = survey.scale[0];
const worst = survey.scale[4];

let product: TestCrm;
let browser: Browser;
let visitor: Person;
const opened: Person[] = [];

async function at(name: string, size: { width: number; height: number }): Promise<Person> {
  const one = await person(browser, name, size);
  opened.push(one);
  return one;
}
beforeAll(async () => {
  product = await bootCrm();
  // The browser has the clock of the day, so the product begins there too.
  product.setNow(new Date());
  serveSite(product);
  browser = await openBrowser();
  visitor = await at('visitor', phone);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** The link to the evaluation of a request that has just ended. */
async function ended(): Promise<string> {
  const one = await scenario(product).submitted('inquiry');
  await one.do('relations_officer', 'start');
  await one.do('relations_officer', 'answer', bodies.answer);
  await product.drain();
  return `/evaluate?lang=ar#t=${paperToken(product.crm.vault, one.id)}`;
}
const pooled = () => product.crm.transaction(({ trx }) => openPool(trx, product.crm.vault));
const open = ({ page }: Person, link: string) => page.goto(`${product.url}${link}`);
const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });
const heading = ({ page }: Person) => page.getByRole('heading', { level: 1 });
async function asked(one: Person, question: string): Promise<void> {
  await one.page.getByRole('heading', { level: 1, name: question }).waitFor();
}
const textOf = (key: string, language: 'ar' | 'en' = 'ar'): string =>
  survey.questions.find((question) => question.key === key)?.text[language] ?? '';

/** Answers every question by the first of its taps, until the last page offers to send. */
async function tapThrough(one: Person, words: Texts): Promise<void> {
  const send = button(one, String(words['evaluate.send']));
  for (let question = 0; question < 20 && !(await send.isVisible()); question += 1) {
    const before = await heading(one).innerText();
    await one.page.locator('.tap').first().click();
    await one.page.waitForFunction(
      (was) => document.querySelector('h1')?.innerText !== was,
      before,
    );
  }
}
const wide = ({ page }: Person) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe.each([
  ['ar', 320, ar],
  ['en', 320, en],
  ['ar', 768, ar],
  ['en', 768, en],
  ['ar', 1280, ar],
  ['en', 1280, en],
] as const)('in %s, %i wide', (language, width, words) => {
  it('is answered by taps, question after question', async () => {
    const one = await at(`evaluation-${language}-${width}`, { width, height: 760 });
    const strangers: string[] = [];
    one.page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(product.url) && !address.startsWith('data:')) strangers.push(address);
    });
    await open(one, (await ended()).replace('lang=ar', `lang=${language}`));
    await button(one, String(words['evaluate.start'])).waitFor();
    expect(await one.page.locator('main').innerText()).toContain(words['evaluate.safe']);
    expect(one.page.url()).not.toContain('#');
    await look(one, 'evaluation-1-start', 'html', language);
    await button(one, String(words['evaluate.start'])).click();
    await asked(one, textOf('overall', language));
    // A face and its word, large enough for any thumb.
    const face = await button(one, best?.label[language] ?? '').boundingBox();
    expect(Math.min(face?.height ?? 0, face?.width ?? 0)).toBeGreaterThanOrEqual(48);
    await look(one, 'evaluation-2-faces', 'html', language);
    expect(await wide(one)).toBe(false);
    await tapThrough(one, words);
    // The pages after it are built of the same parts: they are looked at where there is least room.
    if (width === 320) await look(one, 'evaluation-3-words', 'html', language);
    await button(one, String(words['evaluate.send'])).click();
    await asked(one, String(words['evaluate.thanks']));
    if (width === 320) await look(one, 'evaluation-4-thanks', 'html', language);
    expect(await wide(one)).toBe(false);
    expect(strangers).toEqual([]);
    await one.context.close();
  });
});

it('asks on only where an answer calls for it, goes back, and keeps what was tapped when the page is read anew', async () => {
  await open(visitor, await ended());
  await button(visitor, site('evaluate.start')).click();
  await asked(visitor, textOf('overall'));
  // What has to be answered cannot be skipped.
  expect(await button(visitor, site('form.skip')).count()).toBe(0);
  await button(visitor, worst?.label.ar ?? '').click();
  await asked(visitor, textOf('shortfall'));
  await look(visitor, 'evaluation-5-choice');
  await visitor.page.reload();
  await asked(visitor, textOf('shortfall'));
  await button(visitor, site('form.back')).click();
  const pressed = button(visitor, worst?.label.ar ?? '');
  expect(await pressed.getAttribute('aria-pressed')).toBe('true');
  await button(visitor, best?.label.ar ?? '').click();
  await asked(visitor, textOf('access'));
  await button(visitor, site('form.skip')).click();
  await asked(visitor, textOf('speed'));
  await button(visitor, survey.notApplicable.ar).click();
  await asked(visitor, textOf('clarity'));
});

it('may be sent as soon as it says enough: one tap, and what was not asked is as if it had been skipped', async () => {
  const before = (await pooled()).length;
  await open(visitor, await ended());
  await button(visitor, site('evaluate.start')).click();
  await asked(visitor, textOf('overall'));
  expect(await button(visitor, site('evaluate.enough')).count()).toBe(0);
  await button(visitor, best?.label.ar ?? '').click();
  await asked(visitor, textOf('access'));
  await look(visitor, 'evaluation-5-enough');
  await button(visitor, site('evaluate.enough')).dblclick();
  await asked(visitor, site('evaluate.thanks'));
  const pool = await pooled();
  expect(pool).toHaveLength(before + 1);
  const given = pool.map(({ answers }) =>
    Object.keys(answers).filter((key) => answers[key] !== null),
  );
  expect(given.filter((keys) => keys.join() === 'overall')).toHaveLength(1);
});

it('by the keys alone, with the eye led from question to question', async () => {
  await open(visitor, await ended());
  await button(visitor, site('evaluate.start')).focus();
  await visitor.page.keyboard.press('Enter');
  for (const key of ['overall', 'access', 'speed']) {
    await asked(visitor, textOf(key));
    await visitor.page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
  }
  await asked(visitor, textOf('clarity'));
});

it('is sent again when the connection was lost, counts once, and says so to who opens the link again', async () => {
  const link = await ended();
  const before = (await pooled()).length;
  await open(visitor, link);
  await button(visitor, site('evaluate.start')).click();
  await asked(visitor, textOf('overall'));
  await tapThrough(visitor, ar);
  await visitor.page.route('**/api/crm/evaluations?*', (route) => route.abort());
  await button(visitor, site('evaluate.send')).click();
  await visitor.page.getByRole('alert').waitFor();
  await look(visitor, 'evaluation-6-lost');
  await visitor.page.unroute('**/api/crm/evaluations?*');
  await button(visitor, site('fail.retry')).dblclick();
  await asked(visitor, site('evaluate.thanks'));
  expect(await pooled()).toHaveLength(before + 1);
  await open(visitor, '/');
  await open(visitor, link);
  await asked(visitor, site('evaluate.used'));
  await look(visitor, 'evaluation-7-used');
});

it('who wants to be contacted says so in a letter of its own', async () => {
  await open(visitor, await ended());
  await button(visitor, site('evaluate.start')).click();
  await asked(visitor, textOf('overall'));
  await tapThrough(visitor, ar);
  await button(visitor, site('evaluate.send')).click();
  await button(visitor, site('contactMe.open')).click();
  await button(visitor, site('contactMe.send')).click();
  await visitor.page.getByText(site('check.phone')).waitFor();
  await visitor.page.getByLabel(site('contactMe.phone')).fill('٠٥٥١٢٣٤٥٦٧');
  await visitor.page.getByLabel(site('contactMe.message')).fill('أريد أن أشرح ما حدث.');
  await look(visitor, 'evaluation-8-contact');
  await button(visitor, site('contactMe.send')).click();
  await visitor.page.getByText(site('contactMe.sent')).waitFor();
});

async function panel(who: Who, size: { width: number; height: number }): Promise<Person> {
  const one = await at(who, size);
  await signIn(one, product, (await product.loginAs(who)).email);
  return one;
}
const panelUrl = (path: string) => `${product.url}/admin/plugins/beneficiary-crm/${path}`;

it('at the desk, for one visitor after the other: left for a minute, nothing of it stays', async () => {
  const officer = await panel('relations_officer', desk);
  const client = await product.loginAs('relations_officer');
  const visit = expectStatus(
    await client.post<VisitDetail>(
      '/visits',
      { name: 'سعد الزهراني', reason: 'other' },
      idempotent(),
    ),
    201,
  );
  const { version } = visit;
  expectStatus(await client.post(`/visits/${visit.id}/start`, { expectedVersion: version }), 200);
  await officer.page.goto(panelUrl(`reception/visits/${visit.id}`));
  await button(officer, label('visit.evaluate')).click();
  await officer.page.getByRole('img', { name: label('visit.evaluate-code') }).waitFor();
  await look(officer, 'evaluation-9-desk', '[role=dialog]');
  const link = await officer.page
    .getByRole('link', { name: label('visit.evaluate-here') })
    .getAttribute('href');
  const { pathname, search, hash } = new URL(link ?? '');
  const kiosk = await at('kiosk', { width: 1024, height: 768 });
  await kiosk.page.clock.install();
  await open(kiosk, pathname + search + hash);
  await button(kiosk, site('evaluate.start')).click();
  await asked(kiosk, textOf('overall'));
  await button(kiosk, best?.label.ar ?? '').click();
  await asked(kiosk, textOf('access'));
  await kiosk.page.clock.fastForward(46_000);
  await kiosk.page.getByText(site('evaluate.leaving')).waitFor();
  await kiosk.page.clock.fastForward(15_000);
  await button(kiosk, site('evaluate.start')).click();
  await asked(kiosk, textOf('overall'));
  expect(await kiosk.page.locator('.tap[aria-pressed=true]').count()).toBe(0);
  await tapThrough(kiosk, ar);
  await button(kiosk, site('evaluate.send')).click();
  await asked(kiosk, site('evaluate.thanks'));
  expect(await button(kiosk, site('contactMe.open')).count()).toBe(0);
  await kiosk.page.reload();
  await kiosk.page.getByText(site('evaluate.restText')).waitFor();
  expect((await pooled()).filter(({ mode }) => mode === 'kiosk')).toHaveLength(1);
});

it('by phone: read out, and written down as it is said', async () => {
  await ended();
  const quality = await panel('quality_officer', phone);
  await quality.page.goto(panelUrl('evaluations'));
  const start = quality.page.getByRole('link', { name: label('calls.start') }).first();
  await start.waitFor();
  await look(quality, 'evaluation-10-calls', 'main');
  await start.click();
  await asked(quality, label('call.title'));
  await button(quality, label('call.send')).click();
  await quality.page
    .getByRole('alert')
    .filter({ hasText: textOf('overall') })
    .waitFor();
  await quality.page
    .getByRole('radio', { name: worst?.label.ar ?? '' })
    .first()
    .check();
  const why = survey.questions.find(({ key }) => key === 'shortfall')?.options?.[0]?.label.ar;
  await quality.page.getByRole('radio', { name: why ?? '' }).check();
  await look(quality, 'evaluation-11-call', 'main');
  expect(await wide(quality)).toBe(false);
  const before = (await pooled()).length;
  await button(quality, label('call.send')).click();
  await asked(quality, label('calls.title'));
  const all = await pooled();
  expect(all).toHaveLength(before + 1);
  expect(all.filter(({ mode }) => mode === 'phone')).toEqual([
    expect.objectContaining({ answers: expect.objectContaining({ overall: 1, shortfall: 1 }) }),
  ]);
});

it('an editor tries the survey out on the website, and nothing is kept', async () => {
  const editor = await panel('content_editor', desk);
  const { id } = await product.crm.db('crm_surveys').first<{ id: string }>('document_id as id');
  await editor.page.goto(
    `${product.url}/admin/content-manager/collection-types/plugin::beneficiary-crm.survey/${id}?plugins[i18n][locale]=ar`,
  );
  // The product names its own address in links; here it has another.
  await editor.page.route('**/surveys/*/preview*', async (route) => {
    const reply = await route.fetch();
    const text = await reply.text();
    await route.fulfill({
      response: reply,
      body: text.replace('https://crm.example', product.url),
    });
  });
  const preview = button(editor, label('survey.preview'));
  await preview.waitFor();
  const before = (await pooled()).length;
  const [page] = await Promise.all([editor.context.waitForEvent('page'), preview.click()]);
  const reader = { ...editor, name: 'preview', page };
  await page.getByText(site('evaluate.preview')).waitFor();
  await button(reader, site('evaluate.start')).click();
  await asked(reader, textOf('overall'));
  await look(reader, 'evaluation-12-preview');
  await tapThrough(reader, ar);
  await button(reader, site('evaluate.send')).click();
  await asked(reader, site('evaluate.previewDone'));
  expect(await pooled()).toHaveLength(before);
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
});
