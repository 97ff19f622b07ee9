import { useEffect, useState } from 'react';

/** Whether a media query holds, now and after the window changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const update = () => setHolds(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return holds;
}

/** Too narrow for a table: lists are shown as cards. */
export const useNarrow = () => useMedia('(max-width: 699px)');
