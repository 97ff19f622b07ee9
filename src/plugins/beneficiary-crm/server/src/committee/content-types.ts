import { ballotSecrecies, discussionTimes, rulePresets } from '../../../contracts/committee';
import { committeePurposes, seats } from '../../../contracts/vocabulary';
import { component, facts } from '../kernel/editorial.schema';

export const committeeUid = 'plugin::beneficiary-crm.committee';

export const components = {
  'crm.seat': component('seats', 'Seat', {
    seat: facts.oneOf(seats, { default: 'member' }),
    member: { type: 'relation', relation: 'oneToOne', target: 'admin::user' },
    /** first and last day of the term; without one it has no such end */
    termFrom: { type: 'date' },
    termUntil: { type: 'date' },
  }),
} as const;

/** Edited on the CRM's own page, which holds rules and seats still while an item is open. */
const hidden = { visible: false } as const;

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
      pluginOptions: { 'content-manager': hidden, 'content-type-builder': hidden },
      attributes: {
        name: facts.line({ required: true }),
        nameInEnglish: facts.line(),
        slug: facts.slug(),
        active: { type: 'boolean', default: true, required: true },
        purpose: facts.oneOf(committeePurposes, { default: 'requests' }),
        preset: facts.oneOf(rulePresets, { default: 'saudi_associations' }),
        customRules: { type: 'json' },
        secrecy: facts.oneOf(ballotSecrecies, { default: 'named_after' }),
        discussion: facts.oneOf(discussionTimes, { default: 'after_vote' }),
        itemMinutes: { type: 'integer', default: 10, min: 1, max: 240, required: true },
        version: { type: 'integer', default: 1, min: 1, required: true },
        seats: { type: 'component', repeatable: true, component: 'crm.seat' },
      },
    },
  },
} as const;
