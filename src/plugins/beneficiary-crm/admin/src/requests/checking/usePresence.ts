import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PresenceView } from '../../../../contracts/checking';
import type { DataEnvelope } from '../../../../contracts/common';
import { crmUrl } from '../../app/api';
import { useWords } from '../../app/words';

const everySeconds = 20;
/** Who typed within this time is writing. */
const writingSeconds = 30;

/**
 * Says that this person is at the request, as long as the page is in sight, and hears who else is.
 * A word that does not get through is no trouble: the next one does.
 */
export function usePresence(requestId: string): PresenceView | null {
  const { post } = useFetchClient();
  const { locale } = useWords();
  const [heard, setHeard] = useState<PresenceView | null>(null);
  const typedAt = useRef(0);
  const url = crmUrl(`/requests/${requestId}/presence`, locale);

  const say = useCallback(
    async (doing: 'looking' | 'writing' | 'left') => {
      try {
        const { data } = await post<DataEnvelope<PresenceView>>(url, { doing });
        if (doing !== 'left') setHeard(data.data);
      } catch {
        // Who else is here is not known: nothing is said of it.
        setHeard(null);
      }
    },
    [post, url],
  );

  useEffect(() => {
    const isWriting = () => Date.now() - typedAt.current < writingSeconds * 1000;
    const tell = () => {
      if (document.visibilityState === 'visible') void say(isWriting() ? 'writing' : 'looking');
    };
    const turn = () => (document.visibilityState === 'visible' ? tell() : void say('left'));
    const typed = () => {
      const wasWriting = isWriting();
      typedAt.current = Date.now();
      if (!wasWriting) tell();
    };
    tell();
    const timer = setInterval(tell, everySeconds * 1000);
    document.addEventListener('visibilitychange', turn);
    document.addEventListener('input', typed);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', turn);
      document.removeEventListener('input', typed);
      void say('left');
    };
  }, [say]);
  return heard;
}
