import type { Migration } from '../kernel/migrate';
import type { Room } from '../kernel/room';
import { uniquePublished } from '../kernel/unique-published';
import { answerTemplateMigration } from './answer.types';
import { components, contentTypes } from './content-types';
import { publishing } from './publishing.rules';
import { workflowMigration } from './workflow.service';
import { answerRoutes, deskFormRoutes, servicesRoutes } from './services.routes';
import { workflowRoutes } from './workflow.routes';

const migration: Migration = {
  name: '0010-services',
  async up(trx) {
    await uniquePublished(trx, 'crm_services', ['slug']);
    await uniquePublished(trx, 'crm_legal_texts', ['kind', 'version']);
  },
};

/** What the association offers, and what it asks of those who apply. */
export const servicesRoom: Room = {
  name: 'services',
  contentTypes,
  components,
  migrations: [migration, workflowMigration, answerTemplateMigration],
  publishing,
  publicRoutes: servicesRoutes,
  adminRoutes: [...deskFormRoutes, ...workflowRoutes, ...answerRoutes],
};

export { currentLegalText, formForKind, getService, listServices } from './catalogue.service';
export type { LegalText } from './legal-text.service';
export { documentView, fieldView, legalTextView } from './form.view';
export { promiseDays } from './promise.rules';
export { withOwnTimes } from './times.rules';
export type { OwnTimes } from './times.rules';
export { currentWorkflow, workflowInForce, workflowOfPolicy } from './workflow.service';
export type { Workflow } from './workflow.service';
export type {
  DocumentDefinition,
  FieldDefinition,
  FormContent,
  PlainForm,
  ServiceDefinition,
} from './form.types';
