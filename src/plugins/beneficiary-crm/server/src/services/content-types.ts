import { fieldTypes, legalBases } from '../../../contracts/vocabulary';
import { component, editorialType, facts, part, words } from '../kernel/editorial.schema';
import { answerTemplateType } from './answer.types';
import { ownTimesAttributes } from './times.rules';

export const serviceUid = 'plugin::beneficiary-crm.service';
export const legalTextUid = 'plugin::beneficiary-crm.legal-text';

export const serviceCategories = ['families', 'students', 'teachers', 'learning'] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

export const legalTextKinds = ['declaration', 'consent'] as const;
export type LegalTextKind = (typeof legalTextKinds)[number];

export const components = {
  'crm.step': component('steps', 'Step', {
    text: part.line({ required: true, maxLength: 500 }),
  }),
  'crm.option': component('options', 'Option', {
    label: part.line({ required: true }),
    value: part.key(),
  }),
  'crm.form-field': component('form_fields', 'Question', {
    label: part.line({ required: true }),
    key: part.key(),
    type: facts.oneOf(fieldTypes, { default: 'text' }),
    hint: part.line({ maxLength: 500 }),
    required: { type: 'boolean', default: true, required: true },
    min: { type: 'decimal' },
    max: { type: 'decimal' },
    maxLength: { type: 'integer', min: 1, max: 10_000 },
    options: { type: 'component', repeatable: true, component: 'crm.option' },
    showIfField: part.line({ maxLength: 64 }),
    showIfEquals: part.line({ maxLength: 64 }),
  }),
  'crm.document-requirement': component('document_requirements', 'Paper to bring', {
    label: part.line({ required: true }),
    key: part.key(),
    hint: part.line({ maxLength: 500 }),
    required: { type: 'boolean', default: true, required: true },
    maxAgeDays: { type: 'integer', min: 1 },
    // Only where the paper is an image of an identity document (PDPL Art. 28).
    legalBasis: facts.oneOf(legalBases, { required: false }),
    legalReference: part.line({ maxLength: 200 }),
  }),
  'crm.checklist-item': component('checklist_items', 'Point to check', {
    label: part.line({ required: true }),
    key: part.key(),
  }),
} as const;

export const contentTypes = {
  service: editorialType({
    singular: 'service',
    plural: 'services',
    name: 'Service',
    description: 'What the association offers, with its questions and papers',
    attributes: {
      name: words.line({ required: true }),
      slug: facts.slug(),
      summary: words.paragraph({ required: true }),
      category: facts.oneOf(serviceCategories),
      whoFor: words.paragraph({ required: true }),
      whatYouGet: words.paragraph({ required: true }),
      steps: words.list('crm.step'),
      needsStudy: facts.flag(),
      needsCommittee: facts.flag(),
      needsEnrolment: facts.flag(),
      fields: words.list('crm.form-field'),
      documents: words.list('crm.document-requirement'),
      checklist: words.list('crm.checklist-item'),
      studyQuestions: words.list('crm.form-field'),
      ...ownTimesAttributes,
      position: facts.position(),
    },
  }),
  'answer-template': answerTemplateType,
  'legal-text': editorialType({
    singular: 'legal-text',
    plural: 'legal-texts',
    name: 'Declaration or consent',
    description: 'What applicants sign and agree to. New words are a new version, never an edit',
    attributes: {
      // Translated: each language names the version that its own words are of.
      version: words.line({ required: true, maxLength: 40 }),
      kind: facts.oneOf(legalTextKinds),
      plain: words.paragraph(),
      text: words.paragraph({ required: true }),
    },
  }),
} as const;
