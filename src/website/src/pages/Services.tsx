import type { ServiceSummary } from '../api/types';
import { t } from '../texts/i18n';
import { Loaded } from './Loaded';
import { ServiceList } from './ServiceList';

export function Services() {
  return (
    <Loaded<ServiceSummary[]>
      wide
      path="/services"
      title={t('services.title')}
      lead={t('services.lead')}
    >
      {(services) =>
        services.length > 0 ? (
          <ServiceList services={services} />
        ) : (
          <p class="empty">
            {t('services.empty')} <a href="/channels">{t('nav.channels')}</a>
          </p>
        )
      }
    </Loaded>
  );
}
