import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/Page';
import type { ApiError } from '../api/client';
import { post } from '../api/client';
import type { TrackView } from '../api/types';
import { plain } from '../form/values';
import { t } from '../texts/i18n';
import { ErrorSummary, Failed, Loading } from '../ui/states';
import type { Mistake } from '../ui/states';
import { RequestView } from './RequestView';
import { handOver, heldCredentials } from './credentials';
import type { Credentials } from './credentials';
import { tidyCode } from './tidy';

const unknownPair = (error: ApiError) => [400, 401, 403, 404, 422].includes(error.status);

/** Follow a request: the reference and the code, then all that there is to know about it. */
export function TrackPage() {
  const [credentials, setCredentials] = useState(heldCredentials);
  const [view, setView] = useState<TrackView>();
  const [error, setError] = useState<ApiError>();

  function open(pair: Credentials) {
    setError(undefined);
    setCredentials(pair);
    return post<TrackView>('/requests/track', pair).then(
      (found) => {
        handOver(pair);
        setView(found);
      },
      (failed: ApiError) => {
        setView(undefined);
        setError(failed);
      },
    );
  }
  function leave() {
    handOver(undefined);
    setCredentials(undefined);
    setView(undefined);
  }
  useEffect(() => {
    if (credentials) void open(credentials);
  }, []);

  if (credentials && view)
    return (
      <RequestView
        view={view}
        credentials={credentials}
        onView={setView}
        open={open}
        leave={leave}
      />
    );
  if (credentials && !error) return <Loading />;
  return <SignIn before={credentials} error={error} onPair={open} />;
}

interface SignInProps {
  before: Credentials | undefined;
  error: ApiError | undefined;
  onPair: (pair: Credentials) => void;
}

function SignIn({ before, error, onPair }: SignInProps) {
  const [pair, setPair] = useState<Credentials>(before ?? { reference: '', accessCode: '' });
  const [mistakes, setMistakes] = useState<Mistake[]>(
    error && unknownPair(error) ? [{ message: t('track.wrong'), target: 'reference' }] : [],
  );
  function submit(event: Event) {
    event.preventDefault();
    const clean = {
      reference: tidyCode(plain(pair.reference)),
      accessCode: tidyCode(plain(pair.accessCode)),
    };
    if (clean.reference && clean.accessCode) onPair(clean);
    else
      setMistakes([{ message: t('track.lead'), target: clean.reference ? 'code' : 'reference' }]);
  }
  const box = (id: string, name: keyof Credentials, describedBy?: string) => (
    <input
      id={id}
      name={name}
      type="text"
      dir="ltr"
      class="code"
      autoComplete="off"
      autoCapitalize="characters"
      spellcheck={false}
      enterkeyhint={name === 'reference' ? 'next' : 'go'}
      value={pair[name]}
      aria-invalid={mistakes.length > 0}
      aria-describedby={describedBy}
      onInput={(event) => setPair({ ...pair, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Page title={t('track.title')} lead={t('track.lead')} wrong={mistakes.length > 0}>
      {mistakes.length > 0 && <ErrorSummary mistakes={mistakes} />}
      {error && !unknownPair(error) && <Failed error={error} />}
      <form noValidate class="narrow" onSubmit={submit}>
        <div class="question">
          <label for="reference">{t('track.reference')}</label>
          {box('reference', 'reference')}
        </div>
        <div class="question">
          <label for="code">{t('track.code')}</label>
          <p class="hint" id="code-hint">
            {t('track.codeHint')}
          </p>
          {box('code', 'accessCode', 'code-hint')}
        </div>
        <div class="actions">
          <button type="submit">{t('track.open')}</button>
        </div>
      </form>
      <p class="hint">
        {t('track.lost')} <a href="/channels">{t('nav.channels')}</a>
      </p>
    </Page>
  );
}
