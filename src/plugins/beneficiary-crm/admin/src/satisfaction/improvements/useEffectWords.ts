import type { Effect, EffectFigure } from '../../../../contracts/improvements';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';

/** The figure of an action's theme before and since, in words. */
export function useEffectWords() {
  const { t } = useWords();
  const { percent, number, day } = useFormats();
  /** with its interval, its n and its period */
  const figure = (one: EffectFigure | null): string =>
    !one || one.value === null || one.low === null || one.high === null
      ? t('improvements.effect.unknown')
      : t('improvements.effect.figure', {
          share: percent(one.value),
          range: t('figures.range', { low: percent(one.low), high: percent(one.high) }),
          n: one.n,
          from: day(one.from),
          to: day(one.to),
        });
  const sentence = ({ before, since, change }: Effect): string => {
    if (before?.value == null)
      return since?.value == null
        ? t('improvements.effect.none')
        : t('improvements.effect.only-since', { since: percent(since.value), n: number(since.n) });
    if (since?.value == null)
      return t('improvements.effect.only-before', {
        before: percent(before.value),
        n: number(before.n),
      });
    return t(`improvements.effect.${change ?? 'chance'}`, {
      before: percent(before.value),
      since: percent(since.value),
    });
  };
  return { figure, sentence };
}
