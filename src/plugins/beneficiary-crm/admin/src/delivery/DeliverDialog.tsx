import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { acknowledgements } from '../../../contracts/delivery';
import type { AllocationView, ServiceView } from '../../../contracts/delivery';
import { useCommand } from '../app/api';
import { riyadhToday, useFormats } from '../app/formats';
import { useDraft } from '../app/useDraft';
import { useOnceKey } from '../app/useOnceKey';
import { useOnline } from '../app/useOnline';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { LineField } from '../ui/Fields';
import { FormDialog } from '../ui/FormDialog';
import { Acknowledge, noProof, proofBody, proofMistakes } from './Acknowledge';
import { readMeasure, typedMeasure } from './measure';
import { useMeasure } from './useMeasure';

interface Props {
  allocation: AllocationView;
  service: Pick<ServiceView, 'authorities' | 'codeBy'>;
  close: () => void;
  reload: () => void;
}

/** What is due next, or all that is left where nothing is. */
const dueNow = ({ instalments, net, terms }: AllocationView): number => {
  const next = instalments.find(({ state }) => state !== 'delivered');
  return next ? next.amount - next.delivered : (terms?.total ?? 0) - net;
};

/**
 * Writes down what was handed over, also in the field: what is typed stays through a lost connection, and is sent
 * again under the same key, so that it arrives exactly once.
 */
export function DeliverDialog({ allocation, service, close, reload }: Props) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const say = useMeasure();
  const online = useOnline();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const name = `deliver.${allocation.id}`;
  const { headersFor, done } = useOnceKey(name);
  const { kind, terms } = allocation;
  const { draft, change, clear } = useDraft(name, {
    amount: typedMeasure(kind, dueNow(allocation)),
    deliveredOn: riyadhToday(),
    receiver: 'beneficiary',
    proof: noProof,
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const amount = readMeasure(kind, draft.amount);
  const left = (terms?.total ?? 0) - allocation.net;

  const submit = async () => {
    const mistakes = {
      amount: amount === null && 'form.error.number',
      deliveredOn: draft.deliveredOn === '' && 'form.error.required',
      ...proofMistakes(draft.proof),
    };
    const found = Object.entries(mistakes).filter(([, key]) => key !== false);
    setErrors(Object.fromEntries(found.map(([field, key]) => [field, t(String(key))])));
    setTrouble(null);
    if (found.length > 0) return;
    const body = {
      allocation: allocation.id,
      amount,
      deliveredOn: draft.deliveredOn,
      receiver:
        draft.receiver === 'beneficiary'
          ? { kind: 'beneficiary' }
          : { kind: 'authority', id: draft.receiver },
      acknowledgement: proofBody(draft.proof),
    };
    const path = `/requests/${allocation.requestId}/deliveries`;
    const outcome = await send(path, body, headersFor(body));
    if (outcome === null) return;
    if (!outcome.ok) {
      const { status, fields, message } = outcome.problem;
      setErrors(fields);
      setTrouble(status === null ? t('delivery.kept-here') : message);
      if (status === 409) reload();
      return;
    }
    clear();
    done();
    toggleNotification({ type: 'success', message: t('delivery.recorded') });
    close();
    reload();
  };

  return (
    <FormDialog
      title={word('action', 'record_delivery')}
      explained={t('delivery.left-of-it', {
        what: terms?.what,
        left: say(kind, left, terms?.unit),
      })}
      trouble={trouble ?? (online ? null : t('delivery.offline'))}
      errors={errors}
      submit={() => void submit()}
      action={word('action', 'record_delivery')}
      busy={busy}
      close={close}
    >
      <LineField
        name="amount"
        label={t(`delivery.given.${kind}`)}
        required
        inputMode="decimal"
        dir="ltr"
        value={draft.amount}
        change={(text) => change({ amount: text })}
        error={errors.amount}
      />
      <LineField
        name="deliveredOn"
        type="date"
        label={t('form.deliveredOn')}
        hint={draft.deliveredOn && day(draft.deliveredOn)}
        required
        value={draft.deliveredOn}
        change={(deliveredOn) => change({ deliveredOn })}
        error={errors.deliveredOn}
      />
      <Choice
        name="receiver"
        label={t('form.receiver')}
        required
        value={draft.receiver}
        options={[
          { value: 'beneficiary', label: t('delivery.to-beneficiary') },
          ...service.authorities.map((one) => ({
            value: one.id,
            label: t('delivery.to-authority', {
              name: one.name,
              capacity: word('authority', one.kind),
            }),
          })),
        ]}
        change={(receiver) => change({ receiver })}
        error={errors['receiver.id']}
      />
      <Choice
        name="acknowledgement"
        label={t('form.acknowledgement')}
        required
        value={draft.proof.way}
        options={acknowledgements
          .filter((way) => way !== 'code' || service.codeBy.length > 0)
          .map((value) => ({ value, label: word('acknowledgement', value) }))}
        change={(chosen) => {
          const way = acknowledgements.find((one) => one === chosen) ?? '';
          change((before) => ({ proof: { ...before.proof, way } }));
        }}
        error={errors['acknowledgement.way']}
      />
      <Acknowledge
        requestId={allocation.requestId}
        proof={draft.proof}
        change={(part) => change((before) => ({ proof: { ...before.proof, ...part } }))}
        codeBy={service.codeBy}
        errors={errors}
      />
    </FormDialog>
  );
}
