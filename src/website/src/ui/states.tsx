import { useEffect, useRef } from 'preact/hooks';
import type { ApiError } from '../api/client';
import { t } from '../texts/i18n';

/** The sentence for a person about what went wrong. */
export function failureText(error: ApiError): string {
  if (error.reason !== 'server') return t(`fail.${error.reason}`);
  if (error.status === 429) {
    const minutes = Math.ceil(error.retryAfter / 60);
    const wait = minutes > 1 ? t('fail.busyMinutes', { n: minutes }) : t('fail.busySoon');
    return t('fail.busy', { wait });
  }
  const meantForPeople = error.status >= 400 && error.status < 500 && error.message;
  return meantForPeople ? error.message : t('fail.server');
}

export function Loading() {
  return (
    <div class="loading" aria-busy="true" role="status">
      <p>{t('wait.loading')}</p>
      <span class="skeleton" />
      <span class="skeleton" />
      <span class="skeleton short" />
    </div>
  );
}

/** Something could not be read or sent; says what to do, and offers to do it. */
export function Failed({ error, retry }: { error: ApiError; retry?: () => void }) {
  return (
    <div class="notice error" role="alert">
      <p>{failureText(error)}</p>
      {retry && (
        <button type="button" class="secondary" onClick={retry}>
          {t('fail.retry')}
        </button>
      )}
    </div>
  );
}

export interface Mistake {
  message: string;
  /** id of the control on this page, or an address of ours */
  target?: string;
}

/** The list of what needs correcting; takes the focus when it appears. */
export function ErrorSummary({ mistakes, title }: { mistakes: Mistake[]; title?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [mistakes]);

  const go = (target: string) => (event: Event) => {
    if (target.startsWith('/')) return;
    event.preventDefault();
    document.getElementById(target)?.focus();
  };
  return (
    <div class="notice error" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? t('fail.summary')}</h2>
      <ul>
        {mistakes.map(({ message, target }) => (
          <li>
            {target ? (
              <a href={target.startsWith('/') ? target : `#${target}`} onClick={go(target)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
