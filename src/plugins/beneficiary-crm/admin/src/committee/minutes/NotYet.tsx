import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SessionDetail } from '../../../../contracts/sessions';
import { useCommand, useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';

interface Props {
  session: string;
  path: string;
  reload: () => void;
}

/** There are no minutes yet: when they come, and, for who writes them, the way to begin. */
export function NotYet({ session, path, reload }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const of = useCrm<SessionDetail>(`/sessions/${encodeURIComponent(session)}`);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async () => {
    setTrouble(null);
    const outcome = await send(path, {});
    if (outcome === null) return;
    if (!outcome.ok) return setTrouble(outcome.problem.message);
    reload();
  };
  return (
    <Show from={of} lines={4}>
      {({ may }) => (
        <Stack>
          <Empty
            action={
              may.writeMinutes && (
                <Button loading={busy} onClick={() => void begin()}>
                  {t('minutes.begin')}
                </Button>
              )
            }
          >
            {t(may.writeMinutes ? 'minutes.none-write' : 'minutes.none')}
          </Empty>
          {trouble && (
            <Flex>
              <Typography tag="p" role="alert" textColor="danger700">
                {trouble}
              </Typography>
            </Flex>
          )}
        </Stack>
      )}
    </Show>
  );
}
