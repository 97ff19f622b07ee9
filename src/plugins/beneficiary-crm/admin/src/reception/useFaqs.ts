import { useState } from 'react';
import type { FaqView } from '../../../contracts/website';
import { useCommand } from '../app/api';

/** Looks among the published questions; `found` is null until something was looked for. */
export function useFaqs() {
  const { send, busy } = useCommand();
  const [found, setFound] = useState<FaqView[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const look = async (q: string) => {
    setTrouble(null);
    const outcome = await send<FaqView[]>('/desk/faqs', { q });
    if (outcome === null) return;
    if (outcome.ok) setFound(outcome.data);
    else setTrouble(outcome.problem.message);
  };
  return { found, look, looking: busy, trouble };
}
