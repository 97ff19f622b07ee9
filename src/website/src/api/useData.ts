import { useEffect, useState } from 'preact/hooks';
import type { ApiError } from './client';
import { address, get } from './client';

interface Loaded<T> {
  data: T | undefined;
  error: ApiError | undefined;
  /** Reads again; what is kept stays on the page until the new is there. */
  retry: () => void;
}

/** What was read stays for the visit, so that going back shows the page at once, where it was. */
const kept = new Map<string, unknown>();

/** Reads `path` of the API; null reads nothing. */
export function useData<T>(path: string | null): Loaded<T> {
  const key = path && address(path);
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ key: string; error?: ApiError }>();

  useEffect(() => {
    if (!path || !key || (kept.has(key) && attempt === 0)) return;
    let wanted = true;
    setResult(undefined);
    get<T>(path).then(
      (data) => {
        kept.set(key, data);
        if (wanted) setResult({ key });
      },
      (error: ApiError) => wanted && setResult({ key, error }),
    );
    return () => {
      wanted = false;
    };
  }, [key, attempt]);

  const data = key ? (kept.get(key) as T | undefined) : undefined;
  const failed = result?.key === key ? result?.error : undefined;
  return {
    data,
    error: data === undefined ? failed : undefined,
    retry: () => setAttempt(attempt + 1),
  };
}
