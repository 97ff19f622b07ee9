import type { AskedIf } from '../../../contracts/branching';
import { bilingual } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, inOneVersion, readPublished } from '../kernel/published';
import type { Published } from '../kernel/published';
import { readAnswers } from './branching.rules';
import { surveyUid } from './content-types';
import type { QuestionType } from './content-types';
import { isGeneral, latestOf, occasionFor } from './occasion.rules';
import type { Closing, Occasion, Plan } from './occasion.rules';

interface QuestionRow {
  key: string;
  type: QuestionType;
  text: string;
  label: string;
  optional: boolean;
  options?: { code: number; label: string }[];
  askedIfQuestion?: string | null;
  askedIfAnswers?: string | null;
}
type OccasionRow = { [name in keyof Occasion]: Occasion[name] | null };
export interface SurveyRow {
  slug: string;
  version: number;
  title: string;
  intro: string;
  questions: QuestionRow[];
  occasions?: OccasionRow[];
}

export interface SurveyQuestionDefinition {
  key: string;
  type: QuestionType;
  text: Bilingual;
  /** the question's short name in reports */
  label: Bilingual;
  optional: boolean;
  /** none but of a choice */
  options?: { code: number; label: Bilingual }[];
  askedIf?: AskedIf | null;
}
export interface SurveyDefinition {
  documentId: string;
  slug: string;
  version: string;
  title: Bilingual;
  intro: Bilingual;
  questions: SurveyQuestionDefinition[];
}
interface PlannedSurvey extends Plan {
  survey: SurveyDefinition;
}

export const populateSurvey = { questions: { populate: { options: true } }, occasions: true };

const occasionOf = (row: OccasionRow): Occasion => ({
  kind: row.kind ?? 'any',
  outcome: row.outcome ?? 'any',
  service: row.service?.trim() || null,
  afterDays: row.afterDays ?? 0,
  reminderAfterDays: row.reminderAfterDays,
});

/** A survey in both languages, as plain data: frozen with the invitation, so that an answer belongs to its version. */
export function definitionOf(document: Published<SurveyRow>): SurveyDefinition {
  const survey = inOneVersion(document);
  const { documentId, main, en } = survey;
  return {
    documentId,
    slug: main.slug,
    version: String(main.version),
    title: both(survey, 'title'),
    intro: both(survey, 'intro'),
    questions: main.questions.map((question) => {
      const { key, type, text, label, optional, askedIfQuestion, askedIfAnswers } = question;
      const translation = en?.questions.find((one) => one.key === key);
      const words = (code: number) =>
        translation?.options?.find((option) => option.code === code)?.label;
      return {
        key,
        type,
        text: bilingual(text, translation?.text),
        label: bilingual(label, translation?.label),
        optional,
        options: (question.options ?? []).map((option) => ({
          code: option.code,
          label: bilingual(option.label, words(option.code)),
        })),
        askedIf: askedIfQuestion
          ? { key: askedIfQuestion, answers: readAnswers(askedIfAnswers ?? '') }
          : null,
      };
    }),
  };
}

/** The published surveys, each in its latest version. */
async function plannedSurveys(crm: Pick<Crm, 'strapi'>): Promise<PlannedSurvey[]> {
  const published = await readPublished<SurveyRow>(crm, surveyUid, { populate: populateSurvey });
  return latestOf(
    published.map((document) => ({
      survey: definitionOf(document),
      slug: document.main.slug,
      number: document.main.version,
      occasions: (document.main.occasions ?? []).map(occasionOf),
    })),
  );
}

/**
 * What people are asked after most contacts, and what the headline figures are of: the survey that is asked after
 * any contact, and of several the one with the highest version. Null when none is published.
 */
export async function activeSurvey(crm: Pick<Crm, 'strapi'>): Promise<SurveyDefinition | null> {
  const planned = await plannedSurveys(crm);
  return (planned.find(isGeneral) ?? planned[0])?.survey ?? null;
}

/** The survey that is asked after a contact that ended so, and when; null where the editors ask nobody. */
export async function surveyAfter(
  crm: Pick<Crm, 'strapi'>,
  closing: Closing,
): Promise<{ survey: SurveyDefinition; occasion: Occasion } | null> {
  const found = occasionFor(await plannedSurveys(crm), closing);
  return found && { survey: found.plan.survey, occasion: found.occasion };
}
