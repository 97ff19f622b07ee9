import type { VersionedText } from '../api/types';
import { t } from '../texts/i18n';
import { Prose } from '../ui/bits';
import type { Mistake } from '../ui/states';
import { QuestionField } from './QuestionField';
import { Tick } from './Tick';

export interface Signed {
  name: string;
  signed: boolean;
}

const NAME = 'signed-name';
const SIGN = 'sign';

export function mistakesInSignature({ name, signed }: Signed): Mistake[] {
  const mistakes: Mistake[] = [];
  if (name.trim().length < 3) mistakes.push({ message: t('check.name'), target: NAME });
  if (!signed) mistakes.push({ message: t('check.sign'), target: SIGN });
  return mistakes;
}

interface SignatureProps {
  text: VersionedText;
  signature: Signed;
  mistakes: Mistake[];
  onSignature: (signature: Signed) => void;
}

/** The declaration in plain words, then as the law wants it, then a typed name and a tick. */
export function Signature({ text, signature, mistakes, onSignature }: SignatureProps) {
  const wrong = (id: string) => mistakes.find(({ target }) => target === id)?.message;
  return (
    <>
      {text.plain && <Prose text={text.plain} />}
      <div class="panel">
        <h2>{t('declaration.formal')}</h2>
        <Prose text={text.text} />
      </div>
      <QuestionField
        id={NAME}
        question={{
          key: 'signedName',
          type: 'text',
          label: t('declaration.name'),
          hint: null,
          required: true,
          min: null,
          max: null,
          maxLength: 120,
          options: [],
          showIf: null,
          autoComplete: 'name',
        }}
        value={signature.name}
        error={wrong(NAME)}
        last
        onValue={(name) => onSignature({ ...signature, name })}
      />
      <Tick
        id={SIGN}
        label={t('declaration.sign')}
        checked={signature.signed}
        error={wrong(SIGN)}
        onChecked={(signed) => onSignature({ ...signature, signed })}
      />
    </>
  );
}
