import ar from './translations/fields/ar.json';
import en from './translations/fields/en.json';

type Fields = Record<string, Record<string, string>>;

const fields: Record<string, Fields> = { ar, en };

/** The labels of what editors publish, under the ids by which Strapi's content manager asks for them. */
export function fieldMessages(locale: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields[locale] ?? {}).flatMap(([uid, labels]) => {
      const list = uid.includes('::') ? 'content-types' : 'components';
      return Object.entries(labels).map(([name, label]) => [
        `content-manager.${list}.${uid}.${name}`,
        label,
      ]);
    }),
  );
}
