import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SessionDetail } from '../../../../contracts/sessions';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';

interface Props {
  session: SessionDetail;
  path: string;
  reload: () => void;
}

/** The reader's own apology, and the way to take it back. */
export function ApologyPanel({ session, path, reload }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const [asking, setAsking] = useState(false);
  const mine = session.members.find(({ me }) => me)?.apology ?? null;
  if (!session.may.apologise) return null;

  const withdraw = async () => {
    const outcome = await send(`${path}/apologies/withdraw`, {});
    if (outcome === null) return;
    if (!outcome.ok) toggleNotification({ type: 'warning', message: outcome.problem.message });
    reload();
  };

  return (
    <Panel title={t('apology.title')}>
      <Stack>
        <Typography tag="p">{t(mine ? 'apology.is-sent' : 'apology.explained')}</Typography>
        <Flex>
          {mine ? (
            <Button variant="tertiary" loading={busy} onClick={() => void withdraw()}>
              {t('apology.withdraw')}
            </Button>
          ) : (
            <Button variant="secondary" onClick={() => setAsking(true)}>
              {t('apology.send')}
            </Button>
          )}
        </Flex>
      </Stack>
      {asking && (
        <ApologyDialog
          session={session}
          path={path}
          close={() => setAsking(false)}
          done={() => {
            setAsking(false);
            reload();
          }}
        />
      )}
    </Panel>
  );
}

interface DialogProps {
  session: SessionDetail;
  path: string;
  close: () => void;
  done: () => void;
}
function ApologyDialog({ session, path, close, done }: DialogProps) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`session.apology.${session.id}`, { reason: '' });
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async () => {
    const reason = draft.reason.trim();
    const outcome = await send(`${path}/apologies`, reason ? { reason } : {});
    if (outcome === null) return;
    if (!outcome.ok) return setTrouble(outcome.problem.message);
    clear();
    done();
  };
  return (
    <FormDialog
      title={t('apology.title')}
      explained={t('apology.consequence')}
      trouble={trouble}
      errors={{}}
      submit={() => void submit()}
      action={t('apology.send')}
      busy={busy}
      close={close}
    >
      <AreaField
        name="reason"
        label={t('apology.reason')}
        maxLength={500}
        value={draft.reason}
        change={(reason) => change({ reason })}
      />
    </FormDialog>
  );
}
