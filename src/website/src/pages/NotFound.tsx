import { Page } from '../app/Page';
import { t } from '../texts/i18n';

const ways = [
  ['/', 'link.home'],
  ['/services', 'nav.services'],
  ['/track', 'nav.track'],
  ['/faqs', 'nav.faqs'],
  ['/channels', 'nav.channels'],
] as const;

export function NotFound() {
  return (
    <Page title={t('missing.title')} lead={t('missing.text')}>
      <ul class="list">
        {ways.map(([href, key]) => (
          <li>
            <a href={href}>{t(key)}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
