import { randomUUID } from 'node:crypto';
import type { Locale } from '../../../contracts/vocabulary';
import type { FaqView } from '../../../contracts/website';
import { faqScore } from '../kernel/arabic.rules';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, readPublished } from '../kernel/published';

/** The questions that the editors answer in public: the website's, and the desk's first help (O3). */

interface TopicRow {
  slug: string;
  name: string;
}
interface FaqRow {
  slug: string;
  question: string;
  answer: string;
  isMisconception: boolean;
  topic: TopicRow | null;
}

/** All that are published, in the editors' order. */
export async function faqs(crm: Pick<Crm, 'strapi'>, locale: Locale): Promise<FaqView[]> {
  const rows = await readPublished<FaqRow>(crm, 'api::faq.faq', {
    sort: ['position:asc', 'slug:asc'],
    populate: { topic: true },
  });
  return rows.map((faq) => {
    const { main, en } = faq;
    const topic = main.topic && { main: main.topic, en: en?.topic ?? null };
    return {
      slug: main.slug,
      topic: topic && { slug: topic.main.slug, name: pick(both<TopicRow>(topic, 'name'), locale) },
      question: pick(both(faq, 'question'), locale),
      answer: pick(both(faq, 'answer'), locale),
      isMisconception: main.isMisconception,
    };
  });
}

/** Those that fit what was typed, best first. */
export function bestFaqs(all: readonly FaqView[], query: string): FaqView[] {
  return all
    .map((faq) => ({ faq, score: faqScore(query, faq) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ faq }) => faq);
}

/** A published question by its slug; null when there is none (any more). */
export async function faqBySlug(
  crm: Pick<Crm, 'strapi'>,
  slug: string,
  locale: Locale,
): Promise<FaqView | null> {
  return (await faqs(crm, locale)).find((faq) => faq.slug === slug) ?? null;
}

/**
 * A question and its answer as a draft, which the editors publish, translate or throw away.
 * @returns the draft's id
 */
export async function draftFaq(
  { strapi }: Pick<Crm, 'strapi'>,
  { question, answer }: { question: string; answer: string },
): Promise<string> {
  const draft = await strapi.documents('api::faq.faq').create({
    locale: 'ar',
    data: {
      question,
      answer,
      slug: `question-${randomUUID().slice(0, 8)}`,
      isMisconception: false,
      position: 0,
    },
  });
  return draft.documentId;
}
