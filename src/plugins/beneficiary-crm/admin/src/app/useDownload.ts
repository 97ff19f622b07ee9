import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { crmUrl } from './api';
import { describeProblem } from './problem';
import { useWords } from './words';

/** Fetches a file with the session of the person and hands it to the browser; no address of it can be shared. */
export function useDownload() {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { t, locale } = useWords();
  return useCallback(
    async (path: string, name: string, query: Record<string, string> = {}) => {
      try {
        const { data } = await get(crmUrl(path, locale, query), { responseType: 'blob' });
        const address = URL.createObjectURL(data);
        const link = document.createElement('a');
        link.href = address;
        link.download = name;
        link.click();
        URL.revokeObjectURL(address);
      } catch (error) {
        const { message } = describeProblem(error, t('common.unreachable'));
        toggleNotification({ type: 'danger', message });
      }
    },
    [get, locale, t, toggleNotification],
  );
}
