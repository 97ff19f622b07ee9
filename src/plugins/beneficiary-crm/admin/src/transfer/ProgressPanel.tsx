import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ImportDetail } from '../../../contracts/transfer';
import { useCommand } from '../app/api';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Tag } from '../ui/Tag';
import { importTone } from '../ui/tones';

type Step = 'start' | 'pause' | 'resume' | 'cancel';

/** What may be done in each state; the first is what usually comes next. */
const stepsOf: Partial<Record<ImportDetail['state'], readonly Step[]>> = {
  uploading: ['cancel'],
  reading: ['cancel'],
  mapping: ['cancel'],
  checking: ['cancel'],
  checked: ['start', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  failed: ['resume'],
};

interface Props {
  one: ImportDetail;
  reload: () => void;
}

/** Where the import stands, in a sentence, and the next step. */
export function ProgressPanel({ one, reload }: Props) {
  const { t, word } = useWords();
  const { number, day } = useFormats();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const counting = one.state === 'checking' || one.state === 'running' || one.state === 'paused';
  const share = one.rows ? Math.round((one.progress / one.rows) * 100) : 0;
  const steps = (stepsOf[one.state] ?? []).filter((step) => step !== 'resume' || one.resumable);
  const nothingToDo = one.judged !== null && one.judged.opened + one.judged.known === 0;

  const take = async (step: Step) => {
    setTrouble(null);
    const outcome = await send(`/registry/imports/${one.id}/${step}`, {});
    if (outcome && !outcome.ok) setTrouble(outcome.problem.message);
    if (outcome) reload();
  };

  return (
    <Panel
      title={t('import.where')}
      aside={<Tag tone={importTone(one.state)}>{word('import', one.state)}</Tag>}
    >
      <Stack>
        <Typography tag="p">{one.problem ?? t(`import.state.${one.state}`)}</Typography>
        {counting && (
          <Flex direction="column" alignItems="stretch" gap={1}>
            <ProgressBar value={share} aria-label={word('import', one.state)} />
            <Typography variant="pi" role="status">
              {t('import.progress', { done: number(one.progress), all: number(one.rows ?? 0) })}
            </Typography>
          </Flex>
        )}
        {one.destroyedOn && one.held && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('import.destroyed-on', { day: day(one.destroyedOn) })}
          </Typography>
        )}
        {trouble && (
          <Typography tag="p" textColor="danger600" role="alert">
            {trouble}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          {steps.map((step) => (
            <Button
              key={step}
              variant={step === 'start' || step === 'resume' ? 'default' : 'tertiary'}
              loading={busy}
              disabled={step === 'start' && nothingToDo}
              onClick={() => void take(step)}
            >
              {t(`import.step.${step}`)}
            </Button>
          ))}
        </Flex>
      </Stack>
    </Panel>
  );
}
