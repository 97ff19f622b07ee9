import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { PersonFile } from '../../../../contracts/registry';
import { useCommand } from '../../app/api';
import type { Problem } from '../../app/problem';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import type { Mistakes } from '../person/draft';

export interface StepProps {
  file: PersonFile;
  close: () => void;
  /** called after success, and after someone else was faster */
  reload: () => void;
}

/**
 * One step on a file: what is typed for it, kept until it was accepted; its mistakes; and sending it with the
 * version that was looked at. When someone was faster, the file is read again and what was typed stays.
 */
export function useStep<T extends object>(
  { file, close, reload }: StepProps,
  name: string,
  empty: T,
) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft<T>(`file.${file.id}.${name}`, empty);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const refuse = (problem: Problem) => {
    setErrors(problem.fields);
    const conflict = problem.code === 'error.version_conflict';
    setTrouble(conflict ? t('step.conflict') : problem.message);
    if (conflict) reload();
  };

  /** Sends the step to its path; the problem when it was refused. */
  const take = async (
    path: string,
    body: Record<string, unknown>,
    mistakes: Mistakes = {},
  ): Promise<Problem | null> => {
    const found = Object.entries(mistakes);
    setErrors(Object.fromEntries(found.map(([field, message]) => [field, t(message)])));
    setTrouble(null);
    if (found.length > 0) return null;
    const outcome = await send(path, { expectedVersion: file.version, ...body });
    if (outcome === null) return null;
    if (!outcome.ok) {
      refuse(outcome.problem);
      return outcome.problem;
    }
    clear();
    toggleNotification({ type: 'success', message: t('step.done') });
    close();
    reload();
    return null;
  };

  return { draft, change, take, refuse, form: { errors, trouble, busy, close } };
}
