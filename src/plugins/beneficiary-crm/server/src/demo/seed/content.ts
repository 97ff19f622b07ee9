import type { Locale } from '../../../../contracts/vocabulary';
import type { Crm } from '../../kernel/crm';
import { branchUid, channelUid } from '../../reception/content-types';
import { messageTemplateUid } from '../../messages/content-types';
import { categoryUid } from '../../registry/content-types';
import { surveyUid } from '../../satisfaction/content-types';
import { legalTextUid, serviceUid } from '../../services/content-types';
import { answerTemplateUid, kindFlags } from '../../services/answer.types';
import { answers } from '../content/answers';
import { association } from '../content/association';
import { branches } from '../content/branches';
import { categories } from '../content/categories';
import { channels } from '../content/channels';
import { consent } from '../content/consent';
import { declaration } from '../content/declaration';
import { documents } from '../content/documents';
import { faqs } from '../content/faqs';
import { services } from '../content/services';
import type { DemoService } from '../content/services';
import { survey } from '../content/survey';
import { templates } from '../content/templates';
import { topics } from '../content/topics';
import type { Bilingual, Field } from '../content/types';
import { uploadPaper } from './papers';
import { publishInBoth } from './publish';

type Seeding = Pick<Crm, 'strapi'>;

/** The texts of these names, in one language. */
const wordsOf =
  <Name extends string>(texts: Record<Name, Bilingual>, ...names: Name[]) =>
  (locale: Locale): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, texts[name][locale]]));

/**
 * Publishes what the demo association says, in both languages. Once: what editors change or
 * delete afterwards is theirs.
 */
export async function seedContent(crm: Seeding): Promise<void> {
  const store = crm.strapi.store({ type: 'plugin', name: 'beneficiary-crm', key: 'demo-content' });
  if (await store.get({})) return;
  for (const [what, seed] of Object.entries(steps)) {
    crm.strapi.log.info(`demo: ${what}`);
    await seed(crm);
  }
  await store.set({ value: true });
}

const steps: Record<string, (crm: Seeding) => Promise<void>> = {
  association: seedAssociation,
  'channels and branches': seedReception,
  categories: seedCategories,
  'declaration and consent': seedLegalTexts,
  services: seedServices,
  'message templates': seedTemplates,
  'prepared answers': seedAnswers,
  survey: seedSurvey,
  questions: seedQuestions,
  documents: seedDocuments,
};

async function seedAssociation(crm: Seeding): Promise<void> {
  const { phone, email, licenceNumber } = association;
  await publishInBoth(
    crm,
    'api::association.association',
    {},
    { phone, email, licenceNumber },
    wordsOf(
      association,
      'name',
      'shortName',
      'sentence',
      'about',
      'address',
      'workingHours',
      'letterFooter',
    ),
  );
}

async function seedReception(crm: Seeding): Promise<void> {
  for (const [position, channel] of channels.entries()) {
    const { slug, clause } = channel;
    const words = wordsOf(channel, 'name', 'howTo', 'hours');
    await publishInBoth(crm, channelUid, { slug }, { clause, position }, words);
  }
  for (const [position, branch] of branches.entries()) {
    const { slug, phone } = branch;
    await publishInBoth(crm, branchUid, { slug }, { phone, position }, (locale) => ({
      ...wordsOf(branch, 'name', 'delegateName', 'delegateHours')(locale),
      place: `${branch.place[locale]} – ${branch.mapNote[locale]}`,
    }));
  }
}

async function seedCategories(crm: Seeding): Promise<void> {
  for (const [position, category] of categories.entries()) {
    const { slug } = category;
    const words = wordsOf(category, 'name', 'description');
    await publishInBoth(crm, categoryUid, { slug }, { position }, words);
  }
}

async function seedLegalTexts(crm: Seeding): Promise<void> {
  await publishInBoth(
    crm,
    legalTextUid,
    { kind: 'declaration', version: declaration.version },
    { version: declaration.version },
    wordsOf(declaration, 'plain', 'text'),
  );
  await publishInBoth(
    crm,
    legalTextUid,
    { kind: 'consent', version: consent.version },
    { version: consent.version },
    wordsOf(consent, 'text'),
  );
}

