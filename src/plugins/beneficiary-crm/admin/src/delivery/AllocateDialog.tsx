import { allocationKinds, paymentWays, rhythms } from '../../../contracts/delivery';
import type { AllocationKind, AllocationView, TermsView } from '../../../contracts/delivery';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { LineField } from '../ui/Fields';
import { FieldGrid } from '../ui/FieldGrid';
import { FormDialog } from '../ui/FormDialog';
import { readMeasure, typedMeasure } from './measure';
import { useMeasure } from './useMeasure';
import { useStep } from './useStep';
import type { StepOn } from './useStep';

interface Props extends StepOn {
  /** whose terms are to change; none: a new one */
  allocation: AllocationView | null;
  /** halalas that the decision names, for a new one */
  decided: number | null;
}

const empty = {
  kind: 'money' as string,
  what: '',
  unit: '',
  pay: '',
  iban: '',
  amount: '',
  rhythm: 'once' as string,
  times: '1',
  startsOn: '',
};
type Draft = typeof empty;

const draftOf = (kind: AllocationKind, terms: TermsView): Draft => ({
  kind,
  what: terms.what,
  unit: terms.unit ?? '',
  pay: terms.pay ?? '',
  iban: '',
  amount: typedMeasure(kind, terms.amount),
  rhythm: terms.rhythm,
  times: String(terms.times),
  startsOn: terms.startsOn,
});

/** Proposes what is to be given; another person approves it. A change is a proposal too. */
export function AllocateDialog({ allocation, decided, ...on }: Props) {
  const { t, word } = useWords();
  const { number } = useFormats();
  const say = useMeasure();
  const before = allocation && (allocation.proposal ?? allocation.terms);
  const amountDecided = decided === null ? '' : typedMeasure('money', decided);
  const start =
    allocation && before ? draftOf(allocation.kind, before) : { ...empty, amount: amountDecided };
  const { draft, change, take, form } = useStep(on, `allocate.${allocation?.id ?? 'new'}`, start);
  const kind = allocationKinds.find((one) => one === draft.kind) ?? 'money';
  const amount = readMeasure(kind, draft.amount);
  const times = draft.rhythm === 'once' ? 1 : readMeasure('goods', draft.times);
  const needed = (text: string) => text.trim() === '' && 'form.error.required';

  const submit = () =>
    void take(
      'allocate',
      {
        ...(allocation ? { allocation: allocation.id } : {}),
        kind,
        what: draft.what,
        ...(kind === 'goods' ? { unit: draft.unit } : {}),
        ...(kind === 'money' ? { pay: draft.pay } : {}),
        ...(kind === 'money' && draft.pay === 'transfer' && draft.iban.trim()
          ? { iban: draft.iban }
          : {}),
        amount,
        rhythm: draft.rhythm,
        times,
        startsOn: draft.startsOn,
      },
      {
        what: needed(draft.what),
        unit: kind === 'goods' && needed(draft.unit),
        pay: kind === 'money' && needed(draft.pay),
        amount: amount === null && 'form.error.number',
        times: (times === null || times > 60) && 'delivery.error.times',
        startsOn: needed(draft.startsOn),
      },
    );
  const choice = (name: 'kind' | 'pay' | 'rhythm', list: string, values: readonly string[]) => (
    <Choice
      name={name}
      label={t(`form.${name}`)}
      required
      value={draft[name]}
      options={values.map((value) => ({ value, label: word(list, value) }))}
      change={(value) => change({ [name]: value })}
      error={form.errors[name]}
    />
  );

  return (
    <FormDialog
      {...form}
      title={t(allocation ? 'delivery.change-terms' : 'delivery.new-allocation')}
      explained={t('ask.allocate')}
      action={word('action', 'allocate')}
      submit={submit}
    >
      {!allocation && choice('kind', 'allocation_kind', allocationKinds)}
      <LineField
        name="what"
        label={t('form.what')}
        required
        maxLength={300}
        value={draft.what}
        change={(what) => change({ what })}
        error={form.errors.what}
      />
      <FieldGrid>
        {kind === 'goods' && (
          <LineField
            name="unit"
            label={t('form.unit')}
            hint={t('form.unit-hint')}
            required
            maxLength={40}
            value={draft.unit}
            change={(unit) => change({ unit })}
            error={form.errors.unit}
          />
        )}
        <LineField
          name="amount"
          label={t(`delivery.amount.${kind}`)}
          required
          inputMode="decimal"
          dir="ltr"
          value={draft.amount}
          change={(text) => change({ amount: text })}
          error={form.errors.amount}
        />
        {choice('rhythm', 'rhythm', rhythms)}
        {draft.rhythm !== 'once' && (
          <LineField
            name="times"
            label={t('delivery.times')}
            required
            inputMode="numeric"
            dir="ltr"
            value={draft.times}
            change={(text) => change({ times: text })}
            error={form.errors.times}
          />
        )}
        <LineField
          name="startsOn"
          type="date"
          label={t('form.startsOn')}
          required
          value={draft.startsOn}
          change={(startsOn) => change({ startsOn })}
          error={form.errors.startsOn}
        />
        {kind === 'money' && choice('pay', 'pay', paymentWays)}
      </FieldGrid>
      {kind === 'money' && draft.pay === 'transfer' && (
        <LineField
          name="iban"
          label={t('form.iban')}
          hint={t('form.iban-hint')}
          dir="ltr"
          maxLength={40}
          autoComplete="off"
          value={draft.iban}
          change={(iban) => change({ iban })}
          error={form.errors.iban}
        />
      )}
      {amount !== null && times !== null && (
        <p role="status">
          {t('delivery.total-is', {
            total: say(kind, amount * times, draft.unit),
            times: number(times),
          })}
        </p>
      )}
    </FormDialog>
  );
}
