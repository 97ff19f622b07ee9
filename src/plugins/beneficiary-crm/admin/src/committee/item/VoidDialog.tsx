import { useState } from 'react';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import type { ItemProps } from './ItemPage';
import type { Member } from './MemberRow';

const shortest = 10;

interface Props extends ItemProps {
  member: Member;
  close: () => void;
}

/** Declares void the ballot of a member who lost the seat while the vote was open. It is kept, and not counted. */
export function VoidDialog({ item, path, reload, member, close }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`${item.id}.void.${member.memberId}`, { reason: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async () => {
    const reason = draft.reason.trim();
    setTrouble(null);
    if (reason.length < shortest)
      return setErrors({ reason: t('form.error.short', { n: shortest }) });
    const outcome = await send(`${path}/ballots/${member.memberId}/void`, { reason });
    if (outcome === null) return undefined;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      if (outcome.problem.status === 409) reload();
      return undefined;
    }
    clear();
    close();
    return reload();
  };

  return (
    <FormDialog
      title={t('void.title', { name: member.name })}
      explained={t('void.explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('void.confirm')}
      busy={busy}
      danger
      close={close}
    >
      <AreaField
        name="reason"
        label={t('void.reason')}
        required
        value={draft.reason}
        maxLength={1000}
        change={(reason) => change({ reason })}
        error={errors.reason}
      />
    </FormDialog>
  );
}
