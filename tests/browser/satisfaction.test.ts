/** The figures, the comments, and what is done about them; at three widths and in both languages. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import arabicPanel from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import englishPanel from '../../src/plugins/beneficiary-crm/admin/src/app/translations/en.json';
import arabic from '../../src/plugins/beneficiary-crm/contracts/words/ar.json';
import english from '../../src/plugins/beneficiary-crm/contracts/words/en.json';
import { commentPlace } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/comments.repository';
import { countIn } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/rollup.repository';
import type { ResponseRow } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/pool';
import {
  choose,
  desk,
  look,
  openBrowser,
  person,
  phone,
  serveSite,
  signIn,
  signInByHand,
  tablet,
} from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { scenario, services } from '../support/scenario';

const words: Record<'ar' | 'en', Record<string, string>> = {
  ar: { ...arabic, ...arabicPanel },
  en: { ...english, ...englishPanel },
};
const label = (key: string, locale: 'ar' | 'en' = 'ar'): string => {
  const text = words[locale][key];
  if (text === undefined) throw new Error(`no word for ${key}`);
  return text;
};

let product: TestCrm;
let browser: Browser;
let quality: Person;
let owner: Person;

const waiting = '3f0e4c1a-7a53-4d5e-9f0a-000000000001';
const written = 'شكرًا، لكن الأستاذ بندر تأخر عليّ ورقمي 0551234567';
const cleared = 'شكرًا، لكن الرد تأخر عليّ';

/** Answers of the quarter that ended last and of the one before it: slow work, and dignity kept. */
async function answer(): Promise<void> {
  const { slug, version } = await product.crm
    .db('crm_surveys')
    .whereNotNull('published_at')
    .orderBy('version', 'desc')
    .first<{ slug: string; version: number }>('slug', 'version');
  const row = (week: string, nth: number, speed: number): ResponseRow => ({
    id: randomUUID(),
    survey_slug: slug,
    survey_version: String(version),
    week,
    service_slug: nth % 2 === 0 ? services.direct : null,
    channel: nth % 3 === 0 ? 'phone' : 'website',
    branch: null,
    kind: nth % 2 === 0 ? 'assistance' : 'inquiry',
    outcome: nth % 4 === 0 ? 'rejected' : 'answered',
    mode: 'self',
    answers: {
      overall: nth % 5 === 0 ? 2 : 5,
      speed,
      dignity: nth % 9 === 0 ? 3 : 5,
      recommend: nth % 11,
    },
  });
  const weeks = [
    '2026-04-12',
    '2026-05-10',
    '2026-06-07',
    '2026-07-12',
    '2026-08-09',
    '2026-09-06',
  ];
  const rows = weeks.flatMap((week, quarter) =>
    Array.from({ length: 30 }, (_, nth) =>
      row(week, nth, nth % 10 < (quarter < 3 ? 8 : 4) ? 4 : 2),
    ),
  );
  await product.crm.transaction(({ trx }) => countIn(trx, rows));
  await product.crm.db('crm_comments').insert({
    id: waiting,
    week: '2026-09-06',
    service_slug: null,
    low: true,
    state: 'waiting',
    text_sealed: product.crm.vault.seal(commentPlace(waiting), written),
  });
}

beforeAll(async () => {
  product = await bootCrm();
  serveSite(product);
  await answer();
  await scenario(product).submitted('inquiry');
  await product.advance(1);
  await product.crm
    .db('admin_users')
    .where({ email: 'director@alkitab.example' })
    .update({ prefered_language: 'en' });
  browser = await openBrowser();
  quality = await person(browser, 'quality', desk);
  await signIn(quality, product, 'quality@alkitab.example');
  owner = await person(browser, 'owner', phone);
  await signIn(owner, product, 'officer@alkitab.example');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const panelUrl = (route: string) => `${product.url}/admin/plugins/beneficiary-crm/${route}`;
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: label(key), exact: true });
const inDialog = (page: Page, key: string) =>
  page.getByRole('dialog').getByRole('button', { name: label(key), exact: true });
const widthOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it('the dashboard says what is good, what is poor, what has changed and what is being done', async () => {
  const { page } = quality;
  await page.goto(panelUrl('satisfaction'));
  for (const part of ['good', 'poor', 'changed', 'doing'])
    await page.getByRole('heading', { name: label(`glance.${part}`) }).waitFor();
  await look(quality, 'figures');
  const poor = page
    .locator('section')
    .filter({ hasText: label('glance.poor') })
    .first();
  expect(await poor.textContent()).toContain('سرعة الإنجاز');
  const changed = page
    .locator('section')
    .filter({ hasText: label('glance.changed') })
    .first();
  expect(await changed.textContent()).toContain('سرعة الإنجاز');
});

