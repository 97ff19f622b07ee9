import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { root } from './environment';
import { password } from './template';
import type { TestCrm } from './crm';

/** Screenshots are kept as build artefacts. */
const pictures = path.join(root, '.tmp', 'screenshots');

const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = installed.find((file) => file !== undefined && existsSync(file));
  if (!executablePath) throw new Error('No browser: apt-get install chromium, or set CHROME_PATH');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The product of a test serves uploads from a folder of its own; the built site is the same for all. */
export function serveSite(product: TestCrm): void {
  symlinkSync(path.join(root, 'public', 'site'), path.join(product.dataDir, 'public', 'site'));
}

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };
export const tablet = { width: 768, height: 1024 };

/** One person in a browser session of their own. What the page complains about is kept. */
export interface Person {
  name: string;
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

export async function person(
  browser: Browser,
  name: string,
  viewport: { width: number; height: number },
): Promise<Person> {
  const context = await browser.newContext({
    viewport,
    locale: 'ar-SA',
    timezoneId: 'Asia/Riyadh',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  return { name, page, context, complaints };
}

/** Signs in to the panel as a person does: address, password, Enter. */
export async function signInByHand(
  { page }: Person,
  product: TestCrm,
  email: string,
): Promise<void> {
  await page.goto(`${product.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Is signed in as by hand, before any page is open: to start the panel twice for each person takes too long. */
export async function signIn({ context }: Person, product: TestCrm, email: string): Promise<void> {
  const reply = await context.request.post(`${product.url}/admin/login`, {
    data: { email, password },
  });
  const { data } = (await reply.json()) as { data: { token: string } };
  await context.addCookies([{ name: 'jwtToken', value: data.token, url: product.url }]);
}

export async function snapshot({ page, name }: Person, screen: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${screen}-${name}.png`), fullPage: true });
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * Looks at the screen as it is: Arabic runs right to left, axe finds nothing, and a picture is kept.
 * @param part a selector of what is ours, where Strapi's own frame around it has faults
 * @throws Error naming every violation with the element
 */
export async function look(
  one: Person,
  screen: string,
  part = 'html',
  language: 'ar' | 'en' = 'ar',
): Promise<void> {
  const { page, name, complaints } = one;
  await page.waitForLoadState('networkidle');
  // A page that is loading says so, and is not what we came to see.
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  // What is still moving in has not its colours yet.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
  );
  await snapshot(one, screen);
  expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
  expect((await page.locator('html').getAttribute('lang'))?.slice(0, 2)).toBe(language);
  expect(complaints).toEqual([]);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (where) => {
    const { axe: checker } = window as unknown as {
      axe: { run(where: string, options: object): Promise<{ violations: Violation[] }> };
    };
    // What is right is not described, and style sheets are not read anew: no rule that is run here asks for either.
    const options = { resultTypes: ['violations'], preload: false };
    return (await checker.run(where, options)).violations;
  }, part);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`,
    ),
  );
  if (found.length > 0) throw new Error(`${screen}, seen by ${name}:\n${found.join('\n')}`);
}

/** Chooses in a select of Strapi's design system. */
export async function choose(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
