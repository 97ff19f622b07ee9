import { useEffect } from 'react';
import { isBusyElsewhere, queueKeyOf } from './keys';
import type { QueueKey } from './keys';

/**
 * The keys of the queue while it is in sight; one that has nothing to do here is left to the browser.
 * It listens at the document, before the window: there the slash would open the search over all pages.
 */
export function useQueueKeys(does: Partial<Record<QueueKey, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const key = queueKeyOf(event, isBusyElsewhere(event.target));
      const act = key && does[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [does]);
}
