/** Building blocks of the content types that editors change: published or draft, Arabic and English. */
import type { StrapiSchema } from './room';

type Attribute = Readonly<Record<string, unknown>>;

/** Has its own value in each language. */
const translated = { pluginOptions: { i18n: { localized: true } } } as const;

/** Attributes whose value differs by language. */
export const words = {
  line: (more: Attribute = {}): Attribute => ({
    type: 'string',
    maxLength: 200,
    ...translated,
    ...more,
  }),
  paragraph: (more: Attribute = {}): Attribute => ({ type: 'text', ...translated, ...more }),
  number: (more: Attribute = {}): Attribute => ({ type: 'integer', ...translated, ...more }),
  list: (component: string, more: Attribute = {}): Attribute => ({
    type: 'component',
    repeatable: true,
    component,
    ...translated,
    ...more,
  }),
} as const;

/** Attributes that are one and the same in every language. */
export const facts = {
  /**
   * A name for addresses and code. Not Strapi's `uid` type: that one differs by language.
   * `unique` is what the editor is told; the index of `uniquePublished` is what holds.
   */
  slug: (more: Attribute = {}): Attribute => ({
    type: 'string',
    required: true,
    unique: true,
    regex: '^[a-z0-9]+(-[a-z0-9]+)*$',
    maxLength: 80,
    ...more,
  }),
  line: (more: Attribute = {}): Attribute => ({ type: 'string', maxLength: 200, ...more }),
  flag: (): Attribute => ({ type: 'boolean', default: false, required: true }),
  oneOf: (values: readonly string[], more: Attribute = {}): Attribute => ({
    type: 'enumeration',
    enum: [...values],
    required: true,
    ...more,
  }),
  /** Place in a list, smallest first. */
  position: (): Attribute => ({ type: 'integer', default: 0, min: 0, required: true }),
} as const;

/** Attributes of components: those are translated as a whole, by the list that holds them. */
export const part = {
  /** A name that answers are kept under; like an identifier, so that it can stand in a report. */
  key: (): Attribute => ({
    type: 'string',
    required: true,
    regex: '^[a-z][a-z0-9_]*$',
    maxLength: 64,
  }),
  line: (more: Attribute = {}): Attribute => ({ type: 'string', maxLength: 300, ...more }),
  paragraph: (more: Attribute = {}): Attribute => ({ type: 'text', ...more }),
} as const;

/** A content type with drafts and both languages, in the plugin's own tables. */
export function editorialType(definition: {
  singular: string;
  plural: string;
  name: string;
  description: string;
  attributes: Readonly<Record<string, Attribute>>;
}): { schema: StrapiSchema } {
  const { singular, plural, name, description, attributes } = definition;
  return {
    schema: {
      kind: 'collectionType',
      collectionName: `crm_${plural.replaceAll('-', '_')}`,
      info: { singularName: singular, pluralName: plural, displayName: name, description },
      options: { draftAndPublish: true },
      pluginOptions: { i18n: { localized: true } },
      attributes,
    },
  };
}

/** A component of the plugin. Its category is `crm`, its uid `crm.<name>`. */
export const component = (
  collection: string,
  displayName: string,
  attributes: Readonly<Record<string, Attribute>>,
): StrapiSchema => ({
  collectionName: `components_crm_${collection}`,
  info: { displayName },
  attributes,
});
