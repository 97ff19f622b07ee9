import { bilingual } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, inOneVersion, readPublished } from '../kernel/published';
import { surveyUid } from './content-types';
import type { QuestionType } from './content-types';

interface QuestionRow {
  key: string;
  type: QuestionType;
  text: string;
  label: string;
  optional: boolean;
}
interface SurveyRow {
  slug: string;
  version: number;
  title: string;
  intro: string;
  questions: QuestionRow[];
}

export interface SurveyDefinition {
  documentId: string;
  slug: string;
  version: string;
  title: Bilingual;
  intro: Bilingual;
  /** `label` is the question's short name in reports */
  questions: {
    key: string;
    type: QuestionType;
    text: Bilingual;
    label: Bilingual;
    optional: boolean;
  }[];
}

/**
 * The survey that people are invited to now: of the published ones, the one with the highest
 * version. Null when none is published. Plain data: frozen with the invitation.
 */
export async function activeSurvey(crm: Pick<Crm, 'strapi'>): Promise<SurveyDefinition | null> {
  const published = await readPublished<SurveyRow>(crm, surveyUid, {
    populate: { questions: true },
  });
  const [latest] = published.sort((a, b) => b.main.version - a.main.version);
  if (!latest) return null;
  const survey = inOneVersion(latest);
  const { documentId, main, en } = survey;
  return {
    documentId,
    slug: main.slug,
    version: String(main.version),
    title: both(survey, 'title'),
    intro: both(survey, 'intro'),
    questions: main.questions.map(({ key, type, text, label, optional }) => {
      const translation = en?.questions.find((question) => question.key === key);
      return {
        key,
        type,
        text: bilingual(text, translation?.text),
        label: bilingual(label, translation?.label),
        optional,
      };
    }),
  };
}
