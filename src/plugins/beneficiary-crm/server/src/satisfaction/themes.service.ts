import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { listServices } from '../services';
import { headlineOf } from './evaluation.rules';
import type { MeasuredTheme, Theme } from './improvement.rules';
import { satisfactionFigures } from './figures.service';
import { noValue } from './rollup.repository';
import { activeSurvey } from './survey.service';

/** Themes as they were published for the quarter that ended last: what is withheld there is withheld here. */
export async function measuredThemes(
  crm: Crm,
): Promise<{ period: string; themes: MeasuredTheme[] }> {
  const { period, questions, heat } = await satisfactionFigures(crm, {
    period: 'quarter',
    locale: 'ar',
  });
  const themes = [
    ...questions.map((figure) => ({ service: null, figure })),
    // What belongs to no service is counted in the whole, and is no theme of its own.
    ...heat
      .filter(({ service }) => service !== noValue)
      .flatMap(({ service, cells }) => cells.map((figure) => ({ service, figure }))),
  ];
  return {
    period: period.key,
    themes: themes.map(({ service, figure: { key, n, value, low, high } }) => ({
      question: key,
      service,
      figure: { from: period.from, to: period.to, n, value, low, high },
    })),
  };
}

/** What can be measured, with its names. */
export interface ThemeNames {
  /** the question that must be answered: what a service as a whole is judged by */
  headline: string | null;
  questions: { key: string; label: Bilingual }[];
  services: { slug: string; name: Bilingual }[];
}

export async function themeNames(crm: Crm): Promise<ThemeNames> {
  const [survey, arabic, english] = await Promise.all([
    activeSurvey(crm),
    listServices(crm, 'ar'),
    listServices(crm, 'en'),
  ]);
  const scale = survey?.questions.filter(({ type }) => type === 'satisfaction5') ?? [];
  return {
    headline: headlineOf(scale)?.key ?? null,
    questions: scale.map(({ key, label }) => ({ key, label })),
    services: arabic.map(({ slug, name }) => ({
      slug,
      name: { ar: name, en: english.find((service) => service.slug === slug)?.name ?? name },
    })),
  };
}

/** The names of one theme; of what is no longer asked or offered, its key. */
export function nameTheme(
  { question, service }: Theme,
  { questions, services }: ThemeNames,
  locale: Locale,
): { label: string; serviceName: string | null } {
  const asked = questions.find(({ key }) => key === question);
  const offered = services.find(({ slug }) => slug === service);
  return {
    label: asked ? pick(asked.label, locale) : question,
    serviceName: service && (offered ? pick(offered.name, locale) : service),
  };
}
