import { Checkbox, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { SigningView } from '../../../../contracts/receiving';
import type { Locale } from '../../../../contracts/vocabulary';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Show } from '../../ui/States';
import { CodeSigning } from './CodeSigning';
import type { Signing } from './draft';
import { SignaturePad } from './SignaturePad';

interface Props {
  signing: Signing;
  change: (part: Partial<Signing>) => void;
  applicant: { name: string; phone: string; email: string };
  locale: Locale;
  errorAt: (path: string) => string | undefined;
}

/** How the declaration is signed: on screen, by a code, or on paper. */
export function Ways({ signing, change, applicant, locale, errorAt }: Props) {
  const { t, word, dir } = useWords();
  const id = useId();
  const possible = useCrm<SigningView>('/desk/signing');
  const signer = signing.name || applicant.name;

  return (
    <Show from={possible} lines={3}>
      {({ ways, codeBy }) => (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Field.Root name="signer" required error={errorAt('declaration.name')}>
            <Field.Label>{t('receive.signer')}</Field.Label>
            <Field.Input
              value={signer}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Flex direction="column" alignItems="start" gap={3}>
            <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
              {t('receive.way')}
            </Typography>
            <Radio.Group
              dir={dir}
              aria-labelledby={id}
              value={signing.way}
              onValueChange={(way) => change({ way: way as Signing['way'] })}
            >
              {ways.map((way) => (
                <Radio.Item key={way} value={way}>
                  {word('way', way)}
                </Radio.Item>
              ))}
            </Radio.Group>
            {errorAt('declaration') && (
              <Typography tag="p" role="alert" variant="pi" textColor="danger700">
                {errorAt('declaration')}
              </Typography>
            )}
          </Flex>
          {signing.way === 'drawn' && (
            <SignaturePad
              strokes={signing.strokes}
              change={(strokes) => change({ strokes })}
              error={errorAt('declaration.strokes')}
            />
          )}
          {signing.way === 'code' && (
            <CodeSigning
              signing={signing}
              change={change}
              contacts={Object.fromEntries(codeBy.map((kind) => [kind, applicant[kind]]))}
              locale={locale}
              error={errorAt('declaration.code')}
            />
          )}
          {signing.way === 'paper' && (
            <Field.Root name="witnessed" error={errorAt('declaration.witnessed')}>
              <Checkbox
                checked={signing.witnessed}
                onCheckedChange={(on) => change({ witnessed: on === true })}
              >
                {t('receive.witnessed')}
              </Checkbox>
              <Field.Error />
            </Field.Root>
          )}
        </Flex>
      )}
    </Show>
  );
}
