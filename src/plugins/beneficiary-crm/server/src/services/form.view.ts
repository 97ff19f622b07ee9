import type { Locale, RequestKind } from '../../../contracts/vocabulary';
import type {
  DocumentRequirement,
  FormDefinition,
  FormField,
  ServiceDetail,
  VersionedText,
} from '../../../contracts/website';
import { pick, pickOrNull } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type {
  DocumentDefinition,
  FieldDefinition,
  FormContent,
  ServiceDefinition,
} from './form.types';
import { currentLegalText } from './legal-text.service';
import type { LegalText } from './legal-text.service';
import { promiseDays } from './promise.rules';
import { withOwnTimes } from './times.rules';
import type { OwnTimes } from './times.rules';
import { currentWorkflow } from './workflow.service';

/** Forms in one language, as the website is given them. */

export const fieldView = (field: FieldDefinition, locale: Locale): FormField => ({
  key: field.key,
  type: field.type,
  label: pick(field.label, locale),
  hint: pickOrNull(field.hint, locale),
  required: field.required,
  min: field.min,
  max: field.max,
  maxLength: field.maxLength,
  options: field.options.map(({ value, label }) => ({ value, label: pick(label, locale) })),
  showIf: field.showIf && { field: field.showIf.field, equals: field.showIf.equals },
});

export const documentView = (paper: DocumentDefinition, locale: Locale): DocumentRequirement => ({
  key: paper.key,
  label: pick(paper.label, locale),
  hint: pickOrNull(paper.hint, locale),
  required: paper.required,
});

export const legalTextView = (text: LegalText, locale: Locale): VersionedText => ({
  version: text.version,
  text: pick(text.text, locale),
  plain: pickOrNull(text.plain, locale),
});

export async function formView(
  crm: Pick<Crm, 'strapi' | 'db'>,
  form: FormContent & {
    kind: RequestKind;
    needsCommittee: boolean;
    declares: boolean;
    times?: OwnTimes;
  },
  locale: Locale,
): Promise<FormDefinition> {
  const [consent, declaration, workflow] = await Promise.all([
    currentLegalText(crm, 'consent'),
    form.declares ? currentLegalText(crm, 'declaration') : null,
    currentWorkflow(crm),
  ]);
  return {
    kind: form.kind,
    form: { fields: form.fields.map((field) => fieldView(field, locale)) },
    requiredDocuments: form.documents.map((paper) => documentView(paper, locale)),
    declaration: declaration && legalTextView(declaration, locale),
    consent: legalTextView(consent, locale),
    promise: promiseDays(form, form.times ? withOwnTimes(workflow, form.times) : workflow),
  };
}

export async function serviceView(
  crm: Pick<Crm, 'strapi' | 'db'>,
  service: ServiceDefinition,
  locale: Locale,
): Promise<ServiceDetail> {
  return {
    slug: service.slug,
    name: pick(service.name, locale),
    summary: pick(service.summary, locale),
    category: service.category,
    needsStudy: service.needsStudy,
    needsCommittee: service.needsCommittee,
    needsEnrolment: service.needsEnrolment,
    whoFor: pick(service.whoFor, locale),
    whatYouGet: pick(service.whatYouGet, locale),
    steps: service.steps.map((step) => pick(step, locale)),
    ...(await formView(crm, { ...service, kind: 'assistance', declares: true }, locale)),
  };
}
