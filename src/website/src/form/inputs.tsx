import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { locale, t } from '../texts/i18n';
import { Day } from '../ui/bits';
import { dateFrom, dateParts } from './check';
import type { Question } from './steps';

interface InputProps {
  id: string;
  question: Question;
  value: string;
  wrong: boolean;
  /** ids of the hint and of the error, for who hears the page */
  describedBy: string;
  /** The last box of a form says "go", another "next". */
  last?: boolean;
  onValue: (value: string) => void;
}

const MANY = 8;

type Keyboard = 'text' | 'tel' | 'email' | 'numeric' | 'decimal';

function keyboardFor({ key, type }: Question): Keyboard {
  if (type === 'phone') return 'tel';
  if (type === 'number' || key === 'idNumber') return 'numeric';
  if (type === 'money') return 'decimal';
  return key === 'email' ? 'email' : 'text';
}

const isLatin = ({ key, type }: Question) =>
  ['phone', 'number', 'money', 'iban'].includes(type) || key === 'email' || key === 'idNumber';

function Line({ id, question, value, wrong, describedBy, last, onValue }: InputProps) {
  const short = question.type === 'number' || question.type === 'money';
  const box = (
    <input
      id={id}
      name={question.key}
      class={short ? 'short' : undefined}
      type="text"
      value={value}
      dir={isLatin(question) ? 'ltr' : 'auto'}
      inputMode={keyboardFor(question)}
      autoComplete={question.autoComplete ?? 'off'}
      autoCapitalize={isLatin(question) ? 'none' : undefined}
      spellcheck={false}
      enterkeyhint={last ? 'send' : 'next'}
      aria-required={question.required}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
  if (question.type !== 'money') return box;
  return (
    <span class="with-unit">
      {box}
      <span>{t('form.money')}</span>
    </span>
  );
}

function Paragraph({ id, question, value, wrong, describedBy, onValue }: InputProps) {
  return (
    <textarea
      id={id}
      name={question.key}
      rows={6}
      dir="auto"
      value={value}
      aria-required={question.required}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}

interface ChoiceProps extends InputProps {
  options: { value: string; label: ComponentChildren }[];
}

export function Radios({ id, question, value, onValue, options }: ChoiceProps) {
  return (
    <div class="radios">
      {options.map((option, at) => {
        // The first has the plain id: that is where a link to the question leads.
        const own = at === 0 ? id : `${id}-${option.value}`;
        return (
          <div class="radio" key={option.value}>
            <input
              type="radio"
              id={own}
              name={question.key}
              value={option.value}
              checked={value === option.value}
              onChange={() => onValue(option.value)}
            />
            <label for={own}>{option.label}</label>
          </div>
        );
      })}
    </div>
  );
}

function Select({ id, question, value, wrong, describedBy, onValue, options }: ChoiceProps) {
  return (
    <select
      id={id}
      name={question.key}
      value={value}
      aria-required={question.required}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      <option value="">{t('form.choose')}</option>
      {options.map((option) => (
        <option value={option.value}>{option.label}</option>
      ))}
    </select>
  );
}

/** Three boxes, because a birthday is typed faster than it is found in a calendar. */
function DateBoxes({ id, value, wrong, describedBy, onValue }: InputProps) {
  const [typed, setTyped] = useState(() => dateParts(value));
  const [year, month, day] = typed;
  function type(at: number, text: string) {
    const next = typed.map((old, i) => (i === at ? text : old)) as typeof typed;
    setTyped(next);
    onValue(dateFrom(next[2], next[1], next[0]));
  }
  const box = (name: 'day' | 'month' | 'year', at: number, text: string, first: boolean) => (
    <div class={name}>
      <label for={first ? id : `${id}-${name}`}>{t(`form.date.${name}`)}</label>
      <input
        id={first ? id : `${id}-${name}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        maxLength={4}
        value={text}
        aria-invalid={wrong}
        aria-describedby={describedBy}
        onInput={(event) => type(at, event.currentTarget.value)}
      />
    </div>
  );
  return (
    <>
      <p class="hint">{t('form.date.hint')}</p>
      <div class="date-boxes">
        {box('day', 2, day, true)}
        {box('month', 1, month, false)}
        {box('year', 0, year, false)}
      </div>
      <p class="date-heard" aria-live="polite">
        {/^\d{4}-/.test(value) && <Day at={`${value}T09:00:00Z`} />}
      </p>
    </>
  );
}

/** Is the question answered in one control, that its label can name? */
export const isOneControl = ({ type, options }: Question) =>
  !(type === 'yes_no' || type === 'date' || (type === 'choice' && options.length <= MANY));

/** The control that fits the question. */
export function Input(props: InputProps) {
  const { question } = props;
  if (question.type === 'textarea') return <Paragraph {...props} />;
  if (question.type === 'date') return <DateBoxes key={locale()} {...props} />;
  if (question.type === 'yes_no') {
    const options = [
      { value: 'yes', label: t('form.yes') },
      { value: 'no', label: t('form.no') },
    ];
    return <Radios {...props} options={options} />;
  }
  if (question.type === 'choice')
    return isOneControl(question) ? (
      <Select {...props} options={question.options} />
    ) : (
      <Radios {...props} options={question.options} />
    );
  return <Line {...props} />;
}
