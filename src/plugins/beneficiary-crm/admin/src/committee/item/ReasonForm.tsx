import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { PreparedAnswers } from '../../requests/actions/PreparedAnswers';
import { Stack } from '../../ui/Prose';
import type { ItemProps } from './ItemPage';
import { LetterPreview } from './LetterPreview';

const shortest = 10;

/** What the reason of each decision is for, among the prepared answers. */
const purposes = { accepted: 'accept', rejected: 'reject', deferred: 'defer' } as const;

interface Props extends ItemProps {
  /** what the reason is for; the command's address ends with it */
  step: 'decision' | 'release';
}

/** The reason in plain words. That of a decision is seen at once as the applicant will read it. */
export function ReasonForm({ item, path, reload, step }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`${item.id}.${step}`, { reason: '' });
  const [error, setError] = useState<string | undefined>();
  const counted = item.tally?.outcome;
  const outcome =
    step === 'decision' && counted !== undefined && counted !== 'no_quorum' ? counted : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reason = draft.reason.trim();
    if (reason.length < shortest) return setError(t('form.error.short', { n: shortest }));
    const sent = await send(`${path}/${step}`, { reason });
    if (sent === null) return undefined;
    if (!sent.ok) {
      // Stated meanwhile in another window: the page shows what stands.
      if (sent.problem.status === 409) reload();
      return setError(sent.problem.fields.reason ?? sent.problem.message);
    }
    setError(undefined);
    change({ reason: '' });
    clear();
    return reload();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {outcome && (
          <PreparedAnswers
            purpose={purposes[outcome]}
            kind={item.kind}
            language={item.writtenTo.locale}
            gaps={{
              applicantName: item.applicantName,
              service: item.writtenTo.service,
              reference: item.reference,
            }}
            typed={draft.reason}
            change={(reason) => change({ reason })}
          />
        )}
        <Field.Root name={step} required error={error} hint={t(`decision.${step}-hint`)}>
          <Field.Label>{t(`decision.${step}-reason`)}</Field.Label>
          <Textarea
            value={draft.reason}
            maxLength={3000}
            onChange={(event) => change({ reason: event.target.value })}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        {outcome && <LetterPreview item={item} outcome={outcome} reason={draft.reason} />}
        <Flex>
          <Button
            type="submit"
            size={step === 'decision' ? 'L' : 'M'}
            variant={step === 'decision' ? 'default' : 'secondary'}
            loading={busy}
          >
            {t(`decision.${step}-submit`)}
          </Button>
        </Flex>
      </Stack>
    </form>
  );
}
