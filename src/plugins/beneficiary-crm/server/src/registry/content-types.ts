import { editorialType, facts, words } from '../kernel/editorial.schema';

export const categoryUid = 'plugin::beneficiary-crm.beneficiary-category';

/** Whom the association serves: students of the circles, their families, orphans, and others it adds (O1). */
export const contentTypes = {
  'beneficiary-category': editorialType({
    singular: 'beneficiary-category',
    plural: 'beneficiary-categories',
    name: 'Beneficiary category',
    description: 'A group of people whom the association serves',
    attributes: {
      name: words.line({ required: true }),
      slug: facts.slug(),
      description: words.paragraph(),
      position: facts.position(),
    },
  }),
} as const;
