import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useCommand } from '../../app/api';
import { paths } from '../../app/paths';
import { forgetDrafts, useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';

const grounds = ['relative', 'interest', 'other'] as const;
const consequences = ['gone', 'ballot', 'minutes', 'final'] as const;

const List = styled.ul`
  list-style: disc;
  padding-inline-start: 2rem;
  line-height: 1.8;
`;

interface Props {
  item: AgendaItemDetail;
  path: string;
  close: () => void;
}

/**
 * A member's own conflict of interest. It says first what follows; afterwards the item is gone, and the member is
 * led away from its page for good: the way back does not lead to it either.
 */
export function ConflictDialog({ item, path, close }: Props) {
  const { t, word } = useWords();
  const navigate = useNavigate();
  const { send, busy } = useCommand();
  const { draft, change } = useDraft(`${item.id}.recusal`, { ground: '', reason: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async () => {
    setTrouble(null);
    if (draft.ground === '') return setErrors({ ground: t('form.error.required') });
    const reason = draft.reason.trim();
    const outcome = await send(`${path}/recusals`, {
      ground: draft.ground,
      ...(reason ? { reason } : {}),
    });
    if (outcome === null) return undefined;
    // Declared before, and the answer was lost: the item is gone already.
    if (!outcome.ok && outcome.problem.status !== 404) {
      setErrors(outcome.problem.fields);
      return setTrouble(outcome.problem.message);
    }
    forgetDrafts(item.id);
    return navigate(paths.stoodAside(item.sessionId), { replace: true });
  };

  return (
    <FormDialog
      title={t('recusal.title')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('recusal.confirm')}
      busy={busy}
      danger
      close={close}
    >
      <div>
        <Typography tag="p" paddingBottom={2}>
          {t('recusal.consequence')}
        </Typography>
        <List>
          {consequences.map((key) => (
            <Typography key={key} tag="li" style={{ listStyle: 'disc' }}>
              {t(`recusal.consequence.${key}`)}
            </Typography>
          ))}
        </List>
      </div>
      <Choice
        name="ground"
        label={t('recusal.ground')}
        required
        value={draft.ground}
        options={grounds.map((value) => ({ value, label: word('ground', value) }))}
        change={(ground) => change({ ground })}
        error={errors.ground}
      />
      <AreaField
        name="reason"
        label={t('recusal.reason')}
        hint={t('recusal.reason-hint')}
        value={draft.reason}
        maxLength={1000}
        change={(reason) => change({ reason })}
        error={errors.reason}
      />
    </FormDialog>
  );
}
