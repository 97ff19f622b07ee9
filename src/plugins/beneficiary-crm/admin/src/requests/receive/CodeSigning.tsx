import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { DeclarationCodeSent, SigningView } from '../../../../contracts/receiving';
import type { Locale } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import type { Signing } from './draft';

interface Props {
  signing: Signing;
  change: (part: Partial<Signing>) => void;
  /** where a code can go: the applicant's own */
  contacts: Partial<Record<SigningView['codeBy'][number], string>>;
  locale: Locale;
  error: string | undefined;
}

/** A code goes to the applicant, who reads it out: the officer types it and has no other way to know it. */
export function CodeSigning({ signing, change, contacts, locale, error }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const reached = Object.entries(contacts).filter(([, contact]) => contact);

  const sendTo = async (contact: string) => {
    const outcome = await send<DeclarationCodeSent>('/declaration-codes', { contact, locale });
    if (outcome === null) return;
    setTrouble(outcome.ok ? null : (outcome.problem.fields.contact ?? outcome.problem.message));
    if (outcome.ok) change({ codeId: outcome.data.id, sentTo: outcome.data.sentTo, code: '' });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {reached.length === 0 && (
        <Typography tag="p" textColor="warning700">
          {t('receive.code-nowhere')}
        </Typography>
      )}
      <Flex gap={2} wrap="wrap">
        {reached.map(([kind, contact]) => (
          <Button
            key={kind}
            variant="secondary"
            size="L"
            loading={busy}
            onClick={() => void sendTo(contact)}
          >
            {t(signing.codeId ? `receive.code-again-${kind}` : `receive.code-send-${kind}`)}
          </Button>
        ))}
      </Flex>
      {(trouble ?? (!signing.codeId && error)) && (
        <Typography tag="p" role="alert" variant="pi" textColor="danger700">
          {trouble ?? error}
        </Typography>
      )}
      {signing.codeId && (
        <>
          <Typography tag="p" role="status">
            {t('receive.code-sent')} <Bdi dir="ltr">{signing.sentTo}</Bdi>
          </Typography>
          <Field.Root name="code" required error={error} hint={t('receive.code-hint')}>
            <Field.Label>{t('receive.code')}</Field.Label>
            <Field.Input
              value={signing.code}
              inputMode="numeric"
              autoComplete="off"
              dir="ltr"
              maxLength={20}
              onChange={(event) => change({ code: event.target.value })}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </>
      )}
    </Flex>
  );
}
