import { Page } from '../app/Page';
import type { ChannelsView, FaqView, PublicSatisfaction, ServiceSummary } from '../api/types';
import { useData } from '../api/useData';
import { t } from '../texts/i18n';
import { Arrow, Phone } from '../ui/bits';
import { FaqItem } from './FaqItem';
import { FigureView } from './FigureView';
import { ServiceList } from './ServiceList';

const ways = [
  ['/services', 'home.support', 'home.supportHint'],
  ['/faqs', 'home.question', 'home.questionHint'],
  ['/track', 'home.follow', 'home.followHint'],
  ['/volunteer', 'home.help', 'home.helpHint'],
] as const;

function Ways() {
  return (
    <ul class="ways">
      {ways.map(([href, title, hint]) => (
        <li>
          <a href={href}>
            <strong>{t(title)}</strong>
            <span>{t(hint)}</span>
            <Arrow />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The way in. What cannot be read now is left out: the four ways do not wait for it. */
export function Home() {
  const services = useData<ServiceSummary[]>('/services').data;
  const faqs = useData<FaqView[]>('/faqs').data;
  const satisfaction = useData<PublicSatisfaction>('/satisfaction').data;
  const channels = useData<ChannelsView>('/channels').data;
  return (
    <Page wide title={t('home.title')} lead={channels?.association.sentence || t('home.sentence')}>
      <Ways />
      {services && services.length > 0 && (
        <section>
          <h2>{t('home.services')}</h2>
          <ServiceList services={services.slice(0, 6)} />
          <p>
            <a href="/services">{t('home.allServices')}</a>
          </p>
        </section>
      )}
      {faqs && faqs.length > 0 && (
        <section>
          <h2>{t('home.faqs')}</h2>
          {faqs.slice(0, 3).map((faq) => (
            <FaqItem key={faq.slug} faq={faq} />
          ))}
          <p>
            <a href="/faqs">{t('home.allFaqs')}</a>
          </p>
        </section>
      )}
      {satisfaction && (
        <section>
          <h2>{t('home.satisfaction')}</h2>
          <FigureView figure={satisfaction.csat} main />
          <p>
            <a href="/satisfaction">{t('home.satisfactionMore')}</a>
          </p>
        </section>
      )}
      {channels && (
        <section>
          <h2>{t('home.channels')}</h2>
          <p>{t('home.channelsHint')}</p>
          {channels.association.phone && (
            <p class="big">
              <Phone number={channels.association.phone} />
            </p>
          )}
          {channels.branches.length > 0 && (
            <ul class="inline">
              {channels.branches.map((branch) => (
                <li>{branch.name}</li>
              ))}
            </ul>
          )}
          <p>
            <a href="/channels">{t('home.allChannels')}</a>
          </p>
        </section>
      )}
    </Page>
  );
}
