import { useEffect, useState } from 'preact/hooks';

const SECOND = 1_000;
/** Said beforehand, so that who is only slow can stay. */
const WARNING = 15 * SECOND;
const signs = ['pointerdown', 'keydown', 'input', 'touchstart'] as const;

/**
 * Tells that nobody has touched the page for `seconds`; null never tells.
 * @returns whether it is about to
 */
export function useIdle(seconds: number | null, onIdle: () => void): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    if (seconds === null) return;
    let timers: ReturnType<typeof setTimeout>[] = [];
    const start = () => {
      timers.forEach(clearTimeout);
      setSoon(false);
      timers = [
        setTimeout(() => setSoon(true), seconds * SECOND - WARNING),
        setTimeout(onIdle, seconds * SECOND),
      ];
    };
    start();
    signs.forEach((sign) => addEventListener(sign, start));
    return () => {
      timers.forEach(clearTimeout);
      signs.forEach((sign) => removeEventListener(sign, start));
      setSoon(false);
    };
  }, [seconds]);
  return soon;
}
