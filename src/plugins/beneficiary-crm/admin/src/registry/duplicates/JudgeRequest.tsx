import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useCommand } from '../../app/api';
import { useWords } from '../../app/words';
import { Stack } from '../../ui/Prose';

const verdicts = ['same', 'different', 'unsure'] as const;

/** Does the request belong to this file? */
export function JudgeRequest({ matchId, reload }: { matchId: string; reload: () => void }) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const judge = async (verdict: (typeof verdicts)[number]) => {
    setTrouble(null);
    const outcome = await send(`/request-matches/${matchId}/judge`, { verdict });
    if (outcome === null) return;
    if (!outcome.ok) setTrouble(outcome.problem.message);
    else {
      toggleNotification({ type: 'success', message: t(`match.done.request-${verdict}`) });
      reload();
    }
  };
  return (
    <Stack>
      <Flex gap={2} wrap="wrap" role="group" aria-label={t('match.request-question')}>
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            size="S"
            variant={verdict === 'same' ? 'secondary' : 'tertiary'}
            disabled={busy}
            onClick={() => void judge(verdict)}
          >
            {t(`match.request.${verdict}`)}
          </Button>
        ))}
      </Flex>
      {trouble && (
        <Typography tag="p" role="alert" textColor="danger700">
          {trouble}
        </Typography>
      )}
    </Stack>
  );
}
