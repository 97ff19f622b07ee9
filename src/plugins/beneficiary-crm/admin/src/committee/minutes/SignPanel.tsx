import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Feather } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { MinutesView } from '../../../../contracts/minutes';
import { useCommand } from '../../app/api';
import { paths } from '../../app/paths';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';

export interface MinutesProps {
  minutes: MinutesView;
  /** address of the minutes' commands */
  path: string;
  reload: () => void;
}

/** Signing what was read, from the own account; and beginning a new version of what is signed. */
export function SignPanel({ minutes, path, reload }: MinutesProps) {
  const { t } = useWords();
  const [dialog, setDialog] = useState<'sign' | 'revise' | null>(null);
  const { may, hash } = minutes;
  const close = () => setDialog(null);
  if (!may.sign && !may.revise) return null;
  return (
    <Panel title={t(may.sign ? 'minutes.sign-title' : 'minutes.revise')}>
      <Stack>
        {may.sign && (
          <>
            <Typography tag="p">{t('minutes.sign-explained')}</Typography>
            <Flex>
              <Button
                size="L"
                startIcon={<Feather aria-hidden />}
                onClick={() => setDialog('sign')}
              >
                {t('minutes.sign')}
              </Button>
            </Flex>
          </>
        )}
        {may.revise && (
          <>
            <Typography tag="p" textColor="neutral600">
              {t('minutes.revise-explained')}
            </Typography>
            <Flex>
              <Button variant="tertiary" onClick={() => setDialog('revise')}>
                {t('minutes.revise')}
              </Button>
            </Flex>
          </>
        )}
      </Stack>
      {dialog === 'sign' && hash !== null && (
        <SignDialog minutes={minutes} hash={hash} path={path} reload={reload} close={close} />
      )}
      {dialog === 'revise' && (
        <ReviseDialog minutes={minutes} path={path} reload={reload} close={close} />
      )}
    </Panel>
  );
}

type DialogProps = MinutesProps & { close: () => void };

function SignDialog({ minutes, hash, path, reload, close }: DialogProps & { hash: string }) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  // What is signed is what stood on the page when the dialog was opened, whatever is read meanwhile.
  const [{ version }] = useState({ version: minutes.version });
  const [read] = useState(hash);
  const submit = async () => {
    const outcome = await send(`${path}/sign`, { version, hash: read });
    if (outcome === null) return;
    reload();
    if (!outcome.ok) return setTrouble(outcome.problem.message);
    toggleNotification({ type: 'success', message: t('minutes.is-signed') });
    close();
  };
  return (
    <FormDialog
      title={t('minutes.sign')}
      explained={t('minutes.sign-confirm', { n: version })}
      trouble={trouble}
      errors={{}}
      submit={() => void submit()}
      action={t('minutes.sign')}
      busy={busy}
      close={close}
    />
  );
}

function ReviseDialog({ minutes, path, reload, close }: DialogProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`minutes.revise.${minutes.session.id}`, { reason: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async () => {
    setTrouble(null);
    const short = draft.reason.trim().length < 3;
    setErrors(short ? { reason: t('form.error.short', { n: 3 }) } : {});
    if (short) return;
    const outcome = await send(`${path}/revise`, {
      expectedVersion: minutes.version,
      reason: draft.reason,
    });
    if (outcome === null) return;
    reload();
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      return;
    }
    clear();
    close();
    navigate(paths.minutes(minutes.session.id));
  };
  return (
    <FormDialog
      title={t('minutes.revise')}
      explained={t('minutes.revise-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('minutes.revise')}
      busy={busy}
      close={close}
    >
      <AreaField
        name="reason"
        label={t('minutes.revise-reason')}
        required
        maxLength={1000}
        value={draft.reason}
        change={(reason) => change({ reason })}
        error={errors.reason}
      />
    </FormDialog>
  );
}
