import type { FieldType, Locale } from '../../../contracts/vocabulary';
import type { ServiceSummary } from '../../../contracts/website';
import { bilingual, pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, keptPublished, readPublished } from '../kernel/published';
import type { Published } from '../kernel/published';
import { serviceUid } from './content-types';
import type {
  DocumentDefinition,
  FieldDefinition,
  PlainForm,
  PlainFormKind,
  ServiceDefinition,
} from './form.types';
import { plainForms } from './forms.policy';
import { ownTimes } from './times.rules';
import type { OwnTimesRow } from './times.rules';

/** What the association offers, as it is published at this moment. */

export { currentLegalText } from './legal-text.service';

interface SummaryRow {
  slug: string;
  name: string;
  summary: string;
  category: string;
  needsStudy: boolean;
  needsCommittee: boolean;
}
interface OptionRow {
  value: string;
  label: string;
}
interface FieldRow {
  key: string;
  type: FieldType;
  label: string;
  hint: string | null;
  required: boolean;
  min: number | null;
  max: number | null;
  maxLength: number | null;
  options: OptionRow[];
  showIfField: string | null;
  showIfEquals: string | null;
}
interface DocumentRow {
  key: string;
  label: string;
  hint: string | null;
  required: boolean;
  maxAgeDays: number | null;
}
interface ServiceRow extends SummaryRow, OwnTimesRow {
  whoFor: string;
  whatYouGet: string;
  needsEnrolment: boolean;
  steps: { text: string }[];
  fields: FieldRow[];
  documents: DocumentRow[];
  checklist: { key: string; label: string }[];
  studyQuestions: FieldRow[];
}

const order = ['position:asc', 'slug:asc'];

/** GET /services: what is published, in the editors' order. */
export async function listServices(
  crm: Pick<Crm, 'strapi'>,
  locale: Locale,
): Promise<ServiceSummary[]> {
  const services = await readPublished<SummaryRow>(crm, serviceUid, { sort: order });
  return services.map((service) => ({
    slug: service.main.slug,
    name: pick(both(service, 'name'), locale),
    summary: pick(both(service, 'summary'), locale),
    category: service.main.category,
    needsStudy: service.main.needsStudy,
    needsCommittee: service.main.needsCommittee,
  }));
}

const keptServices = keptPublished<ServiceRow>(serviceUid, 'crm_services');

/** The service as it is published, in both languages; null when it is not. */
export async function getService(
  crm: Pick<Crm, 'strapi' | 'db'>,
  slug: string,
): Promise<ServiceDefinition | null> {
  const [service] = await keptServices(crm, {
    filters: { slug },
    populate: {
      steps: true,
      documents: true,
      checklist: true,
      fields: { populate: ['options'] },
      studyQuestions: { populate: ['options'] },
    },
  });
  return service ? definitionOf(service) : null;
}

/** The form of a request without a service. */
export const formForKind = (kind: PlainFormKind): PlainForm => plainForms[kind];

/**
 * The main version says which questions and papers there are; the English one lends its words,
 * found by key, so that a translation that lags behind cannot change what is asked.
 */
function definitionOf(service: Published<ServiceRow>): ServiceDefinition {
  const { documentId, main, en } = service;
  return {
    documentId,
    slug: main.slug,
    name: both(service, 'name'),
    summary: both(service, 'summary'),
    category: main.category,
    whoFor: both(service, 'whoFor'),
    whatYouGet: both(service, 'whatYouGet'),
    steps: main.steps.map((step, place) => bilingual(step.text, en?.steps[place]?.text)),
    needsStudy: main.needsStudy,
    needsCommittee: main.needsCommittee,
    needsEnrolment: main.needsEnrolment,
    fields: main.fields.map((field) => fieldOf(field, byKey(en?.fields, field.key))),
    documents: main.documents.map((paper) => documentOf(paper, byKey(en?.documents, paper.key))),
    checklist: main.checklist.map(({ key, label }) => ({
      key,
      label: bilingual(label, byKey(en?.checklist, key)?.label),
    })),
    study: main.studyQuestions.map((field) => fieldOf(field, byKey(en?.studyQuestions, field.key))),
    times: ownTimes(main),
  };
}

const byKey = <Row extends { key: string }>(rows: Row[] | undefined, key: string) =>
  rows?.find((row) => row.key === key);

const hintOf = (hint: string | null, en: string | null | undefined): Bilingual | null =>
  hint ? bilingual(hint, en) : null;

function fieldOf(field: FieldRow, en: FieldRow | undefined): FieldDefinition {
  const { key, type, required, min, max, maxLength, showIfField, showIfEquals } = field;
  return {
    key,
    type,
    label: bilingual(field.label, en?.label),
    hint: hintOf(field.hint, en?.hint),
    required,
    min,
    max,
    maxLength,
    options: field.options.map(({ value, label }) => ({
      value,
      label: bilingual(label, en?.options.find((option) => option.value === value)?.label),
    })),
    showIf: showIfField && showIfEquals ? { field: showIfField, equals: showIfEquals } : null,
  };
}

function documentOf(paper: DocumentRow, en: DocumentRow | undefined): DocumentDefinition {
  const { key, required, maxAgeDays } = paper;
  return {
    key,
    label: bilingual(paper.label, en?.label),
    hint: hintOf(paper.hint, en?.hint),
    required,
    maxAgeDays,
  };
}
