import type { UID } from '@strapi/strapi';
import type { Locale } from '../../../contracts/vocabulary';
import { bilingual } from './bilingual';
import type { Bilingual } from './bilingual';
import type { Crm } from './crm';
import { keptBy } from './kept';

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
export const readPublished = <Row extends object>(
  crm: Pick<Crm, 'strapi'>,
  uid: UID.ContentType,
  reading: Reading = {},
): Promise<Published<Row>[]> => readVersions(crm, uid, 'published', reading);

/** A document as its editors have it now, published or not; null when there is none. For a preview alone. */
export async function readDraft<Row extends object>(
  crm: Pick<Crm, 'strapi'>,
  uid: UID.ContentType,
  documentId: string,
  populate: Readonly<Record<string, unknown>>,
): Promise<Published<Row> | null> {
  const [found] = await readVersions<Row>(crm, uid, 'draft', { filters: { documentId }, populate });
  return found ?? null;
}

async function readVersions<Row extends object>(
  { strapi }: Pick<Crm, 'strapi'>,
  uid: UID.ContentType,
  status: 'draft' | 'published',
  reading: Reading,
): Promise<Published<Row>[]> {
  if (!strapi.contentType(uid)) return [];
  const versions = (await strapi
    .documents(uid)
    .findMany({ ...reading, status, locale: '*' } as never)) as unknown as (Row & Stored)[];
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

/**
 * As `readPublished`, but held in memory until something of the type is published anew. For what a document holds
 * itself; what it only points to changes without it.
 */
export function keptPublished<Row extends object>(uid: UID.ContentType, table: string) {
  const kept = keptBy(
    table,
    `select string_agg(concat_ws(' ', id, updated_at, xmin), ',' order by id) from ${table}
      where published_at is not null`,
  );
  return async (
    crm: Pick<Crm, 'strapi' | 'db'>,
    reading: Reading,
  ): Promise<readonly Published<Row>[]> => {
    const found = await kept(crm.db, JSON.stringify(reading), async () => {
      const published = await readPublished<Row>(crm, uid, reading);
      // What is asked for comes from addresses too: nothing is held of a name that no document has.
      return published.length > 0 ? published : undefined;
    });
    return found ?? [];
  };
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
