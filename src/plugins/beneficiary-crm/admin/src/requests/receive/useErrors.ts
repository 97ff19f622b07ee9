import { useState } from 'react';
import { useWords } from '../../app/words';
import type { Problems } from './problems';

export interface Errors {
  /** The sentence for a field: the server's, or ours while what it says is still so. */
  at: (problems: Problems) => (path: string) => string | undefined;
  /** Whether anything is wrong; if so, it is said from now on. */
  found: (problems: Problems) => boolean;
  /** Keeps what the server said, until the next attempt. */
  say: (said: Record<string, string>) => void;
}

/** What is wrong is said once somebody tried to go on, and no longer than it is so. */
export function useErrors(): Errors {
  const { t } = useWords();
  const [tried, setTried] = useState(false);
  const [said, say] = useState<Record<string, string>>({});
  return {
    at: (problems) => (path) => {
      const key = tried ? problems[path] : undefined;
      return said[path] ?? (key && t(key));
    },
    found(problems) {
      const any = Object.keys(problems).length > 0;
      setTried(any);
      say({});
      return any;
    },
    say,
  };
}