async function seedServices(crm: Seeding): Promise<void> {
  for (const [position, service] of services.entries()) {
    const { slug, category, needsStudy, needsCommittee, needsEnrolment } = service;
    await publishInBoth(
      crm,
      serviceUid,
      { slug },
      { category, needsStudy, needsCommittee, needsEnrolment, position },
      (locale) => serviceWords(service, locale),
    );
  }
}

const serviceWords = (service: DemoService, locale: Locale) => ({
  ...wordsOf(service, 'name', 'summary', 'whoFor', 'whatYouGet')(locale),
  steps: service.steps.map((step) => ({ text: step[locale] })),
  fields: service.fields.map((field) => questionWords(field, locale)),
  studyQuestions: (service.study ?? []).map((field) => questionWords(field, locale)),
  documents: service.documents.map(({ label, hint, ...paper }) => ({
    ...paper,
    label: label[locale],
    hint: hint[locale],
  })),
  checklist: (service.checklist ?? []).map(({ key, label }) => ({ key, label: label[locale] })),
});

const questionWords = ({ label, hint, options, showIf, ...field }: Field, locale: Locale) => ({
  ...field,
  label: label[locale],
  hint: hint?.[locale],
  options: (options ?? []).map(({ value, label: option }) => ({ value, label: option[locale] })),
  showIfField: showIf?.field,
  showIfEquals: showIf?.equals,
});

async function seedAnswers(crm: Seeding): Promise<void> {
  for (const [position, { name, purpose, kinds, text }] of answers.entries()) {
    const flags = Object.fromEntries(kinds.map((kind) => [kindFlags[kind], true]));
    const words = wordsOf({ name, text }, 'name', 'text');
    await publishInBoth(
      crm,
      answerTemplateUid,
      { name: name.ar },
      { purpose, position, ...flags },
      words,
    );
  }
}

async function seedTemplates(crm: Seeding): Promise<void> {
  for (const { key, channel, subject, body } of templates) {
    const which = { key, transport: channel };
    const words = wordsOf({ subject, body }, 'subject', 'body');
    await publishInBoth(crm, messageTemplateUid, which, {}, words);
  }
}

async function seedSurvey(crm: Seeding): Promise<void> {
  const { slug, version } = survey;
  await publishInBoth(crm, surveyUid, { slug, version }, { version }, (locale) => ({
    ...wordsOf(survey, 'title', 'intro')(locale),
    questions: survey.questions.map((question) => ({
      key: question.key,
      type: question.type,
      optional: question.optional,
      text: question.text[locale],
      label: survey.items[question.item][locale],
      options: (question.options ?? []).map(({ code, label }) => ({ code, label: label[locale] })),
      askedIfQuestion: question.askedIf?.key,
      askedIfAnswers: question.askedIf?.answers,
    })),
    occasions: survey.occasions,
  }));
}

async function seedQuestions(crm: Seeding): Promise<void> {
  const topicIds = new Map<string, string>();
  for (const [position, topic] of topics.entries()) {
    const { slug } = topic;
    const words = wordsOf(topic, 'name');
    topicIds.set(slug, await publishInBoth(crm, 'api::topic.topic', { slug }, { position }, words));
  }
  for (const [position, faq] of faqs.entries()) {
    const { slug, isMisconception } = faq;
    await publishInBoth(
      crm,
      'api::faq.faq',
      { slug },
      { isMisconception, position, topic: topicIds.get(faq.topic) },
      wordsOf(faq, 'question', 'answer'),
    );
  }
}

async function seedDocuments(crm: Seeding): Promise<void> {
  for (const [position, document] of documents.entries()) {
    const { slug, kind, tool, version } = document;
    await publishInBoth(
      crm,
      'api::policy-document.policy-document',
      { slug },
      { kind, tool, version, position },
      async (locale) => ({
        ...wordsOf(document, 'title', 'summary')(locale),
        file: await uploadPaper(crm, document, locale),
      }),
    );
  }
}