it('filters stand in the address, and the way back leads to what was looked at before', async () => {
  const { page } = quality;
  await choose(page, label('figures.by'), 'الخدمة');
  await page.waitForURL(/dimension=service/);
  await choose(page, 'الخدمة', 'الحقيبة المدرسية والكسوة الشتوية');
  await page.waitForURL(/value=/);
  await page.getByRole('heading', { name: /^الخدمة: / }).waitFor();
  await look(quality, 'figures-of-a-service');
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { name: label('glance.good') }).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

it.each(['ar', 'en'] as const)('in %s nothing is wider than any screen', async (locale) => {
  // The quality officer reads Arabic; the director has chosen English.
  const one = locale === 'ar' ? quality : await person(browser, 'director', desk);
  const { page } = one;
  if (locale === 'en') await signIn(one, product, 'director@alkitab.example');
  const lookAt = async (route: string, screen: string) => {
    await page.goto(panelUrl(route));
    await page.getByRole('tab').first().waitFor();
    await look(one, `${screen}-${page.viewportSize()?.width ?? 0}`, 'html', locale);
    expect([screen, await widthOf(page)]).toEqual([screen, 0]);
  };
  for (const viewport of [phone, tablet, desk]) {
    await page.setViewportSize(viewport);
    await lookAt('satisfaction', 'figures');
    await lookAt('satisfaction?view=operations', 'operations');
  }
  await page.setViewportSize(phone);
  await lookAt('satisfaction/improvements', 'improvements');
  if (locale === 'ar') await lookAt('satisfaction/comments', 'comments');
  await page.setViewportSize(desk);
});

it('on paper, what is folded is open, and the menu is gone', async () => {
  const { page } = quality;
  await page.goto(panelUrl('satisfaction'));
  await page.getByRole('heading', { name: label('glance.good') }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('main details:not([open])').count()).toBe(0);
  expect(await page.locator('nav:visible').count()).toBe(0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await page.locator('main details[open]').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
});

it('a comment is read by the quality officer alone until the names are out of it', async () => {
  const { page } = quality;
  await page.goto(panelUrl('satisfaction/comments'));
  const text = page.getByLabel(new RegExp(label('comments.text')));
  await text.waitFor();
  await text.fill(cleared);
  await page.reload();
  expect(await text.inputValue()).toBe(cleared);
  await look(quality, 'comment-waiting');
  await button(page, 'comments.release').click();
  await page.getByText(label('comments.empty.waiting')).waitFor();
  await page.getByRole('tab', { name: label('comments.view.released') }).click();
  await page.getByText(cleared).waitFor();
  await look(quality, 'comments-released');
  const [row] = await product.crm.db('crm_comments').where({ id: waiting });
  expect(product.crm.vault.open(commentPlace(waiting), row.text_sealed)).toBe(cleared);
});

it('it came with a low grade: an improvement is opened from it, for an owner and a day', async () => {
  const { page } = quality;
  await page.getByRole('link', { name: label('comments.improve') }).click();
  await page.getByLabel(label('improvements.field.title')).fill('رد أسرع على الاستفسارات');
  await choose(page, label('improvements.field.owner'), 'ريم الحارثي');
  await page.getByLabel(label('improvements.field.due')).fill('2026-12-15');
  await choose(page, label('improvements.field.question'), 'سرعة الإنجاز');
  await look(quality, 'improvement-new');
  await inDialog(page, 'improvements.open').click();
  await page.getByRole('heading', { name: 'رد أسرع على الاستفسارات' }).waitFor();
  await look(quality, 'improvement-open');
});

it('its owner finds it on the home page of a phone, writes what was done, and finishes it', async () => {
  const { page } = owner;
  await page.goto(`${product.url}/admin/`);
  await page.getByRole('link', { name: new RegExp(label('home.my-improvements')) }).click();
  await page.getByRole('link', { name: /رد أسرع على الاستفسارات/ }).click();
  const field = (key: string) =>
    page.getByLabel(label('form.optional').replace('{label}', label(`improvements.field.${key}`)));
  await field('resultAr').fill('خُصص موظف للاستفسارات كل صباح');
  await field('saidAr').fill('الرد يتأخر');
  await page.reload();
  expect(await field('saidAr').inputValue()).toBe('الرد يتأخر');
  await button(page, 'improvements.save').click();
  await page.getByText(label('improvements.saved')).first().waitFor();
  // What was saved is read again.
  await page.waitForLoadState('networkidle');
  await button(page, 'improvements.step.finish').click();
  await look(owner, 'improvement-finish');
  await page.getByLabel(label('improvements.field.doneOn')).fill('2026-10-30');
  await inDialog(page, 'improvements.step.finish').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await look(owner, 'improvement-done');
});

it('it is published when both languages are there, and the site says it in both', async () => {
  const { page } = quality;
  await page.reload();
  const field = (key: string) =>
    page.getByLabel(label('form.optional').replace('{label}', label(`improvements.field.${key}`)));
  await button(page, 'improvements.step.publish').click();
  await page.getByText(label('improvements.missing').split('{')[0] ?? '').waitFor();
  await inDialog(page, 'common.cancel').click();
  await field('titleEn').fill('Quicker answers to questions');
  await field('saidEn').fill('Answers come late');
  await field('resultEn').fill('An officer answers questions every morning');
  await button(page, 'improvements.save').click();
  await page.getByText(label('improvements.saved')).first().waitFor();
  // What was saved is read again.
  await page.waitForLoadState('networkidle');
  await button(page, 'improvements.step.publish').click();
  await inDialog(page, 'improvements.step.publish').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  for (const [locale, viewport, said] of [
    ['ar', phone, 'الرد يتأخر'],
    ['en', tablet, 'Answers come late'],
    ['ar', desk, 'الرد يتأخر'],
  ] as const) {
    const visitor = await person(browser, `visitor-${locale}-${viewport.width}`, viewport);
    await visitor.page.goto(`${product.url}/satisfaction?lang=${locale}`);
    await visitor.page.getByText(said).waitFor();
    await look(visitor, 'site-satisfaction', 'html', locale);
    expect(await widthOf(visitor.page)).toBe(0);
    await visitor.context.close();
  }
});

it('the home page of who keeps quality, and of who protects data, says what waits', async () => {
  await quality.page.goto(`${product.url}/admin/`);
  await quality.page.getByText(label('home.improvements'), { exact: true }).waitFor();
  await look(quality, 'home-quality');
  const protector = await person(browser, 'protector', phone);
  await signInByHand(protector, product, 'privacy@alkitab.example');
  await protector.page.getByText(label('home.privacy')).waitFor();
  await look(protector, 'home-protector');
});
