import type { Locale } from '../../../contracts/vocabulary';
import type { SurveyView } from '../../../contracts/website';
import { pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import { notApplicable, satisfactionScale } from './scale.policy';
import type { SurveyDefinition } from './survey.service';

/** A survey in one language, as it is asked. @param serviceName what it is about; null: nothing of the catalogue */
export const surveyView = (
  survey: SurveyDefinition,
  serviceName: Bilingual | null,
  locale: Locale,
): SurveyView => ({
  slug: survey.slug,
  version: survey.version,
  title: pick(survey.title, locale),
  intro: pick(survey.intro, locale),
  serviceName: serviceName && pick(serviceName, locale),
  questions: survey.questions.map(({ key, type, text, optional, options = [], askedIf }) => ({
    key,
    type,
    text: pick(text, locale),
    optional,
    options: options.map(({ code, label }) => ({ code, label: pick(label, locale) })),
    askedIf: askedIf ? { key: askedIf.key, answers: [...askedIf.answers] } : null,
  })),
  scale: satisfactionScale.map(({ value, label }) => ({ value, label: pick(label, locale) })),
  notApplicable: pick(notApplicable, locale),
});
