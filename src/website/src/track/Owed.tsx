import { useEffect, useState } from 'preact/hooks';
import type { AnswerView, OwedItem, RespondBody } from '../api/types';
import { FileInput } from '../form/FileInput';
import { QuestionField } from '../form/QuestionField';
import { Signature, mistakesInSignature } from '../form/Signature';
import { wrongWith } from '../form/check';
import { useDraft } from '../form/draft';
import { documentId, plain, withUpload } from '../form/values';
import { t, tx } from '../texts/i18n';
import { Day, Prose } from '../ui/bits';
import { ErrorSummary, Failed } from '../ui/states';
import type { Mistake } from '../ui/states';
import { controlId, questionOf, refusedAt, responseTo, uploadOf } from './owed';
import { useSending } from './sending';

type Answered = Omit<RespondBody, 'reference' | 'accessCode'>;

interface OwedProps<T> {
  owed: AnswerView;
  /** the heading of the part; a page of its own has its title above */
  title?: string;
  send: (answer: Answered) => Promise<T>;
  onSent: (result: T) => void;
  onWrong?: (wrong: boolean) => void;
}

/** What the association waits for, asked exactly and nothing beside it. What is typed survives a refresh. */
export function Owed<T>({ owed, title, send: post, onSent, onWrong }: OwedProps<T>) {
  const { draft, change, clear } = useDraft(`owed.${owed.since}`);
  const { values, uploads } = draft;
  const signature = { name: values.signedName ?? '', signed: values.signed === 'true' };
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const { sending, failure, send } = useSending();
  const type = (typed: Record<string, string>) =>
    change((old) => ({ ...old, values: { ...old.values, ...typed } }));
  const wrong = (item: OwedItem) =>
    mistakes.find(({ target }) => target === controlId(item))?.message;

  useEffect(() => {
    if (failure && failure.errors.length > 0)
      setMistakes(refusedAt(failure.errors, owed.items, uploads));
  }, [failure]);
  useEffect(() => onWrong?.(mistakes.length > 0), [mistakes]);

  function mistakeIn(item: OwedItem): Mistake[] {
    if (item.kind === 'declaration') return [];
    const target = controlId(item);
    if (item.kind === 'document')
      return uploadOf(item, uploads)
        ? []
        : [{ message: `${item.label}: ${t('check.document')}`, target }];
    const slip = wrongWith(questionOf(item), values[target] ?? '', values);
    return slip ? [{ message: `${item.label} ${t(...slip)}`, target }] : [];
  }

  function submit(event: Event) {
    event.preventDefault();
    const found = owed.items.flatMap(mistakeIn);
    if (owed.declaration) found.push(...mistakesInSignature(signature));
    setMistakes(found);
    if (found.length > 0) return;
    const answer: Answered = {
      ...responseTo(owed.items, values, uploads),
      declaration: owed.declaration
        ? { version: owed.declaration.version, name: plain(signature.name) }
        : undefined,
    };
    void send(
      () => post(answer),
      (result) => {
        clear();
        onSent(result);
      },
    );
  }

  return (
    <section class="notice owed" data-testid="owed">
      {title && <h2>{title}</h2>}
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
                key={controlId(item)}
                id={controlId(item)}
                question={questionOf(item)}
                value={values[controlId(item)] ?? ''}
                error={wrong(item)}
                onValue={(typed) => type({ [controlId(item)]: typed })}
              />
            );
          const key = documentId(item.key);
          return (
            <div class={wrong(item) ? 'question wrong' : 'question'} key={controlId(item)}>
              <p class="label">{item.label}</p>
              {wrong(item) && <p class="field-error">{wrong(item)}</p>}
              <FileInput
                id={controlId(item)}
                label={item.label}
                receipt={uploads[key]}
                wrong={Boolean(wrong(item))}
                onReceipt={(receipt) =>
                  change((old) => ({ ...old, uploads: withUpload(old.uploads, key, receipt) }))
                }
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
              onSignature={({ name, signed }) => type({ signedName: name, signed: String(signed) })}
            />
          </>
        )}
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
