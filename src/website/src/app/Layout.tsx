import type { ComponentChildren } from 'preact';
import type { ChannelsView } from '../api/types';
import { useData } from '../api/useData';
import { locale, t, tx } from '../texts/i18n';
import { Ltr, Phone } from '../ui/bits';
import { usePlace } from './router';

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true">
      <rect width="32" height="32" rx="6" />
      <path d="M16 10c-3-2-6.500-2.500-10-2v14c3.500-.5 7 0 10 2 3-2 6.500-2.500 10-2V8c-3.500-.5-7 0-10 2zm0 0v14" />
    </svg>
  );
}

const sections = [
  ['/services', 'nav.services'],
  ['/faqs', 'nav.faqs'],
  ['/track', 'nav.track'],
  ['/channels', 'nav.channels'],
] as const;

const more = [
  ['/documents', 'link.documents'],
  ['/satisfaction', 'link.satisfaction'],
  ['/privacy', 'link.privacy'],
] as const;

const say = [
  ['/ask', 'link.ask'],
  ['/complain', 'link.complain'],
  ['/suggest', 'link.suggest'],
  ['/volunteer', 'link.volunteer'],
] as const;

function Links({ of }: { of: typeof more | typeof say }) {
  return (
    <ul>
      {of.map(([href, key]) => (
        <li>
          <a href={href}>{t(key)}</a>
        </li>
      ))}
    </ul>
  );
}

/** Pages on which one thing is done, without ways out beside it. */
const isTask = (path: string) => /^\/(apply|ask|complain|suggest|volunteer|evaluate)\b/.test(path);

function Header({ name, onLanguage }: { name: string; onLanguage: () => void }) {
  const { path } = usePlace();
  return (
    <header class="site-header">
      <div class="bar">
        <a class="brand" href="/">
          <Mark />
          <span>{name}</span>
        </a>
        {!isTask(path) && (
          <nav aria-label={t('site.nav')}>
            <ul>
              {sections.map(([href, key]) => (
                <li>
                  <a href={href} aria-current={path === href ? 'page' : undefined}>
                    {t(key)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <button
          type="button"
          class="language"
          lang={locale() === 'ar' ? 'en' : 'ar'}
          onClick={onLanguage}
        >
          {t('site.language')}
        </button>
      </div>
    </header>
  );
}

function Footer({ association }: { association: ChannelsView['association'] | undefined }) {
  return (
    <footer class="site-footer">
      <div class="columns">
        <section>
          <h2>{association?.name || t('site.fullName')}</h2>
          {association && (
            <address>
              {association.address && <p>{association.address}</p>}
              {association.phone && (
                <p>
                  <Phone number={association.phone} />
                </p>
              )}
              {association.email && (
                <p>
                  <a href={`mailto:${association.email}`}>
                    <Ltr>{association.email}</Ltr>
                  </a>
                </p>
              )}
              {association.workingHours && <p>{association.workingHours}</p>}
              {association.licenceNumber && (
                <p>{tx('footer.licence', { number: <Ltr>{association.licenceNumber}</Ltr> })}</p>
              )}
            </address>
          )}
        </section>
        <section>
          <h2>{t('footer.say')}</h2>
          <Links of={say} />
        </section>
        <section>
          <h2>{t('footer.more')}</h2>
          <Links of={more} />
        </section>
      </div>
    </footer>
  );
}

interface LayoutProps {
  children: ComponentChildren;
  onLanguage: () => void;
}

export function Layout({ children, onLanguage }: LayoutProps) {
  const { data } = useData<ChannelsView>('/channels');
  const skip = (event: Event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {t('site.skip')}
      </a>
      <Header name={data?.association.shortName || t('site.name')} onLanguage={onLanguage} />
      <main id="content">{children}</main>
      <Footer association={data?.association} />
    </>
  );
}
