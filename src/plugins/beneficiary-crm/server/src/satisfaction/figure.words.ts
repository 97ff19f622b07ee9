import { answerModes } from '../../../contracts/satisfaction';
import type { Dimension, MeasureName, PeriodView } from '../../../contracts/satisfaction';
import type { Locale } from '../../../contracts/vocabulary';
import { channelSlugs, requestKinds } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { branches } from '../reception';
import { listServices } from '../services';
import { daysOf, kindOfPeriod } from './calendar-period.rules';
import { contactOutcomes } from './content-types';
import { noValue } from './rollup.repository';
import { satisfactionScale } from './scale.policy';
import { satisfactionPolicy } from './satisfaction.policy';

/** The words around figures: what periods, slices and measures are called, and how each is worked out. */

export function periodView(crm: Crm, locale: Locale, key: string): PeriodView {
  const kind = kindOfPeriod(key);
  const year = key.slice(0, 4);
  const names = {
    year: () => year,
    quarter: () => crm.say(locale, 'figure.quarter', { quarter: Number(key.slice(-1)), year }),
    month: () =>
      new Intl.DateTimeFormat(locale === 'ar' ? 'ar-SA-u-ca-gregory-nu-latn' : 'en-GB', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${key}-15T00:00:00Z`)),
  };
  return { key, kind, ...daysOf(key), name: names[kind]() };
}

export type SliceNames = (dimension: Dimension, value: string) => string;

/** What the values of each dimension are called; one that is no longer offered goes by its own name. */
export async function sliceNames(crm: Crm, locale: Locale): Promise<SliceNames> {
  const [services, places] = await Promise.all([listServices(crm, locale), branches(crm, locale)]);
  const named = new Map<string, string>([
    ...services.map(({ slug, name }): [string, string] => [`service ${slug}`, name]),
    ...places.map(({ slug, name }): [string, string] => [`branch ${slug}`, name]),
    ...channelSlugs.map((slug): [string, string] => [
      `channel ${slug}`,
      crm.say(locale, `channel.${slug}`),
    ]),
    ...requestKinds.map((kind): [string, string] => [
      `kind ${kind}`,
      crm.say(locale, `kind.${kind}`),
    ]),
    ['kind visit', crm.say(locale, 'figure.kind.visit')],
    ...contactOutcomes.map((outcome): [string, string] => [
      `outcome ${outcome}`,
      crm.say(locale, `figure.outcome.${outcome}`),
    ]),
    ...answerModes.map((mode): [string, string] => [
      `mode ${mode}`,
      crm.say(locale, `figure.mode.${mode}`),
    ]),
  ]);
  return (dimension, value) =>
    value === noValue
      ? crm.say(locale, `figure.none.${dimension}`)
      : (named.get(`${dimension} ${value}`) ?? value);
}

export const dimensionName = (crm: Crm, locale: Locale, dimension: Dimension): string =>
  crm.say(locale, `figure.dimension.${dimension}`);

export const definitionOf = (crm: Crm, locale: Locale, measure: MeasureName): string =>
  crm.say(locale, `figure.${measure}.definition`, { threshold: satisfactionPolicy.smallestSlice });

/** Everything that a reader of the figures must know, in the order in which it is read. */
export const definitions = (
  crm: Crm,
  locale: Locale,
): { key: string; title: string; text: string }[] =>
  (
    [
      'csat',
      'ces',
      'nps',
      'response',
      'interval',
      'comparison',
      'modes',
      'withheld',
      'periods',
    ] as const
  ).map((key) => ({
    key,
    title: crm.say(locale, `figure.${key}`),
    text: crm.say(locale, `figure.${key}.definition`, {
      threshold: satisfactionPolicy.smallestSlice,
    }),
  }));

/** The answers that a question offers, lowest first. */
export function answersOf(
  crm: Crm,
  locale: Locale,
  question: { type: string; options?: { code: number; label: { ar: string; en: string } }[] },
): { key: number; label: string }[] {
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, nth) => ({
      key: from + nth,
      label: String(from + nth),
    }));
  switch (question.type) {
    case 'satisfaction5':
      return satisfactionScale
        .map(({ value, label }) => ({ key: value, label: pick(label, locale) }))
        .sort((a, b) => a.key - b.key);
    case 'ces':
      return numbers(1, 7);
    case 'nps':
      return numbers(0, 10);
    default:
      return (question.options ?? []).map(({ code, label }) => ({
        key: code,
        label: pick(label, locale),
      }));
  }
}
