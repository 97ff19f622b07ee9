import type { UID } from '@strapi/strapi';
import type { Locale } from '../../../contracts/vocabulary';
import { bilingual } from './bilingual';
import type { Bilingual } from './bilingual';
import type { Crm } from './crm';

/** What every stored version of a document has, whatever its type. */
interface Stored {
  documentId: string;
  locale: Locale | null;
}

/**
 * A published document in both languages. `main` says what there is (which questions, which
 * flags): the Arabic version, or the only one. `en` lends its words and may be missing.
 */
export interface Published<Row> {
  documentId: string;
  main: Row;
  en: Row | null;
}

interface Reading {
  filters?: Readonly<Record<string, unknown>>;
  populate?: Readonly<Record<string, unknown>>;
  sort?: string | readonly string[];
}

/**
 * Reads published documents; drafts are never seen. One read brings both languages.
 * `Row` is the shape that the content type's schema gives, populated as asked.
 *
 * @returns [] also where the type does not exist: some belong to the application, not the plugin
 */
export async function readPublished<Row extends object>(
  { strapi }: Pick<Crm, 'strapi'>,
  uid: UID.ContentType,
  reading: Reading = {},
): Promise<Published<Row>[]> {
  if (!strapi.contentType(uid)) return [];
  const versions = (await strapi
    .documents(uid)
    .findMany({ ...reading, status: 'published', locale: '*' } as never)) as unknown as (Row &
    Stored)[];
  const byDocument = new Map<string, Published<Row>>();
  for (const version of versions) {
    const { documentId, locale } = version;
    const held = byDocument.get(documentId) ?? { documentId, main: version, en: null };
    byDocument.set(documentId, {
      documentId,
      main: locale === 'en' ? held.main : version,
      en: locale === 'en' ? version : held.en,
    });
  }
  return [...byDocument.values()];
}

interface Kept {
  stamp: string;
  published: readonly Published<object>[];
}
const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * As `readPublished`, but read anew only when another version is published than last time: one small query instead of
 * one for each component, where every request needs it. For what a document holds itself; what it only points to
 * changes without it.
 */
export async function readKept<Row extends object>(
  crm: Pick<Crm, 'strapi'>,
  uid: UID.ContentType,
  reading: Reading & { filters: Readonly<Record<string, string>> },
): Promise<readonly Published<Row>[]> {
  const { db } = crm.strapi;
  const versions = (await db.query(uid).findMany({
    select: ['id', 'updatedAt'],
    where: { ...reading.filters, publishedAt: { $notNull: true } },
    orderBy: { id: 'asc' },
  })) as { id: number; updatedAt: string | Date }[];
  const stamp = versions
    .map(({ id, updatedAt }) => `${id} ${new Date(updatedAt).getTime()}`)
    .join(',');
  const key = `${uid} ${JSON.stringify(reading)}`;
  const all = kept.get(crm.strapi) ?? new Map<string, Kept>();
  kept.set(crm.strapi, all);
  const held = all.get(key);
  if (held?.stamp === stamp) return held.published as readonly Published<Row>[];
  const published = await readPublished<Row>(crm, uid, reading);
  // What is asked for comes from addresses too: nothing is kept of a name that no document has.
  if (published.length > 0) all.set(key, { stamp, published });
  return published;
}

/**
 * The same document, without the English words of another version than the main one's: a
 * translation that lags behind would have people sign, or answer, what no longer stands.
 */
export function inOneVersion<Row extends { version: unknown }>(
  document: Published<Row>,
): Published<Row> {
  const { main, en } = document;
  return en && en.version !== main.version ? { ...document, en: null } : document;
}

/** The attribute `name` in both languages; Arabic where the translation is missing. */
export function both<Row extends object>(
  { main, en }: Pick<Published<Row>, 'main' | 'en'>,
  name: keyof Row,
): Bilingual {
  const text = (row: Row | null): string => {
    const value = row?.[name];
    return typeof value === 'string' ? value : '';
  };
  return bilingual(text(main), text(en));
}
