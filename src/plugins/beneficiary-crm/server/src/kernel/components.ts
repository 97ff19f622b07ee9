import type { Core } from '@strapi/strapi';
import type { StrapiSchema } from './room';

const pascal = (uid: string): string =>
  uid.replace(/(?:^|[^a-zA-Z0-9]+)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * Makes a room's components known, as Strapi's loader does with files under `src/components`;
 * a plugin has no such folder. To be called in the plugin's `register`, before schemas are read.
 *
 * @param components by uid, `crm.form-field`
 * @throws Error when a uid is taken
 */
export function registerComponents(
  strapi: Core.Strapi,
  components: Readonly<Record<string, StrapiSchema>>,
): void {
  for (const [uid, schema] of Object.entries(components)) {
    const [category, modelName] = uid.split('.');
    if (!category || !modelName) throw new Error(`${uid} is no uid of a component`);
    strapi.get('components').set(uid, {
      ...structuredClone(schema),
      __schema__: structuredClone(schema),
      uid,
      category,
      modelType: 'component',
      modelName,
      globalId: pascal(`component_${uid}`),
    });
  }
}
