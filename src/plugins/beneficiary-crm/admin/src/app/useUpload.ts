import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DataEnvelope } from '../../../contracts/common';
import { crmUrl } from './api';
import type { Outcome } from './api';
import { describeProblem } from './problem';
import { useWords } from './words';

interface Answer {
  status: number;
  data: unknown;
}

/** Where the panel's server is, as the panel itself was told. */
const serverUrl = (path: string) => {
  const { backendURL = '' } = window.strapi as { backendURL?: string };
  return backendURL + path;
};

/** `fetch` tells nothing about how much of a body has gone; the older way does. */
const sendFile = (
  url: string,
  token: string | null,
  file: File,
  progress: (share: number) => void,
) =>
  new Promise<Answer>((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', url);
    call.responseType = 'json';
    if (token) call.setRequestHeader('Authorization', `Bearer ${token}`);
    call.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    call.onload = () => resolve({ status: call.status, data: call.response });
    call.onerror = () => reject(new Error('unreachable'));
    const body = new FormData();
    body.append('file', file);
    call.send(body);
  });

/**
 * Sends one file to `path` and says how much of it has gone, as a share 0…1; `progress` is null when none is
 * on its way. `known` is a path that may be read: asking it renews a session that ran out meanwhile.
 */
export function useUpload<T>(path: string, known: string) {
  const { get } = useFetchClient();
  const { t, locale } = useWords();
  const token = useAuth('beneficiary-crm', (state) => state.token);
  const current = useRef(token);
  useEffect(() => {
    current.current = token;
  }, [token]);
  const [progress, setProgress] = useState<number | null>(null);
  const fallback = t('common.unreachable');

  const upload = useCallback(
    async (file: File): Promise<Outcome<T>> => {
      const url = serverUrl(crmUrl(path, locale));
      setProgress(0);
      try {
        let answer = await sendFile(url, current.current, file, setProgress);
        if (answer.status === 401) {
          await get(crmUrl(known, locale));
          answer = await sendFile(url, current.current, file, setProgress);
        }
        if (answer.status < 400) return { ok: true, data: (answer.data as DataEnvelope<T>).data };
        return { ok: false, problem: describeProblem({ response: answer }, fallback) };
      } catch (error) {
        return { ok: false, problem: describeProblem(error, fallback) };
      } finally {
        setProgress(null);
      }
    },
    [path, known, locale, get, fallback],
  );
  return { upload, progress };
}
