import { rulePresets } from '../../../contracts/committee';
import { committeePurposes, seats } from '../../../contracts/vocabulary';
import { component, facts } from '../kernel/editorial.schema';

export const committeeUid = 'plugin::beneficiary-crm.committee';

export const components = {
  'crm.seat': component('seats', 'Seat', {
    seat: facts.oneOf(seats, { default: 'member' }),
    member: { type: 'relation', relation: 'oneToOne', target: 'admin::user' },
  }),
} as const;

/** No drafts: who sits on the committee holds at once, or not at all. */
export const contentTypes = {
  committee: {
    schema: {
      kind: 'collectionType',
      collectionName: 'crm_committees',
      info: {
        singularName: 'committee',
        pluralName: 'committees',
        displayName: 'Committee',
        description: 'Who decides on requests, and by which rules',
      },
      options: { draftAndPublish: false },
      attributes: {
        name: facts.line({ required: true }),
        nameInEnglish: facts.line(),
        slug: facts.slug(),
        active: { type: 'boolean', default: true, required: true },
        purpose: facts.oneOf(committeePurposes, { default: 'requests' }),
        preset: facts.oneOf(rulePresets, { default: 'saudi_associations' }),
        customRules: { type: 'json' },
        seats: { type: 'component', repeatable: true, component: 'crm.seat' },
      },
    },
  },
} as const;
