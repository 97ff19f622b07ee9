import { countCap } from '../../../../contracts/queue';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';

/** A count of the queue in words: beyond a point nobody counts on, and it says "more than". */
export function useCount(): (n: number) => string {
  const { t } = useWords();
  const { number } = useFormats();
  return (n) => (n >= countCap ? t('inbox.more-than', { n: number(countCap - 1) }) : number(n));
}
