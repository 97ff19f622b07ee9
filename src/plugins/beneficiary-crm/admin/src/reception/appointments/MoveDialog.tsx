import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AppointmentChoices, AppointmentDetail } from '../../../../contracts/appointments';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { FormDialog } from '../../ui/FormDialog';
import { dayOf } from './days';
import { emptyTime, timeBody, timeMistakes } from './draft';
import type { TimeDraft } from './draft';
import { TimeFields } from './TimeFields';

interface Props {
  appointment: AppointmentDetail;
  choices: AppointmentChoices;
  close: () => void;
  done: () => void;
}

/** Another time for an appointment, and perhaps somebody else. */
export function MoveDialog({ appointment, choices, close, done }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { id, version, startsAt, endsAt } = appointment;
  const { draft, change, clear } = useDraft<TimeDraft>(`appointment.move.${id}`, {
    ...emptyTime,
    staff: String(appointment.staff.id),
    date: dayOf(startsAt),
    minutes: String((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [round, setRound] = useState(0);

  const submit = async () => {
    const found = Object.entries(timeMistakes(draft));
    setErrors(Object.fromEntries(found.map(([name, key]) => [name, t(key)])));
    setTrouble(null);
    if (found.length > 0) return;
    const outcome = await send(`/appointments/${id}/move`, {
      expectedVersion: version,
      ...timeBody(draft),
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      toggleNotification({ type: 'success', message: t('appointments.moved') });
      done();
      return;
    }
    if (outcome.problem.status === 409) {
      change({ startsAt: '' });
      setRound(round + 1);
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };

  return (
    <FormDialog
      title={t('appointments.move')}
      explained={t('appointments.move-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('appointments.move-now')}
      busy={busy}
      close={close}
    >
      <TimeFields
        key={round}
        kind={appointment.kind}
        draft={draft}
        change={change}
        errors={errors}
        choices={choices}
        moving={id}
      />
    </FormDialog>
  );
}
