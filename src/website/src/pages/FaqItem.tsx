import type { FaqView } from '../api/types';
import { t } from '../texts/i18n';
import { Prose } from '../ui/bits';

export function FaqItem({ faq }: { faq: FaqView }) {
  return (
    <details class="faq">
      <summary>
        {faq.isMisconception && <span class="tag">{t('faqs.misconception')}</span>} {faq.question}
      </summary>
      <Prose text={faq.answer} />
    </details>
  );
}
