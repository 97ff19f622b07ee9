import { useState } from 'preact/hooks';
import { useTitle } from '../app/Page';
import { navigate } from '../app/router';
import type { FormField } from '../api/types';
import { t } from '../texts/i18n';
import { Day, Ltr } from '../ui/bits';
import { Failed } from '../ui/states';
import type { FormState, StepProps } from './FormPage';
import { StepFrame } from './StepFrame';
import { isAnswered } from './steps';
import type { Step } from './steps';
import { plain } from './values';

/** An answer as it was meant, for its owner to check. */
function Said({ field, typed }: { field: FormField; typed: string }) {
  const text = plain(typed);
  if (field.type === 'choice')
    return <>{field.options.find(({ value }) => value === text)?.label ?? text}</>;
  if (field.type === 'yes_no') return <>{t(text === 'yes' ? 'form.yes' : 'form.no')}</>;
  if (field.type === 'date') return <Day at={`${text}T09:00:00Z`} />;
  if (field.type === 'money')
    return (
      <>
        <Ltr>{text}</Ltr> {t('form.money')}
      </>
    );
  if (field.type === 'textarea') return <span class="as-typed">{typed}</span>;
  if (field.type === 'text' && !/^[\d\s+-]+$|@/.test(text)) return <bdi>{text}</bdi>;
  return <Ltr>{text}</Ltr>;
}

function answerTo(step: Step, form: FormState) {
  const { values, uploads } = form.draft;
  const upload = uploads[step.id];
  const typed = values[step.id]?.trim();
  if (step.type === 'document' && upload) return <bdi>{upload.name}</bdi>;
  if (step.type === 'consent' && values.consent === 'true') return <>{t('answers.agreed')}</>;
  if (step.type === 'question' && typed) return <Said field={step.question} typed={typed} />;
  return undefined;
}

function labelOf(step: Step) {
  if (step.type === 'question') return step.question.label;
  return step.type === 'document' ? step.document.label : t('consent.title');
}

function Row({ step, form }: { step: Step; form: FormState }) {
  const { values, uploads } = form.draft;
  const missing = !isAnswered(step, values, uploads);
  const problem = form.problems.find((told) => told.step?.id === step.id);
  const label = labelOf(step);
  return (
    <div class={missing || problem ? 'row wrong' : 'row'}>
      <dt>{label}</dt>
      <dd>
        {answerTo(step, form) ?? (
          <span class="none">{t(missing ? 'answers.missing' : 'answers.none')}</span>
        )}
        {problem && <p class="field-error">{problem.message}</p>}
      </dd>
      <dd class="change">
        <a
          href={form.addressOf(step, true)}
          aria-label={t('answers.changeOf', { question: label })}
        >
          {t('answers.change')}
        </a>
      </dd>
    </div>
  );
}

function StartAgain({ form }: { form: FormState }) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" class="link quiet" onClick={() => setAsking(true)}>
        {t('form.restart')}
      </button>
    );
  const restart = () => {
    const first = form.steps[0];
    form.clear();
    if (first) navigate(form.addressOf(first));
  };
  return (
    <div class="panel" role="group" aria-label={t('form.restartSure')}>
      <p>{t('form.restartSure')}</p>
      <button type="button" class="danger" onClick={restart}>
        {t('form.restartYes')}
      </button>{' '}
      <button type="button" class="secondary" onClick={() => setAsking(false)}>
        {t('form.restartNo')}
      </button>
    </div>
  );
}

/** Everything on one page before it is sent, each answer with the way to change it. */
export function CheckStep({ step, frame, definition, form }: StepProps<'check'>) {
  const { steps, draft, problems, sending, failure } = form;
  const heading = useTitle({ title: t('answers.title'), wrong: problems.length > 0 });
  const missing = steps.find((other) => !isAnswered(other, draft.values, draft.uploads));
  const mistakes = problems.map(({ message, step: at }) => ({
    message,
    target: at && form.addressOf(at, at.type !== 'declaration'),
  }));

  function next() {
    if (missing) navigate(form.addressOf(missing, true));
    else if (definition.declaration) form.onward(step);
    else void form.submit();
  }
  const send = sending ? 'send.sending' : 'send.request';
  return (
    <StepFrame
      {...frame}
      mistakes={mistakes}
      summaryTitle={t('send.refused')}
      busy={sending}
      onSubmit={next}
      actions={
        <button type="submit" aria-disabled={sending}>
          {t(definition.declaration ? 'answers.next' : send)}
        </button>
      }
    >
      <h1 tabIndex={-1} ref={heading}>
        {t('answers.title')}
      </h1>
      <p class="hint">{t('answers.lead')}</p>
      <dl class="answers">
        {steps
          .filter(({ type }) => type !== 'check' && type !== 'declaration')
          .map((row) => (
            <Row key={row.id} step={row} form={form} />
          ))}
      </dl>
      {failure && <Failed error={failure} />}
      <StartAgain form={form} />
    </StepFrame>
  );
}
