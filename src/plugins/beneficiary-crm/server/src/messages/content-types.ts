import { transports } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import type { PublishingRule } from '../kernel/publishing';
import { uniquePublished } from '../kernel/unique-published';
import { editorialType, facts, words } from '../kernel/editorial.schema';

export const messageTemplateUid = 'plugin::beneficiary-crm.message-template';

export const contentTypes = {
  'message-template': editorialType({
    singular: 'message-template',
    plural: 'message-templates',
    name: 'Message template',
    description: 'What people are told. Words in braces, such as {reference}, are filled in',
    attributes: {
      key: facts.line({ required: true, regex: '^[a-z][a-z0-9_]*$', maxLength: 64 }),
      transport: facts.oneOf(transports),
      subject: words.line(),
      body: words.paragraph({ required: true }),
    },
  }),
} as const;

export const templateMigration: Migration = {
  name: '0013-message-templates',
  up: (trx) => uniquePublished(trx, 'crm_message_templates', ['key', 'transport']),
};

export const publishing: readonly PublishingRule[] = [
  { uid: messageTemplateUid, unique: ['key', 'transport'] },
];
