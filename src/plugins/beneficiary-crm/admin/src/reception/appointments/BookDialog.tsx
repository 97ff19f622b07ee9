import { useNotification } from '@strapi/strapi/admin';
import { Modal } from '@strapi/design-system';
import { useState } from 'react';
import type { AppointmentChoices, AppointmentParty } from '../../../../contracts/appointments';
import { appointmentKinds } from '../../../../contracts/vocabulary';
import type { AppointmentKind } from '../../../../contracts/vocabulary';
import { useCommand, useCrm } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Show } from '../../ui/States';
import { bookingBody, bookingMistakes, emptyTime } from './draft';
import type { BookingDraft, Whom } from './draft';
import { TimeFields } from './TimeFields';
import { WhomFields } from './WhomFields';

interface Props {
  whom: Whom;
  kind: AppointmentKind;
  date: string;
  choices: AppointmentChoices;
  close: () => void;
  /** a file was found for whom it is */
  pick: (person: string) => void;
  done: (date: string) => void;
}

/** Books an appointment; what is typed survives a refresh, and one appointment comes of it. */
export function BookDialog(props: Props) {
  const { person, request } = props.whom;
  return person || request ? <ForSomebodyKnown {...props} /> : <BookForm {...props} party={null} />;
}

function ForSomebodyKnown(props: Props) {
  const { t, dir } = useWords();
  const party = useCrm<AppointmentParty>('/appointments/party', { ...props.whom });
  if (party.data) return <BookForm {...props} party={party.data} />;
  return (
    <Modal.Root open onOpenChange={(open) => !open && props.close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('appointments.book')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Show from={party}>{() => null}</Show>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function BookForm(props: Props & { party: AppointmentParty | null }) {
  const { whom, party, choices, close, pick, done } = props;
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const mine = choices.staff.some(({ id }) => id === choices.me);
  const { draft, change, clear } = useDraft<BookingDraft>(
    `appointment.${whom.person ?? ''}.${whom.request ?? ''}`,
    {
      ...emptyTime,
      kind: props.kind,
      staff: mine ? String(choices.me) : '',
      date: props.date,
      minutes: String(choices.usualMinutes[props.kind]),
      name: '',
      phone: '',
      place: '',
      purpose: '',
      key: '',
    },
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  /** asked again after a refusal: somebody was faster */
  const [round, setRound] = useState(0);

  const submit = async () => {
    const found = bookingMistakes(draft, party !== null);
    if (draft.kind === 'home_visit' && party && !party.place && draft.place.trim() === '')
      found.place = 'form.error.required';
    setErrors(Object.fromEntries(Object.entries(found).map(([name, key]) => [name, t(key)])));
    setTrouble(null);
    if (Object.keys(found).length > 0) return;
    const key = draft.key || crypto.randomUUID();
    change({ key });
    const outcome = await send('/appointments', bookingBody(draft, whom, party !== null), {
      'Idempotency-Key': key,
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      toggleNotification({ type: 'success', message: t('appointments.booked') });
      done(draft.date);
      return;
    }
    const { problem } = outcome;
    // Only a lost answer is asked for again under the same key; what was refused was not done.
    if (problem.status !== null) change({ key: '' });
    if (problem.status === 409) {
      change({ startsAt: '' });
      setRound(round + 1);
    }
    setErrors(problem.fields);
    setTrouble(problem.message);
  };

  return (
    <FormDialog
      title={t('appointments.book')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('appointments.book-now')}
      busy={busy}
      close={close}
    >
      <Choice
        name="kind"
        label={t('appointments.kind')}
        required
        value={draft.kind}
        options={appointmentKinds.map((value) => ({ value, label: word('appointment', value) }))}
        change={(chosen) => {
          const kind = appointmentKinds.find((known) => known === chosen) ?? draft.kind;
          change({ kind, minutes: String(choices.usualMinutes[kind]), startsAt: '' });
        }}
        error={errors.kind}
      />
      <WhomFields
        party={party}
        draft={draft}
        change={change}
        errors={errors}
        pick={(person) => {
          clear();
          pick(person);
        }}
      />
      <TimeFields
        key={round}
        kind={draft.kind}
        draft={draft}
        change={change}
        errors={errors}
        choices={choices}
      />
      <AreaField
        name="purpose"
        label={t('appointments.purpose')}
        maxLength={500}
        value={draft.purpose}
        change={(purpose) => change({ purpose })}
        error={errors.purpose}
      />
    </FormDialog>
  );
}
