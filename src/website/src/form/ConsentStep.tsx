import { useState } from 'preact/hooks';
import { useTitle } from '../app/Page';
import { t } from '../texts/i18n';
import { Prose } from '../ui/bits';
import type { Mistake } from '../ui/states';
import type { StepProps } from './FormPage';
import { StepFrame } from './StepFrame';
import { Tick } from './Tick';

const ID = 'consent';

export function ConsentStep({ step, frame, definition, form }: StepProps<'consent'>) {
  const agreed = form.draft.values.consent === 'true';
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const heading = useTitle({ title: t('consent.title'), wrong: mistakes.length > 0 });

  function next() {
    setMistakes(agreed ? [] : [{ message: t('check.consent'), target: ID }]);
    if (agreed) form.onward(step);
  }
  return (
    <StepFrame
      {...frame}
      mistakes={mistakes}
      onSubmit={next}
      actions={<button type="submit">{t('form.next')}</button>}
    >
      <h1 tabIndex={-1} ref={heading}>
        {t('consent.title')}
      </h1>
      <div class="panel">
        {definition.consent.plain && <Prose text={definition.consent.plain} />}
        <Prose text={definition.consent.text} />
      </div>
      <Tick
        id={ID}
        label={t('consent.agree')}
        checked={agreed}
        error={mistakes[0]?.message}
        onChecked={(yes) => form.set(step, { values: { consent: String(yes) } })}
      />
    </StepFrame>
  );
}
