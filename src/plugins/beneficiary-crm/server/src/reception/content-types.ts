import { channelSlugs } from '../../../contracts/vocabulary';
import { editorialType, facts, words } from '../kernel/editorial.schema';

export const channelUid = 'plugin::beneficiary-crm.channel';
export const branchUid = 'plugin::beneficiary-crm.branch';

export const contentTypes = {
  channel: editorialType({
    singular: 'channel',
    plural: 'channels',
    name: 'Channel',
    description: 'A way to reach the association, C1 to C8 of its policy',
    attributes: {
      name: words.line({ required: true }),
      slug: facts.oneOf(channelSlugs, { unique: true }),
      clause: facts.line({ required: true, regex: '^C[1-8]$' }),
      howTo: words.paragraph({ required: true }),
      hours: words.line({ required: true }),
      position: facts.position(),
    },
  }),
  branch: editorialType({
    singular: 'branch',
    plural: 'branches',
    name: 'Branch',
    description: 'A branch office and its delegate',
    attributes: {
      name: words.line({ required: true }),
      slug: facts.slug(),
      place: words.line({ required: true }),
      phone: facts.line({ required: true, maxLength: 20 }),
      delegateName: words.line({ required: true }),
      delegateHours: words.line({ required: true }),
      position: facts.position(),
    },
  }),
} as const;
