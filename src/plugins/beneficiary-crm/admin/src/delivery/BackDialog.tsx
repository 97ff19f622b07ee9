import type { AllocationView, EntryView } from '../../../contracts/delivery';
import { useWords } from '../app/words';
import { AreaField, LineField } from '../ui/Fields';
import { FormDialog } from '../ui/FormDialog';
import { readMeasure } from './measure';
import { useMeasure } from './useMeasure';
import { useStep } from './useStep';
import type { StepOn } from './useStep';

interface Props extends StepOn {
  action: 'return_delivery' | 'correct_delivery';
  allocation: AllocationView;
  entry: EntryView;
}

/** What came back of a delivery, or what it really was: a new entry, and the old one stays as it is. */
export function BackDialog({ action, allocation, entry, ...on }: Props) {
  const { t, word } = useWords();
  const say = useMeasure();
  const { kind, terms } = allocation;
  const { draft, change, take, form } = useStep(on, `${action}.${entry.id}`, {
    amount: '',
    returnedOn: '',
    reason: '',
  });
  const amount = readMeasure(kind, draft.amount);
  const returns = action === 'return_delivery';
  const reason = draft.reason.trim();
  const submit = () =>
    void take(
      action,
      {
        delivery: entry.id,
        // A correction is typed as what was really handed over, and kept as the difference.
        amount: returns ? amount : (amount ?? 0) - entry.left,
        ...(returns ? { returnedOn: draft.returnedOn } : {}),
        reason,
      },
      {
        amount: amount === null && 'form.error.number',
        returnedOn: returns && draft.returnedOn === '' && 'form.error.required',
        reason: reason.length < 3 && 'form.error.required',
      },
    );
  return (
    <FormDialog
      {...form}
      title={word('action', action)}
      explained={t(`ask.${action}`)}
      action={word('action', action)}
      submit={submit}
    >
      <p>{t('delivery.kept-of-it', { amount: say(kind, entry.left, terms?.unit) })}</p>
      <LineField
        name="amount"
        label={t(returns ? `delivery.back.${kind}` : `delivery.really.${kind}`)}
        required
        inputMode="decimal"
        dir="ltr"
        value={draft.amount}
        change={(text) => change({ amount: text })}
        error={form.errors.amount}
      />
      {returns && (
        <LineField
          name="returnedOn"
          type="date"
          label={t('form.returnedOn')}
          required
          value={draft.returnedOn}
          change={(returnedOn) => change({ returnedOn })}
          error={form.errors.returnedOn}
        />
      )}
      <AreaField
        name="reason"
        label={t('form.reason')}
        required
        maxLength={1_000}
        value={draft.reason}
        change={(text) => change({ reason: text })}
        error={form.errors.reason}
      />
    </FormDialog>
  );
}
