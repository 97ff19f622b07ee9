import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AppointmentDetail } from '../../../../contracts/appointments';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';

const ends = ['held', 'missed', 'cancelled'] as const;
type End = (typeof ends)[number];

interface Draft {
  state: End | '';
  report: string;
  reason: string;
}

interface Props {
  appointment: AppointmentDetail;
  close: () => void;
  done: () => void;
}

/** What became of an appointment: held with its report, missed, or cancelled with the reason. */
export function EndDialog({ appointment, close, done }: Props) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { id, version, startsAt } = appointment;
  const begun = Date.parse(startsAt) <= Date.now();
  const { draft, change, clear } = useDraft<Draft>(`appointment.end.${id}`, {
    state: begun ? 'held' : 'cancelled',
    report: '',
    reason: '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const { state, report, reason } = draft;

  const submit = async () => {
    const found = {
      ...(state === '' ? { state: t('form.error.required') } : {}),
      ...(state === 'held' && report.trim() === '' ? { report: t('form.error.required') } : {}),
      ...(state === 'cancelled' && reason.trim() === ''
        ? { reason: t('form.error.required') }
        : {}),
    };
    setErrors(found);
    setTrouble(null);
    if (Object.keys(found).length > 0) return;
    const outcome = await send(`/appointments/${id}/end`, {
      expectedVersion: version,
      state,
      ...(state === 'held' ? { report } : {}),
      ...(state !== 'held' && reason.trim() !== '' ? { reason } : {}),
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      toggleNotification({ type: 'success', message: t('appointments.ended') });
      done();
      return;
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };

  return (
    <FormDialog
      title={t('appointments.end')}
      explained={begun ? undefined : t('appointments.not-begun')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('appointments.end-now')}
      busy={busy}
      close={close}
    >
      <Choice
        name="state"
        label={t('appointments.end-state')}
        required
        value={state}
        options={ends
          .filter((end) => begun || end === 'cancelled')
          .map((value) => ({ value, label: word('appointment_state', value) }))}
        change={(chosen) => change({ state: ends.find((end) => end === chosen) ?? '' })}
        error={errors.state}
      />
      {state === 'held' && (
        <AreaField
          name="report"
          label={t('appointments.report')}
          hint={t('appointments.report-hint')}
          required
          maxLength={5000}
          value={report}
          change={(text) => change({ report: text })}
          error={errors.report}
        />
      )}
      {(state === 'missed' || state === 'cancelled') && (
        <AreaField
          name="reason"
          label={t('appointments.reason')}
          hint={state === 'cancelled' ? t('appointments.reason-hint') : undefined}
          required={state === 'cancelled'}
          maxLength={500}
          value={reason}
          change={(text) => change({ reason: text })}
          error={errors.reason}
        />
      )}
    </FormDialog>
  );
}
