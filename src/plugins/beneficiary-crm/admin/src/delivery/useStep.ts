import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { RequestAction } from '../../../contracts/vocabulary';
import { useCommand } from '../app/api';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';

/** The request that a step belongs to, as it was looked at. */
export interface StepOn {
  request: { id: string; version: number };
  close: () => void;
  /** called after success, and after somebody else was faster */
  reload: () => void;
}

/** One step on an allocation: what is typed for it stays until it was accepted, its mistakes stand by their fields. */
export function useStep<T extends object>(
  { request, close, reload }: StepOn,
  name: string,
  empty: T,
) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft<T>(`${request.id}.${name}`, empty);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  /** @param mistakes keys of messages by field, found before anything is sent */
  const take = async (
    action: RequestAction,
    body: Record<string, unknown>,
    mistakes: Record<string, string | false> = {},
  ): Promise<void> => {
    const found = Object.entries(mistakes).filter(([, key]) => key !== false);
    setErrors(Object.fromEntries(found.map(([field, key]) => [field, t(String(key))])));
    setTrouble(null);
    if (found.length > 0) return;
    const outcome = await send(`/requests/${request.id}/actions/${action}`, {
      expectedVersion: request.version,
      ...body,
    });
    if (outcome === null) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      if (outcome.problem.status === 409) reload();
      return;
    }
    clear();
    toggleNotification({
      type: 'success',
      message: t('action.done', { action: word('action', action) }),
    });
    close();
    reload();
  };

  return { draft, change, take, form: { errors, trouble, busy, close } };
}
