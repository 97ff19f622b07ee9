import { useState } from 'preact/hooks';
import { post } from '../api/client';
import type { OwedItem, RespondBody, TrackView } from '../api/types';
import { FileInput } from '../form/FileInput';
import { QuestionField } from '../form/QuestionField';
import { Signature, mistakesInSignature } from '../form/Signature';
import { wrongWith } from '../form/check';
import type { Question } from '../form/steps';
import { answerOf, attached, documentId, plain, withUpload } from '../form/values';
import type { Uploads, Values } from '../form/values';
import { t, tx } from '../texts/i18n';
import { Day, Prose } from '../ui/bits';
import { ErrorSummary, Failed } from '../ui/states';
import type { Mistake } from '../ui/states';
import type { Credentials } from './credentials';
import { useSending } from './sending';

type Debt = NonNullable<TrackView['owed']>;

interface OwedProps {
  owed: Debt;
  credentials: Credentials;
  onSent: (view: TrackView) => void;
}

/** What is owed as a question; a free text where no field of the form is meant. */
export function questionOf(item: OwedItem): Question {
  const free = { type: 'textarea', hint: null, min: null, max: null, options: [] } as const;
  const field = item.field ?? { ...free, options: [], key: item.key, maxLength: 5000 };
  return { ...field, label: item.label || field.key, required: true, showIf: null };
}

function answersTo(items: OwedItem[], values: Values): Pick<RespondBody, 'answers' | 'message'> {
  const answers: RespondBody['answers'] = {};
  const said: string[] = [];
  for (const item of items) {
    if (item.kind === 'field' && item.field) {
      const answer = answerOf(item.field, values[item.key]);
      if (answer !== undefined) answers[item.key] = answer;
    }
    if (item.kind === 'text') said.push(plain(values[item.key] ?? ''));
  }
  return { answers, message: said.join('\n') || undefined };
}

/** What the association waits for, asked exactly and nothing beside it. */
export function Owed({ owed, credentials, onSent }: OwedProps) {
  const [values, setValues] = useState<Values>({});
  const [uploads, setUploads] = useState<Uploads>({});
  const [signature, setSignature] = useState({ name: '', signed: false });
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const { sending, failure, send } = useSending();
  const id = ({ kind, key }: OwedItem) => `owed-${kind}-${key}`;
  const wrong = (item: OwedItem) => mistakes.find(({ target }) => target === id(item))?.message;
  const asksSignature = owed.declaration !== null;

  function mistakeIn(item: OwedItem): Mistake[] {
    if (item.kind === 'declaration') return [];
    if (item.kind === 'document')
      return uploads[documentId(item.key)]
        ? []
        : [{ message: `${item.label}: ${t('check.document')}`, target: id(item) }];
    const slip = wrongWith(questionOf(item), values[item.key] ?? '', values);
    return slip ? [{ message: `${item.label} ${t(...slip)}`, target: id(item) }] : [];
  }

  function submit(event: Event) {
    event.preventDefault();
    const found = owed.items.flatMap(mistakeIn);
    if (asksSignature) found.push(...mistakesInSignature(signature));
    setMistakes(found);
    if (found.length > 0) return;
    const documents = owed.items.filter(({ kind }) => kind === 'document');
    const body: RespondBody = {
      ...credentials,
      ...answersTo(owed.items, values),
      documents: attached(documents, uploads),
      declaration: owed.declaration
        ? { version: owed.declaration.version, name: plain(signature.name) }
        : undefined,
    };
    void send(() => post<TrackView>('/requests/respond', body), onSent);
  }

  return (
    <section class="notice owed" data-testid="owed">
      <h2>{t('owed.title')}</h2>
      <Prose text={owed.note} />
      <p>
        <strong>{tx('owed.until', { date: <Day at={owed.deadline} /> })}</strong>
      </p>
      {mistakes.length > 0 && <ErrorSummary mistakes={mistakes} />}
      <form noValidate onSubmit={submit} aria-busy={sending}>
        {owed.items.map((item) => {
          if (item.kind === 'declaration') return null;
          if (item.kind !== 'document')
            return (
              <QuestionField
                key={id(item)}
                id={id(item)}
                question={questionOf(item)}
                value={values[item.key] ?? ''}
                error={wrong(item)}
                onValue={(typed) => setValues((old) => ({ ...old, [item.key]: typed }))}
              />
            );
          const key = documentId(item.key);
          return (
            <div class={wrong(item) ? 'question wrong' : 'question'} key={id(item)}>
              <p class="label">{item.label}</p>
              {wrong(item) && <p class="field-error">{t('check.document')}</p>}
              <FileInput
                id={id(item)}
                label={item.label}
                receipt={uploads[key]}
                wrong={Boolean(wrong(item))}
                onReceipt={(receipt) => setUploads((old) => withUpload(old, key, receipt))}
              />
            </div>
          );
        })}
        {owed.declaration && (
          <>
            <p>{t('owed.declaration')}</p>
            <Signature
              text={owed.declaration}
              signature={signature}
              mistakes={mistakes}
              onSignature={setSignature}
            />
          </>
        )}
        {failure && failure.errors.length > 0 && <ErrorSummary mistakes={failure.errors} />}
        {failure && failure.errors.length === 0 && <Failed error={failure} />}
        <div class="actions">
          <button type="submit" aria-disabled={sending}>
            {t(sending ? 'send.sending' : 'owed.send')}
          </button>
        </div>
      </form>
    </section>
  );
}
