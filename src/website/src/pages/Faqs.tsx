import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/Page';
import { navigate, usePlace } from '../app/router';
import type { FaqView } from '../api/types';
import { useData } from '../api/useData';
import { t } from '../texts/i18n';
import { Failed, Loading } from '../ui/states';
import { FaqItem } from './FaqItem';

const PAUSE_MS = 250;

/** The value once it has rested for a moment, so that not every letter asks the server. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

function topicsOf(faqs: FaqView[]) {
  const topics = new Map<string, string>();
  for (const { topic } of faqs) if (topic) topics.set(topic.slug, topic.name);
  return [...topics];
}

interface TopicsProps {
  topics: [slug: string, name: string][];
  chosen: string;
  onTopic: (slug: string) => void;
}

function Topics({ topics, chosen, onTopic }: TopicsProps) {
  const all: [string, string][] = [['', t('faqs.all')], ...topics];
  return (
    <div class="topics" role="group" aria-label={t('faqs.topics')}>
      {all.map(([slug, name]) => (
        <button
          type="button"
          class="topic"
          aria-pressed={slug === chosen}
          onClick={() => onTopic(slug)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

export function Faqs() {
  const { query } = usePlace();
  const [typed, setTyped] = useState(query.get('q') ?? '');
  const [topic, setTopic] = useState(query.get('topic') ?? '');
  const q = useRested(typed.trim());
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (topic) asked.set('topic', topic);
  const search = asked.toString();
  const everything = useData<FaqView[]>('/faqs').data;
  const { data, error, retry } = useData<FaqView[]>(search ? `/faqs?${search}` : '/faqs');
  useEffect(() => navigate(search ? `/faqs?${search}` : '/faqs', 'quiet'), [search]);

  return (
    <Page title={t('faqs.title')}>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <label for="faq-search">{t('faqs.search')}</label>
        <input
          id="faq-search"
          type="search"
          dir="auto"
          enterkeyhint="search"
          autoComplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      {everything && <Topics topics={topicsOf(everything)} chosen={topic} onTopic={setTopic} />}
      <p class="hint" role="status">
        {data && search && t('faqs.count', { n: data.length })}
      </p>
      {error && <Failed error={error} retry={retry} />}
      {!data && !error && <Loading />}
      {data?.map((faq) => (
        <FaqItem key={faq.slug} faq={faq} />
      ))}
      {data?.length === 0 && <p class="empty">{t('faqs.none')}</p>}
      <p class="panel">
        {t('faqs.notFound')} <a href="/ask">{t('link.ask')}</a>
      </p>
    </Page>
  );
}
