import type { JSX } from 'preact';
import type { RequestKind } from '../api/types';
import { Channels } from '../pages/Channels';
import { Documents } from '../pages/Documents';
import { Faqs } from '../pages/Faqs';
import { Home } from '../pages/Home';
import { NotFound } from '../pages/NotFound';
import { Privacy } from '../pages/Privacy';
import { Satisfaction } from '../pages/Satisfaction';
import { Service } from '../pages/Service';
import { Services } from '../pages/Services';
import { Layout } from './Layout';
import { lazy } from './lazy';
import { usePlace } from './router';

const Form = lazy(async () => (await import('../form/FormPage')).FormPage);
const Track = lazy(async () => (await import('../track/TrackPage')).TrackPage);
const Answer = lazy(async () => (await import('../track/AnswerPage')).AnswerPage);
const Evaluate = lazy(async () => (await import('../evaluate/EvaluatePage')).EvaluatePage);

const ofKind = (kind: RequestKind) => () => <Form key={kind} source={`/forms/${kind}`} />;

/** Every address of the site; `*` stands for one name in the path. */
const routes: Record<string, (name: string) => JSX.Element> = {
  '/': () => <Home />,
  '/services': () => <Services />,
  '/services/*': (slug) => <Service key={slug} slug={slug} />,
  '/apply/*': (slug) => <Form key={slug} source={`/services/${encodeURIComponent(slug)}`} />,
  '/ask': ofKind('inquiry'),
  '/complain': ofKind('complaint'),
  '/suggest': ofKind('suggestion'),
  '/volunteer': ofKind('volunteering'),
  '/faqs': () => <Faqs />,
  '/track': () => <Track />,
  '/answer': () => <Answer />,
  '/evaluate': () => <Evaluate />,
  '/documents': () => <Documents />,
  '/channels': () => <Channels />,
  '/satisfaction': () => <Satisfaction />,
  '/privacy': () => <Privacy />,
};

function page(path: string) {
  const whole = routes[path];
  if (whole && !path.includes('*')) return whole('');
  const [, section, name, ...rest] = path.split('/');
  const named = name && rest.length === 0 ? routes[`/${section}/*`] : undefined;
  return named ? named(decodeURIComponent(name ?? '')) : <NotFound />;
}

export function App({ onLanguage }: { onLanguage: () => void }) {
  const { path } = usePlace();
  return <Layout onLanguage={onLanguage}>{page(path)}</Layout>;
}
