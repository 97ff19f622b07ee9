import { Page } from '../app/Page';
import type { ServiceDetail } from '../api/types';
import { useData } from '../api/useData';
import { t } from '../texts/i18n';
import { PromiseRange, Prose } from '../ui/bits';
import { daysAfter } from '../ui/dates';
import { Failed, Loading } from '../ui/states';
import { NotFound } from './NotFound';
import { categoryName } from './category';

function WhatToBring({ documents }: { documents: ServiceDetail['requiredDocuments'] }) {
  if (documents.length === 0) return <p>{t('service.bringNothing')}</p>;
  return (
    <>
      <ul>
        {documents.map(({ key, label, hint, required }) => (
          <li key={key}>
            {label}
            {!required && <span class="optional"> {t('service.optional')}</span>}
            {hint && <span class="hint block">{hint}</span>}
          </li>
        ))}
      </ul>
      <p class="hint">{t('service.bringHint')}</p>
    </>
  );
}

function HowLong({ service }: { service: ServiceDetail }) {
  const now = new Date();
  const { earliestDays, latestDays } = service.promise;
  return (
    <div class="panel">
      <p>{t('service.ifToday')}</p>
      <PromiseRange earliest={daysAfter(now, earliestDays)} latest={daysAfter(now, latestDays)} />
      {service.needsCommittee && <p class="hint">{t('promise.why')}</p>}
    </div>
  );
}

export function Service({ slug }: { slug: string }) {
  const { data, error, retry } = useData<ServiceDetail>(`/services/${encodeURIComponent(slug)}`);
  if (error?.status === 404) return <NotFound />;
  if (error)
    return (
      <Page title={t('fail.title')}>
        <Failed error={error} retry={retry} />
      </Page>
    );
  if (!data) return <Loading />;
  return (
    <Page title={data.name} caption={categoryName(data.category)} lead={data.summary}>
      <h2>{t('service.whoFor')}</h2>
      <Prose text={data.whoFor} />
      <h2>{t('service.whatYouGet')}</h2>
      <Prose text={data.whatYouGet} />
      <h2>{t('service.bring')}</h2>
      <WhatToBring documents={data.requiredDocuments} />
      <h2>{t('service.howLong')}</h2>
      <HowLong service={data} />
      {data.steps.length > 0 && (
        <>
          <h2>{t('service.steps')}</h2>
          <ol class="steps">
            {data.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </>
      )}
      <div class="actions">
        <a class="button big" href={`/apply/${encodeURIComponent(slug)}`}>
          {t('service.apply')}
        </a>
      </div>
      <p class="hint">{t('service.time')}</p>
      <p>
        {t('service.unsure')} <a href="/ask">{t('service.askUs')}</a>
      </p>
    </Page>
  );
}
