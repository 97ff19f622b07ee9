import { locales } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { branches } from '../reception';
import { categories } from '../registry';
import { headingKey } from './mapping.rules';
import type { KnownWords } from './row.rules';

/** Categories and branches as the association has published them, by name in either language and by slug. */
export async function knownWords(crm: Crm): Promise<KnownWords> {
  const byName = (named: readonly { slug: string; name: string }[]) =>
    new Map(
      named.flatMap(({ slug, name }) =>
        [slug, name].map((word) => [headingKey(word), slug] as const),
      ),
    );
  const [groups, places] = await Promise.all([
    Promise.all(locales.map((locale) => categories(crm, locale))),
    Promise.all(locales.map((locale) => branches(crm, locale))),
  ]);
  return { categories: byName(groups.flat()), branches: byName(places.flat()) };
}
