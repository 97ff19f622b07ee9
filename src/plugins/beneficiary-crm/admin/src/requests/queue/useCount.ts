import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';

/**
 * A count of the queue in words. The server counts to `countedTo` at most: from there on it says "more than".
 */
export function useCount(countedTo: number): (n: number) => string {
  const { t } = useWords();
  const { number } = useFormats();
  return (n) => (n >= countedTo ? t('inbox.more-than', { n: number(countedTo - 1) }) : number(n));
}
