import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { styled } from 'styled-components';
import { useCommand } from '../app/api';
import { useFormats } from '../app/formats';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { PreparedAnswers } from '../requests/actions/PreparedAnswers';
import { Panel } from '../ui/Panel';
import { Prose, Stack } from '../ui/Prose';
import { Tag } from '../ui/Tag';
import type { ItemProps } from './ItemPage';
import { tallySentences } from './sentences';

const shortest = 10;

const Release = styled.details`
  margin-block-start: ${({ theme }) => theme.spaces[4]};

  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary700};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    padding-block-end: ${({ theme }) => theme.spaces[3]};
  }
`;

/** After the close: the numbers in a sentence, the reason that the presiding member states, the decision. */
export function DecisionPanel({ item, path, reload }: ItemProps) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { tally, decision, rights } = item;
  if (!tally) return null;
  const [attended, votes, ...rest] = tallySentences(tally, item.rules).map(({ key, values }) =>
    t(key, values),
  );
  const outcome = decision?.outcome ?? tally.outcome;

  return (
    <Panel
      title={t('decision.title')}
      aside={
        <Tag
          tone={outcome === 'accepted' ? 'success' : outcome === 'rejected' ? 'danger' : 'warning'}
        >
          {word('outcome', outcome)}
        </Tag>
      }
    >
      <Stack>
        <Typography tag="p" variant="delta" fontWeight="regular" style={{ lineHeight: 1.7 }}>
          {t('tally.sentence', {
            attended,
            votes,
            hasRest: rest.length > 1 ? 'yes' : 'no',
            rest: rest.slice(0, -1).join(t('common.comma')),
            result: rest.at(-1),
          })}
        </Typography>
        {decision ? (
          <div>
            <Typography tag="h3" variant="omega" fontWeight="bold">
              {t('decision.decision-reason')}
            </Typography>
            <Prose>{decision.reason}</Prose>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {dayAndTime(decision.decidedAt)}
            </Typography>
            {rights.release.allowed && (
              <Release>
                <summary>{t('decision.release')}</summary>
                <ReasonForm item={item} path={path} reload={reload} step="release" />
              </Release>
            )}
          </div>
        ) : rights.decide.allowed ? (
          <ReasonForm item={item} path={path} reload={reload} step="decision" />
        ) : (
          rights.decide.message && <Typography tag="p">{rights.decide.message}</Typography>
        )}
      </Stack>
    </Panel>
  );
}

/** What the reason of each decision is for, among the prepared answers. */
const purposes = { accepted: 'accept', rejected: 'reject', deferred: 'defer' } as const;

interface ReasonProps extends ItemProps {
  /** what the reason is for; the command's address ends with it */
  step: 'decision' | 'release';
}

function ReasonForm({ item, path, reload, step }: ReasonProps) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`${item.id}.${step}`, { reason: '' });
  const [error, setError] = useState<string | undefined>();
  const outcome = item.tally?.outcome;
  const purpose = outcome === 'no_quorum' || outcome === undefined ? null : purposes[outcome];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reason = draft.reason.trim();
    if (reason.length < shortest) return setError(t('form.error.short', { n: shortest }));
    const sent = await send(`${path}/${step}`, { reason });
    if (sent === null) return;
    if (!sent.ok) return setError(sent.problem.fields.reason ?? sent.problem.message);
    setError(undefined);
    change({ reason: '' });
    clear();
    reload();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {step === 'decision' && purpose && (
          <PreparedAnswers
            purpose={purpose}
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
