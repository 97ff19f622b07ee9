import type { RegistryChoices } from '../../../contracts/registry';
import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { FieldIssue } from '../kernel/errors';
import { branches } from '../reception';
import { categories } from '../registry';
import { currentLegalText } from '../services';

/** GET /registry/choices */
export async function readChoices(crm: Crm, locale: Locale): Promise<RegistryChoices> {
  const [held, offices, notice] = await Promise.all([
    categories(crm, locale),
    branches(crm, locale),
    currentLegalText(crm, 'consent'),
  ]);
  return {
    categories: held,
    branches: offices.map(({ slug, name }) => ({ slug, name })),
    notice: { version: notice.version, text: pick(notice.text, locale) },
    expiryDays: crm.settings.clocks.expiryNoticeDays,
  };
}

/** Branch and categories that nobody publishes; what a file holds already may stay. */
export async function unknownChoices(
  crm: Crm,
  given: { branch?: string | undefined; categories: readonly string[] },
  held: { branch: string | null; categories: readonly string[] },
): Promise<FieldIssue[]> {
  const [published, offices] = await Promise.all([categories(crm, 'ar'), branches(crm, 'ar')]);
  const known = new Set([...published.map(({ slug }) => slug), ...held.categories]);
  const offered = new Set([...offices.map(({ slug }) => slug), held.branch]);
  return [
    ...(given.branch !== undefined && !offered.has(given.branch)
      ? [{ path: 'branch', code: 'option' }]
      : []),
    ...given.categories.flatMap((slug, at) =>
      known.has(slug) ? [] : [{ path: `categories.${at}`, code: 'option' }],
    ),
  ];
}
