import { useState } from 'preact/hooks';
import { useTitle } from '../app/Page';
import { t } from '../texts/i18n';
import { failureText } from '../ui/states';
import type { Mistake } from '../ui/states';
import type { StepProps } from './FormPage';
import { Signature, mistakesInSignature } from './Signature';
import { StepFrame } from './StepFrame';

/** The declaration is read and signed last, when everything that it covers stands. */
export function DeclarationStep({ step, frame, definition, form }: StepProps<'declaration'>) {
  const { values } = form.draft;
  const { sending, failure } = form;
  const signature = { name: values.signedName ?? '', signed: values.signed === 'true' };
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const heading = useTitle({ title: t('declaration.title'), wrong: mistakes.length > 0 });

  function sign() {
    const wrong = mistakesInSignature(signature);
    setMistakes(wrong);
    if (wrong.length === 0) void form.submit();
  }
  const label = sending ? 'send.sending' : failure ? 'send.again' : 'send.request';
  return (
    <StepFrame
      {...frame}
      mistakes={mistakes}
      busy={sending}
      onSubmit={sign}
      actions={
        <button type="submit" aria-disabled={sending}>
          {t(label)}
        </button>
      }
    >
      <h1 tabIndex={-1} ref={heading}>
        {t('declaration.title')}
      </h1>
      {definition.declaration && (
        <Signature
          text={definition.declaration}
          signature={signature}
          mistakes={mistakes}
          onSignature={({ name, signed }) =>
            form.set(step, { values: { signedName: name, signed: String(signed) } })
          }
        />
      )}
      {failure && (
        <div class="notice error" role="alert">
          <h2>{t('send.refused')}</h2>
          <p>{failureText(failure)}</p>
          <p>{t('send.safe')}</p>
        </div>
      )}
    </StepFrame>
  );
}
