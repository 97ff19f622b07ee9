import { useEffect } from 'react';

const everySeconds = 30;

/** Reads again when the person comes back to the window, and now and then while the page is in sight. */
export function useLive(reload: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = setInterval(look, everySeconds * 1000);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);
}
