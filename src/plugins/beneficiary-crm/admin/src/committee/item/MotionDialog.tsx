import { useState } from 'react';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { readMeasure, typedMeasure } from '../../delivery/measure';
import { AreaField, LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import type { ItemProps } from './ItemPage';

interface Props extends ItemProps {
  close: () => void;
}

/** Writes what is proposed. The opening freezes it: what was voted on is what is decided. */
export function MotionDialog({ item, path, reload, close }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand('put');
  const { amount, conditions } = item.motion;
  const { draft, change, clear } = useDraft(`${item.id}.motion`, {
    amount: amount === null ? '' : typedMeasure('money', amount),
    conditions: conditions ?? '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async () => {
    const typed = draft.amount.trim();
    const halalas = typed === '' ? null : readMeasure('money', typed);
    setTrouble(null);
    if (typed !== '' && halalas === null) return setErrors({ amount: t('form.error.number') });
    const wanted = draft.conditions.trim();
    const outcome = await send(`${path}/motion`, {
      ...(halalas === null ? {} : { amount: halalas }),
      ...(wanted === '' ? {} : { conditions: wanted }),
    });
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
      title={t('motion.title')}
      explained={t('motion.explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('motion.save')}
      busy={busy}
      close={close}
    >
      <LineField
        name="amount"
        label={t('motion.amount')}
        inputMode="decimal"
        dir="ltr"
        value={draft.amount}
        change={(text) => change({ amount: text })}
        error={errors.amount}
      />
      <AreaField
        name="conditions"
        label={t('motion.conditions')}
        hint={t('motion.conditions-hint')}
        value={draft.conditions}
        maxLength={2000}
        change={(text) => change({ conditions: text })}
        error={errors.conditions}
      />
    </FormDialog>
  );
}
