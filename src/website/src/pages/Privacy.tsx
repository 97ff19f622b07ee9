import { Page } from '../app/Page';
import { t } from '../texts/i18n';

const parts = ['collect', 'identity', 'who', 'site', 'evaluate', 'keep', 'rights'] as const;

export function Privacy() {
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      {parts.map((part) => (
        <section>
          <h2>{t(`privacy.${part}`)}</h2>
          <p>{t(`privacy.${part}Text`)}</p>
        </section>
      ))}
      <p>
        <a class="button secondary" href="/ask">
          {t('privacy.ask')}
        </a>
      </p>
    </Page>
  );
}
