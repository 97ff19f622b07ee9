import { useState } from 'react';
import type { SessionDetail } from '../../../../contracts/sessions';
import { useCommand } from '../../app/api';
import { withoutErrorsOf } from '../../app/errors';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { FormDialog } from '../../ui/FormDialog';
import { typedWhen, whenOf } from '../plan/draft';
import type { WhenDraft } from '../plan/draft';
import { WhenFields } from '../plan/WhenFields';

interface Props {
  session: SessionDetail;
  path: string;
  close: () => void;
  done: () => void;
}

/** Another day, time or place. Who was invited is told when the invitations are sent again. */
export function MoveDialog({ session, path, close, done }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand('put');
  // A draft of an older version would set the plan back without a word.
  const {
    draft,
    change: keep,
    clear,
  } = useDraft(`session.move.${session.id}.${session.version}`, typedWhen(session));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const change = (part: Partial<WhenDraft>) => {
    setErrors((before) => withoutErrorsOf(before, Object.keys(part)));
    keep(part);
  };

  const submit = async () => {
    setTrouble(null);
    const made = whenOf(draft, session.form);
    if (!made.ok) {
      setErrors(Object.fromEntries(Object.entries(made.problems).map(([at, key]) => [at, t(key)])));
      return;
    }
    setErrors({});
    const outcome = await send(path, { expectedVersion: session.version, ...made.when });
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
      title={t('session.move')}
      explained={t('session.move-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('session.move-keep')}
      busy={busy}
      close={close}
    >
      <WhenFields form={session.form} draft={draft} change={change} errors={errors} />
    </FormDialog>
  );
}
