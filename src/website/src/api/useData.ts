import { useEffect, useState } from 'preact/hooks';
import { ApiError, address, get } from './client';

interface Loaded<T> {
  data: T | undefined;
  error: ApiError | undefined;
  retry: () => void;
}

/** What was read stays for the visit, so that going back shows the page at once, where it was. */
const kept = new Map<string, unknown>();

/** Reads `path` of the API; null reads nothing. */
export function useData<T>(path: string | null): Loaded<T> {
  const key = path && address(path);
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ key: string; data?: T; error?: ApiError }>();

  useEffect(() => {
    if (!path || !key || kept.has(key)) return;
    let wanted = true;
    setResult(undefined);
    get<T>(path).then(
      (data) => {
        kept.set(key, data);
        if (wanted) setResult({ key, data });
      },
      (error: ApiError) => wanted && setResult({ key, error }),
    );
    return () => {
      wanted = false;
    };
  }, [key, attempt]);

  const current = result?.key === key ? result : undefined;
  return {
    data: key && kept.has(key) ? (kept.get(key) as T) : current?.data,
    error: current?.error,
    retry: () => setAttempt(attempt + 1),
  };
}
