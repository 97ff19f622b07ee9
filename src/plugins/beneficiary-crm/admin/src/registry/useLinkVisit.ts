import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { DataEnvelope } from '../../../contracts/common';
import type { VisitDetail } from '../../../contracts/reception';
import { crmUrl } from '../app/api';
import { useWords } from '../app/words';

/** Gives a visit to the file of its visitor, as the visit stands now; false when it did not go through. */
export function useLinkVisit() {
  const { get, post } = useFetchClient();
  const { locale } = useWords();
  return useCallback(
    async (id: string, beneficiary: string): Promise<boolean> => {
      const url = (path: string) => crmUrl(`/visits/${encodeURIComponent(id)}${path}`, locale);
      try {
        // A colleague may have begun to serve the visitor while the form was filled in.
        const visit = await get<DataEnvelope<VisitDetail>>(url(''));
        const expectedVersion = visit.data.data.version;
        await post(url('/link'), { expectedVersion, beneficiary });
        return true;
      } catch {
        return false;
      }
    },
    [get, post, locale],
  );
}
