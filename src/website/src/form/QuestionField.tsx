import type { ComponentChildren, Ref } from 'preact';
import { t } from '../texts/i18n';
import { Input, isOneControl } from './inputs';
import type { Question } from './steps';

interface QuestionFieldProps {
  id: string;
  question: Question;
  value: string;
  error: string | undefined;
  last?: boolean;
  onValue: (value: string) => void;
  /** Present when the question is the heading of its page. */
  heading?: Ref<HTMLHeadingElement>;
}

function Label({ question }: { question: Question }) {
  return (
    <>
      {question.label}
      {!question.required && <span class="optional"> {t('form.optional')}</span>}
    </>
  );
}

/** A question, its hint, its error and its control, tied together for those who hear the page. */
export function QuestionField(props: QuestionFieldProps) {
  const { id, question, value, error, heading, last, onValue } = props;
  const one = isOneControl(question);
  const label = <Label question={question} />;
  const hint = question.hint ?? (question.type === 'iban' ? t('form.iban.hint') : null);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');

  const named: ComponentChildren = one ? <label for={id}>{label}</label> : label;
  const title = heading ? (
    <h1 tabIndex={-1} ref={heading}>
      {named}
    </h1>
  ) : (
    named
  );
  const rest = (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <Input
        id={id}
        question={question}
        value={value}
        wrong={Boolean(error)}
        describedBy={describedBy}
        last={last}
        onValue={onValue}
      />
    </>
  );
  const look = error ? 'question wrong' : 'question';
  if (one)
    return (
      <div class={look}>
        {title}
        {rest}
      </div>
    );
  return (
    <fieldset class={look} aria-describedby={describedBy || undefined}>
      <legend>{title}</legend>
      {rest}
    </fieldset>
  );
}
