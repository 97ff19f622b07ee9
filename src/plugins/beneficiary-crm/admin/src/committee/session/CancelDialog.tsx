import { useState } from 'react';
import type { SessionDetail } from '../../../../contracts/sessions';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';

interface Props {
  session: SessionDetail;
  path: string;
  close: () => void;
  done: () => void;
}

/** A session that is not held: what stood on its agenda is ready again. */
export function CancelDialog({ session, path, close, done }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`session.cancel.${session.id}`, { reason: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async () => {
    setTrouble(null);
    const short = draft.reason.trim().length < 3;
    setErrors(short ? { reason: t('form.error.short', { n: 3 }) } : {});
    if (short) return;
    const outcome = await send(`${path}/cancel`, { reason: draft.reason });
    if (outcome === null) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      return;
    }
    clear();
    done();
  };

  return (
    <FormDialog
      title={t('session.cancel')}
      explained={t('session.cancel-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('session.cancel')}
      busy={busy}
      danger
      close={close}
    >
      <AreaField
        name="reason"
        label={t('form.reason')}
        required
        maxLength={1000}
        value={draft.reason}
        change={(reason) => change({ reason })}
        error={errors.reason}
      />
    </FormDialog>
  );
}
