import { Typography, VisuallyHidden } from '@strapi/design-system';
import type { PromiseView } from '../../../contracts/admin';
import { useWords } from '../app/words';
import { promiseWords } from './promise';

/** The promised reply in words; coloured only when it is near or past. */
export function PromiseText({ promise }: { promise: PromiseView | null }) {
  const { t } = useWords();
  if (!promise)
    return (
      <Typography textColor="neutral600">
        <span aria-hidden>—</span>
        <VisuallyHidden>{t('promise.none')}</VisuallyHidden>
      </Typography>
    );
  const { key, days, tone } = promiseWords(promise);
  return (
    <Typography
      tag="span"
      textColor={tone ? `${tone}700` : 'neutral800'}
      fontWeight={tone ? 'bold' : 'regular'}
    >
      {t(key, { days })}
    </Typography>
  );
}
