import { useState } from 'react';
import type { PaperView } from '../../../../contracts/checking';
import { rejectionReasons, sightingWays } from '../../../../contracts/vocabulary';
import { noDay } from '../../app/typedDay';
import type { TypedDay } from '../../app/typedDay';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import type { RequestDetail } from '../../../../contracts/admin';
import { isoDays, missing, wrongDays } from '../../registry/steps/mistakes';
import { Choice } from '../../ui/Choice';
import { AreaField, LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { TypedDayField } from '../../ui/TypedDayField';
import { Changes } from './Changes';
import { useAct } from './useAct';

/** What is judged: a file of a paper, or the paper itself, which was seen and not kept. */
export interface Judged {
  paper: PaperView;
  state: 'accepted' | 'rejected' | 'sighted';
  file?: string;
}
interface Props extends Judged {
  request: RequestDetail;
  close: () => void;
  reload: () => void;
}

const start = { reason: '', how: '', reference: '', validUntil: noDay, note: '' };

/** Accepts a paper with the date on it, rejects it with a reason, or writes down that it was seen. */
export function JudgeDialog({ request, paper, state, file, close, reload }: Props) {
  const { t, word } = useWords();
  const { act, busy, changes } = useAct(request, reload);
  const { draft, change, clear } = useDraft(
    `${request.id}.judge.${state}.${file ?? paper.key}`,
    start,
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const { reason, how, reference, validUntil, note } = draft;
  const days: Record<string, TypedDay> = state === 'rejected' ? {} : { validUntil };

  const submit = async () => {
    const wrong = {
      ...missing(state === 'rejected' ? { reason } : state === 'sighted' ? { how } : {}),
      ...(reason === 'other' ? missing({ note }) : {}),
      ...wrongDays(days),
    };
    setErrors(Object.fromEntries(Object.entries(wrong).map(([name, key]) => [name, t(key)])));
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    const outcome = await act('judge_document', {
      key: paper.key,
      state,
      ...(file ? { file } : {}),
      ...(state === 'rejected' ? { reason } : {}),
      ...(state === 'sighted' ? { how, ...(reference.trim() ? { reference } : {}) } : {}),
      ...isoDays(days),
      ...(note.trim() ? { note } : {}),
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      return close();
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };

  return (
    <FormDialog
      title={t(`judge.${state}`, { label: paper.label })}
      explained={t(`judge.explained.${state}`)}
      action={t(changes ? 'changes.send-again' : `judge.save.${state}`)}
      trouble={changes ? null : trouble}
      errors={errors}
      busy={busy}
      submit={() => void submit()}
      close={close}
    >
      <Changes changes={changes} />
      {state === 'rejected' && (
        <Choice
          name="reason"
          label={t('judge.reason')}
          required
          error={errors.reason}
          value={reason}
          options={rejectionReasons.map((one) => ({ value: one, label: word('rejection', one) }))}
          change={(chosen) => change({ reason: chosen })}
        />
      )}
      {state === 'sighted' && (
        <>
          <Choice
            name="how"
            label={t('form.sightedHow')}
            required
            error={errors.how}
            value={how}
            options={sightingWays.map((one) => ({ value: one, label: word('sighted', one) }))}
            change={(chosen) => change({ how: chosen })}
          />
          <LineField
            name="reference"
            label={t('judge.reference')}
            hint={t('judge.reference-hint')}
            dir="ltr"
            maxLength={80}
            value={reference}
            error={errors.reference}
            change={(typed) => change({ reference: typed })}
          />
        </>
      )}
      {state !== 'rejected' && (
        <TypedDayField
          name="validUntil"
          label={t('judge.valid-until')}
          value={validUntil}
          error={errors.validUntil}
          change={(typed) => change({ validUntil: typed })}
        />
      )}
      <AreaField
        name="note"
        label={t(state === 'rejected' ? 'judge.words' : 'checklist.note')}
        required={reason === 'other' && state === 'rejected'}
        maxLength={1000}
        value={note}
        error={errors.note}
        change={(typed) => change({ note: typed })}
      />
    </FormDialog>
  );
}
