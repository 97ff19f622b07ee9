import { useAuth } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Received } from '../../../../contracts/receiving';
import type { Locale } from '../../../../contracts/vocabulary';
import { crmUrl } from '../../app/api';
import { describeProblem } from '../../app/problem';
import { useWords } from '../../app/words';

interface Panel {
  strapi: { backendURL: string };
}

/**
 * Opens the receipt for printing. The code is sent in the body and stands in no address; Strapi's own client
 * reads files by GET alone.
 */
export function useReceiptPaper({ reference, accessCode }: Received, locale: Locale) {
  const token = useAuth('beneficiary-crm', (state) => state.token);
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const open = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const { backendURL } = (window as unknown as Panel).strapi;
      const answer = await fetch(backendURL + crmUrl('/desk/receipts', locale), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? ''}` },
        body: JSON.stringify({ reference, accessCode }),
      });
      if (!answer.ok) {
        const refusal = { response: { data: (await answer.json()) as unknown } };
        return setTrouble(describeProblem(refusal, t('common.unreachable')).message);
      }
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await answer.blob());
      link.target = '_blank';
      link.click();
    } catch (error) {
      setTrouble(describeProblem(error, t('common.unreachable')).message);
    } finally {
      setBusy(false);
    }
  };
  return { open, busy, trouble };
}
