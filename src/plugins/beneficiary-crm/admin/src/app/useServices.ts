import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { DataEnvelope } from '../../../contracts/common';
import type { ServiceSummary } from '../../../contracts/website';
import { useWords } from './words';

/** What the association offers, as the website lists it; empty until known, or when it cannot be known. */
export function useServices(): ServiceSummary[] {
  const { get } = useFetchClient();
  const { locale } = useWords();
  const [services, setServices] = useState<ServiceSummary[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    get<DataEnvelope<ServiceSummary[]>>(`/api/crm/services?locale=${locale}`, {
      signal: abort.signal,
    })
      .then((answer) => {
        if (!abort.signal.aborted) setServices(answer.data.data);
      })
      // Without the list the filter has no choices; the queue itself says what is wrong with the connection.
      .catch(() => {
        if (!abort.signal.aborted) setServices([]);
      });
    return () => abort.abort();
  }, [get, locale]);
  return services;
}
