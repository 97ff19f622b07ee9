import { useEffect, useState } from 'preact/hooks';
import { recall, remember } from './storage';

/** The page that is shown: the path and the query, which are all that our addresses carry. */
export interface Place {
  path: string;
  query: URLSearchParams;
  href: string;
}

const here = (): Place => ({
  path: location.pathname.replace(/(.)\/+$/, '$1'),
  query: new URLSearchParams(location.search),
  href: location.pathname + location.search,
});

const listeners = new Set<() => void>();
const scrolls: Record<string, number> = recall('scrolls') ?? {};
/** Going back or refreshing returns to where one was; going on starts at the top. */
let returning = true;
/** False from leaving one page until the next is there: what scrolls meanwhile is nobody's place. */
let settled = false;
/** What we note on an entry of the browser's history; `pushed`: one of our pages led to it. */
interface Entry {
  entry: number;
  pushed: boolean;
}
const state = () => history.state as Entry | null;
const entry = () => String(state()?.entry);
/** Does going back stay on this site? */
export const canGoBack = () => state()?.pushed === true;
let arrived = false;

export function navigate(to: string, how: 'push' | 'replace' | 'quiet' = 'push') {
  if (how !== 'quiet') [returning, settled] = [false, false];
  if (how === 'push')
    history.pushState({ entry: Date.now(), pushed: true } satisfies Entry, '', to);
  else history.replaceState(history.state, '', to);
  if (how !== 'quiet') listeners.forEach((tell) => tell());
}

/** The new page is there: the reader's eye and the screen reader go to its title. */
export function arrive(title: HTMLElement | null) {
  if (arrived) title?.focus({ preventScroll: true });
  arrived = true;
  scrollTo(0, returning ? (scrolls[entry()] ?? 0) : 0);
  requestAnimationFrame(() => (settled = true));
}

function followLink(event: MouseEvent) {
  const link = (event.target as Element).closest('a');
  const special = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
  if (!link || special || event.defaultPrevented || link.target || link.download) return;
  if (link.origin !== location.origin || /^\/(api|admin|uploads)\b/.test(link.pathname)) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}

export function startRouter() {
  history.scrollRestoration = 'manual';
  if (!state()) history.replaceState({ entry: Date.now(), pushed: false } satisfies Entry, '');
  document.addEventListener('click', followLink);
  addEventListener('popstate', () => {
    [returning, settled] = [true, false];
    listeners.forEach((tell) => tell());
  });
  const note = () => {
    if (settled) scrolls[entry()] = scrollY;
  };
  addEventListener('scroll', note, { passive: true });
  addEventListener('pagehide', () => remember('scrolls', scrolls));
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const tell = () => setPlace(here());
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
  return place;
}
