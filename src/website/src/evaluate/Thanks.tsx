import { Page } from '../app/Page';
import { t } from '../texts/i18n';
import { Contact } from './Contact';
import type { Evaluation } from './token';

export function Thanks({ how }: Pick<Evaluation, 'how'>) {
  if (how === 'preview')
    return <Page title={t('evaluate.previewDone')} lead={t('evaluate.previewDoneText')} />;
  return (
    <Page title={t('evaluate.thanks')} lead={t('evaluate.thanksText')}>
      {how === 'link' && (
        <>
          <p>
            <a class="button secondary" href="/satisfaction">
              {t('evaluate.results')}
            </a>
          </p>
          <Contact />
        </>
      )}
    </Page>
  );
}
