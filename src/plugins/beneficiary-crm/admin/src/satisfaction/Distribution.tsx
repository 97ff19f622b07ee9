import type { Measure } from '../../../contracts/satisfaction';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { CountBars } from './charts/CountBars';

/** How often each answer was given, in the order of the scale. */
export function Distribution({ figure }: { figure: Measure }) {
  const { t } = useWords();
  const { percent } = useFormats();
  return (
    <CountBars
      label={t('figures.distribution-of', { question: figure.label })}
      inOrder
      rows={[...figure.distribution]
        .reverse()
        .map(({ key, label, n, share }) => ({ key, name: label, n, aside: percent(share) }))}
    />
  );
}
