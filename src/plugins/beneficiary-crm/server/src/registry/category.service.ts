import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, readPublished } from '../kernel/published';
import { categoryUid } from './content-types';

export interface Named {
  slug: string;
  name: string;
}

/** The categories that are published, in their order (O1). */
export async function categories(crm: Pick<Crm, 'strapi'>, locale: Locale): Promise<Named[]> {
  const rows = await readPublished<{ slug: string; name: string }>(crm, categoryUid, {
    sort: ['position:asc', 'slug:asc'],
  });
  return rows.map((category) => ({
    slug: category.main.slug,
    name: pick(both(category, 'name'), locale),
  }));
}

/** Held slugs with their names, in the published order; one that is no longer published keeps its slug. */
export function named(held: readonly string[], published: readonly Named[]): Named[] {
  const known = published.filter(({ slug }) => held.includes(slug));
  const gone = held.filter((slug) => !published.some((one) => one.slug === slug));
  return [...known, ...gone.map((slug) => ({ slug, name: slug }))];
}
