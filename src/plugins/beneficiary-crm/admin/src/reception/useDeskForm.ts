import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useCommand } from '../app/api';
import { useDraft } from '../app/useDraft';
import { useOnceKey } from '../app/useOnceKey';

/**
 * A form of the desk: what is typed is kept under `name`, sent once, and forgotten when it was accepted.
 * Errors stand by their fields; what belongs to no field is the trouble.
 */
export function useDeskForm<T extends object>(name: string, start: T) {
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(name, start);
  const { headersFor, done } = useOnceKey(name);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  /** @returns what the server answered, or null when it was refused or is under way already */
  const post = async <Answer>(
    path: string,
    body: object,
    success: string,
  ): Promise<Answer | null> => {
    setErrors({});
    setTrouble(null);
    const outcome = await send<Answer>(path, body, headersFor(body));
    if (outcome === null) return null;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      return null;
    }
    clear();
    done();
    toggleNotification({ type: 'success', message: success });
    return outcome.data;
  };
  return { draft, change, clear, errors, setErrors, trouble, busy, post };
}
