import { Checkbox, Field, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../app/words';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { ReadAloud } from './Calm';
import { signedOver } from './draft';
import type { Signing } from './draft';
import type { StepProps } from './step';
import { Ways } from './Ways';

const Hints = styled.ol`
  list-style: decimal;
  padding-inline-start: 2.4rem;
  color: ${({ theme }) => theme.colors.neutral700};
  line-height: 1.8;
`;

const readingHints = ['read', 'ask', 'sign'] as const;

/** What is read aloud to the applicant: the privacy notice, and the declaration that is then signed (S4). */
export function DeclarationStep({ definition, draft, change, errorAt }: StepProps) {
  const { t } = useWords();
  const { consent, declaration } = definition;
  // Whatever is done about the signature is done over the answers as they are now.
  const sign = (part: Partial<Signing>) =>
    change((before) => ({
      signing: { ...before.signing, ...part, over: signedOver(definition, before) },
    }));

  return (
    <>
      <Panel title={t('receive.consent')}>
        <Stack>
          <ReadAloud lang={draft.locale}>{consent.plain ?? consent.text}</ReadAloud>
          <Field.Root name="consent" error={errorAt('consent') ?? errorAt('consent.version')}>
            <Checkbox
              checked={draft.consented}
              onCheckedChange={(on) => change({ consented: on === true })}
            >
              {t('receive.consented')}
            </Checkbox>
            <Field.Error />
          </Field.Root>
        </Stack>
      </Panel>
      {declaration && (
        <Panel title={t('receive.declaration')}>
          <Stack>
            <Hints>
              {readingHints.map((hint) => (
                <Typography tag="li" key={hint}>
                  {t(`receive.reading.${hint}`)}
                </Typography>
              ))}
            </Hints>
            <ReadAloud lang={draft.locale}>
              {declaration.plain ? `${declaration.plain}\n\n${declaration.text}` : declaration.text}
            </ReadAloud>
            {errorAt('declaration.version') && (
              <Typography tag="p" role="alert" variant="pi" textColor="danger700">
                {errorAt('declaration.version')}
              </Typography>
            )}
            <Ways
              signing={draft.signing}
              change={sign}
              applicant={draft.applicant}
              locale={draft.locale}
              errorAt={errorAt}
            />
          </Stack>
        </Panel>
      )}
    </>
  );
}
