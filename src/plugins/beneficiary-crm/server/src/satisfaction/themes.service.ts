import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { listServices } from '../services';
import { lastQuarter } from './improvement.rules';
import type { MeasuredTheme, Theme } from './improvement.rules';
import { satisfactionFigures } from './satisfaction.service';
import { activeSurvey } from './survey.service';

/** Themes as they were published for the quarter that ended last: what is withheld there is withheld here. */
export async function measuredThemes(
  crm: Crm,
  now: Date,
): Promise<{ period: string; themes: MeasuredTheme[] }> {
  const quarter = lastQuarter(riyadhDate(now));
  const { questions, heat } = await satisfactionFigures(crm, { period: 'quarter', locale: 'ar' });
  const { from, to } = quarter;
  const themes = [
    ...questions.map((figure) => ({ service: null, figure })),
    ...heat.flatMap(({ service, cells }) => cells.map((figure) => ({ service, figure }))),
  ];
  return {
    period: quarter.period,
    themes: themes.map(({ service, figure: { key, n, value, low, high } }) => ({
      question: key,
      service,
      figure: { from, to, n, value, low, high },
    })),
  };
}

/** What can be measured, with its names. */
export interface ThemeNames {
  questions: { key: string; label: Bilingual }[];
  services: { slug: string; name: Bilingual }[];
}

export async function themeNames(crm: Crm): Promise<ThemeNames> {
  const [survey, arabic, english] = await Promise.all([
    activeSurvey(crm),
    listServices(crm, 'ar'),
    listServices(crm, 'en'),
  ]);
  return {
    questions: (survey?.questions ?? [])
      .filter(({ type }) => type === 'satisfaction5')
      .map(({ key, label }) => ({ key, label })),
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
