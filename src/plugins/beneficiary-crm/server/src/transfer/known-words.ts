import type { Crm } from '../kernel/crm';
import { readPublished } from '../kernel/published';
import { categoryUid } from '../registry';
import { branches } from '../reception';
import { headingKey } from './mapping.rules';
import type { KnownWords } from './row.rules';

/** Categories and branches as the association has published them, by name in either language and by slug. */
export async function knownWords(crm: Crm): Promise<KnownWords> {
  const [categories, arabic, english] = await Promise.all([
    readPublished<{ slug: string; name: string }>(crm, categoryUid),
    branches(crm, 'ar'),
    branches(crm, 'en'),
  ]);
  const byName = (named: readonly { slug: string; name: string }[]) =>
    new Map(
      named.flatMap(({ slug, name }) => [slug, name].map((word) => [headingKey(word), slug])),
    );
  return {
    categories: byName(
      categories.flatMap(({ main, en }) => (en ? [main, { ...en, slug: main.slug }] : [main])),
    ),
    branches: byName([...arabic, ...english]),
  };
}
