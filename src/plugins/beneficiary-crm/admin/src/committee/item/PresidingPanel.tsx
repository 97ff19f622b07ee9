import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Right } from '../../../../contracts/items';
import { useCommand } from '../../app/api';
import { useWords } from '../../app/words';
import { FormDialog } from '../../ui/FormDialog';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import type { ItemProps } from './ItemPage';

/** Opening and closing the vote, for the member who presides; to others the reason says why not. */
export function PresidingPanel({ item, path, reload }: ItemProps) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const step = item.status === 'pending' ? 'open' : item.status === 'open' ? 'close' : null;
  if (step === null) return null;
  const right: Right = item.rights[step];
  // Who never presides is not shown the tools of who does.
  const hasSeat = item.members.some(
    ({ me, seat }) => me && (seat === 'chair' || seat === 'deputy'),
  );
  // That no panel can sit concerns all of them: somebody has to see to it.
  const noPanel = right.code?.startsWith('panel.') ?? false;
  if (!right.allowed && !hasSeat && !noPanel) return null;
  const missing = item.turnout.mayVote - item.turnout.voted;

  const act = async () => {
    const outcome = await send(`${path}/${step}`, {});
    if (outcome === null) return;
    setAsking(false);
    setTrouble(outcome.ok ? null : outcome.problem.message);
    reload();
  };

  return (
    <Panel title={t('presiding.title')}>
      <Stack>
        <Typography tag="p">{t(`presiding.${step}-explained`)}</Typography>
        <Flex>
          <Button
            size="L"
            variant={step === 'close' ? 'secondary' : 'default'}
            disabled={!right.allowed}
            loading={busy}
            // A vote that somebody still owes is not cut off by a slip of the finger.
            onClick={() => (step === 'close' && missing > 0 ? setAsking(true) : void act())}
          >
            {t(`presiding.${step}`)}
          </Button>
        </Flex>
        {!right.allowed && right.message && (
          <Typography tag="p" textColor="warning700">
            {right.message}
          </Typography>
        )}
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
      </Stack>
      {asking && (
        <FormDialog
          title={t('presiding.close')}
          explained={t('presiding.not-all', { n: missing })}
          trouble={trouble}
          errors={{}}
          submit={() => void act()}
          action={t('presiding.close-anyway')}
          busy={busy}
          close={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}
