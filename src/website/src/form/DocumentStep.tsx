import { useState } from 'preact/hooks';
import { useTitle } from '../app/Page';
import type { UploadReceipt } from '../api/types';
import { t } from '../texts/i18n';
import type { Mistake } from '../ui/states';
import { FileInput } from './FileInput';
import type { StepProps } from './FormPage';
import { StepFrame } from './StepFrame';
import { withUpload } from './values';

const ID = 'document';

export function DocumentStep({ step, frame, form }: StepProps<'document'>) {
  const { document } = step;
  const receipt = form.draft.uploads[step.id];
  const told = form.problems.find((problem) => problem.step?.id === step.id)?.message;
  const [mistakes, setMistakes] = useState<Mistake[]>(told ? [{ message: told, target: ID }] : []);
  const error = mistakes[0]?.message;
  const heading = useTitle({ title: document.label, wrong: Boolean(error) });

  function keep(next: UploadReceipt | undefined) {
    form.set(step, { uploads: withUpload(form.draft.uploads, step.id, next) });
    setMistakes([]);
  }
  function next() {
    const missing = document.required && !receipt;
    setMistakes(missing ? [{ message: t('check.document'), target: ID }] : []);
    if (!missing) form.onward(step);
  }
  return (
    <StepFrame
      {...frame}
      mistakes={mistakes}
      onSubmit={next}
      actions={
        <button type="submit">{t(document.required || receipt ? 'form.next' : 'form.skip')}</button>
      }
    >
      <div class={error ? 'question wrong' : 'question'}>
        <h1 tabIndex={-1} ref={heading}>
          {document.label}
          {!document.required && <span class="optional"> {t('form.optional')}</span>}
        </h1>
        {document.hint && <p class="hint">{document.hint}</p>}
        {error && <p class="field-error">{error}</p>}
        <FileInput
          id={ID}
          label={document.label}
          receipt={receipt}
          wrong={Boolean(error)}
          onReceipt={keep}
        />
      </div>
    </StepFrame>
  );
}
