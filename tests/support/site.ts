import { ar as siteWords } from '../../src/website/src/texts/ar';
import type { Person } from './browser';
import { look } from './browser';
import type { TestCrm } from './crm';

/** A word of the website, where it has one form. */
export function site(key: keyof typeof siteWords): string {
  const text = siteWords[key];
  if (typeof text !== 'string') throw new Error(`${key} has several forms`);
  return text;
}

export interface Credentials {
  reference: string;
  code: string;
}

/**
 * Answers a form of the website one question after the other and sends it; what is not answered here is left out.
 * @param answers to each question, by how its heading begins; of a choice the option's words
 * @throws Error when the form asks for more
 */
export async function sendForm(
  { page }: Person,
  address: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(address);
  const main = page.locator('main');
  const send = main.getByRole('button', { name: site('send.request'), exact: true });
  for (let step = 0; step < 20; step += 1) {
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    if (await send.isVisible()) return send.click();
    const [, answer] =
      Object.entries(answers).find(([question]) => heading.startsWith(question)) ?? [];
    const tick = main.getByRole('checkbox');
    if ((await tick.count()) > 0) await tick.check();
    else if (answer !== undefined && (await main.getByRole('radio').count()) > 0)
      await main.getByRole('radio', { name: answer, exact: true }).check();
    else if (answer !== undefined) await main.locator('input, textarea').first().fill(answer);
    await main.locator('button[type=submit]').click();
    await page.waitForFunction(
      (before) => document.querySelector('h1')?.innerText !== before,
      heading,
    );
  }
  throw new Error('the form has no end');
}

/** The numbers of the page that ends a form. */
export async function numbersOf(one: Person, screen: string): Promise<Credentials> {
  const { page } = one;
  await page.getByTestId('access-code').waitFor();
  await look(one, screen);
  return {
    reference: (await page.getByTestId('reference').innerText()).trim(),
    code: (await page.getByTestId('access-code').innerText()).trim(),
  };
}

/** Follows a request with its numbers, as from another phone. */
export async function track(
  { page }: Person,
  product: TestCrm,
  { reference, code }: Credentials,
): Promise<void> {
  await page.goto(`${product.url}/track`);
  await page.getByLabel(site('track.reference')).fill(reference);
  await page.getByLabel(site('track.code')).fill(code);
  await page.getByRole('button', { name: site('track.open') }).click();
  await page.getByTestId('status-sentence').waitFor();
}

export const idOf = async (product: TestCrm, { reference }: Credentials): Promise<string> =>
  (await product.crm.db('crm_requests').where({ reference }).first<{ id: string }>('id')).id;
