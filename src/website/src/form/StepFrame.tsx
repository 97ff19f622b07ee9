import type { ComponentChildren } from 'preact';
import { t } from '../texts/i18n';
import { ErrorSummary } from '../ui/states';
import type { Mistake } from '../ui/states';

interface StepFrameProps {
  caption: string;
  at: number;
  total: number;
  mistakes: Mistake[];
  summaryTitle?: string;
  busy?: boolean;
  onBack: (() => void) | undefined;
  onSubmit: () => void;
  children: ComponentChildren;
  actions: ComponentChildren;
}

/** What every page of a form has: the way back, where one stands, what is wrong, the way on. */
export function StepFrame(props: StepFrameProps) {
  const { caption, at, total, mistakes, summaryTitle, busy, onBack, onSubmit } = props;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <div class="page form">
      <div class="form-top">
        {onBack ? (
          <button type="button" class="back" onClick={onBack}>
            {t('form.back')}
          </button>
        ) : (
          <span />
        )}
        <p class="progress">
          {caption} · {t('form.progress', { at, total })}
        </p>
      </div>
      <progress class="progress-line" value={at} max={total} aria-hidden="true" />
      {mistakes.length > 0 && <ErrorSummary mistakes={mistakes} title={summaryTitle} />}
      <form noValidate onSubmit={submit} aria-busy={busy}>
        {props.children}
        <div class="actions">{props.actions}</div>
      </form>
    </div>
  );
}
