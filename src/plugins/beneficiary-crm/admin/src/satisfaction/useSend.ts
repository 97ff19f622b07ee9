import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useCommand } from '../app/api';
import { useWords } from '../app/words';

interface Sending {
  path: string;
  body: unknown;
  /** keys of messages by field, found before anything is sent */
  mistakes?: Record<string, string | false>;
  /** what is said when it is done */
  done: string;
}

/** Sends what was filled in; its mistakes stand by their fields, and a page that somebody else changed is read anew. */
export function useSend(reload: () => void, method: 'post' | 'put' = 'post') {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand(method);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  /** @returns what the server answered; null when it refused, or nothing was sent */
  const take = async <T>({ path, body, mistakes = {}, done }: Sending): Promise<T | null> => {
    const found = Object.entries(mistakes).filter(([, key]) => key !== false);
    setErrors(Object.fromEntries(found.map(([field, key]) => [field, t(String(key))])));
    setTrouble(null);
    if (found.length > 0) return null;
    const outcome = await send<T>(path, body);
    if (outcome === null) return null;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      if (outcome.problem.status === 409) reload();
      return null;
    }
    toggleNotification({ type: 'success', message: done });
    reload();
    return outcome.data;
  };

  return { take, errors, trouble, busy };
}
