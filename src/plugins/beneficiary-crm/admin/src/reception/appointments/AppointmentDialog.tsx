import { Button, Link, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { AppointmentChoices, AppointmentDetail } from '../../../../contracts/appointments';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import type { Fact } from '../../ui/Facts';
import { Prose, Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { appointmentTone } from '../../ui/tones';
import { EndDialog } from './EndDialog';
import { MoveDialog } from './MoveDialog';
import { MapLink } from './WhomFields';

interface Props {
  id: string;
  choices: AppointmentChoices;
  close: () => void;
  changed: () => void;
}

/** One appointment: whom, when, where, what came of it, and what can be done. */
export function AppointmentDialog({ id, choices, close, changed }: Props) {
  const { t, word, dir } = useWords();
  const appointment = useCrm<AppointmentDetail>(`/appointments/${encodeURIComponent(id)}`);
  const [doing, setDoing] = useState<'move' | 'end' | null>(null);
  const { data } = appointment;
  const step = {
    close: () => {
      setDoing(null);
      appointment.reload();
    },
    done: () => {
      changed();
      close();
    },
  };
  if (data && doing === 'move')
    return <MoveDialog appointment={data} choices={choices} {...step} />;
  if (data && doing === 'end') return <EndDialog appointment={data} {...step} />;
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{data ? word('appointment', data.kind) : t('appointments.one')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Show from={appointment}>{(loaded) => <Details appointment={loaded} />}</Show>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {t('common.close')}
          </Button>
          {data?.state === 'booked' && (
            <>
              <Button variant="secondary" onClick={() => setDoing('move')}>
                {t('appointments.move')}
              </Button>
              <Button onClick={() => setDoing('end')}>{t('appointments.end')}</Button>
            </>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function Details({ appointment }: { appointment: AppointmentDetail }) {
  const { t, word } = useWords();
  const { day, hijri, weekday, time, dayAndTime } = useFormats();
  const mayReadFiles = usePermission('registry.read');
  const mayReadRequests = usePermission('requests.read');
  const { person, request, startsAt, endsAt, coordinates } = appointment;
  const text = (key: string, label: string, value: string | null): Fact[] =>
    value === null ? [] : [{ key, label, value: <Bdi>{value}</Bdi> }];
  return (
    <Stack>
      <div>
        <Tag tone={appointmentTone(appointment.state)}>
          {word('appointment_state', appointment.state)}
        </Tag>
      </div>
      <Facts
        facts={[
          {
            key: 'name',
            label: t('appointments.with-whom'),
            value:
              person && mayReadFiles ? (
                <Link tag={NavLink} to={paths.person(person.id)}>
                  <Bdi>{appointment.name}</Bdi>
                </Link>
              ) : (
                <Bdi>{appointment.name}</Bdi>
              ),
          },
          {
            key: 'when',
            label: t('appointments.when'),
            value: (
              <>
                {weekday(startsAt)}{' '}
                {t('common.both-dates', { day: day(startsAt), hijri: hijri(startsAt) })}
                <br />
                {t('appointments.from-to', { from: time(startsAt), to: time(endsAt) })}
              </>
            ),
          },
          ...text('staff', t('appointments.staff'), appointment.staff.name),
          ...(appointment.phone
            ? [
                {
                  key: 'phone',
                  label: t('appointments.phone'),
                  value: (
                    <Link href={`tel:${appointment.phone}`}>
                      <Bdi dir="ltr">{appointment.phone}</Bdi>
                    </Link>
                  ),
                },
              ]
            : []),
          ...(appointment.place
            ? [
                {
                  key: 'place',
                  label: t('appointments.place'),
                  value: (
                    <>
                      <Bdi>{appointment.place}</Bdi>{' '}
                      {appointment.kind === 'home_visit' && coordinates && (
                        <MapLink at={coordinates} />
                      )}
                    </>
                  ),
                },
              ]
            : []),
          ...(request
            ? [
                {
                  key: 'request',
                  label: t('appointments.request'),
                  value: mayReadRequests ? (
                    <Link tag={NavLink} to={paths.request(request.id)}>
                      <Bdi dir="ltr">{request.reference}</Bdi>
                    </Link>
                  ) : (
                    <Bdi dir="ltr">{request.reference}</Bdi>
                  ),
                },
              ]
            : []),
          ...text('purpose', t('appointments.purpose'), appointment.purpose),
          ...text('outside', t('appointments.other-time-reason'), appointment.outsideReason),
          ...text('reason', t('appointments.reason'), appointment.stateReason),
          {
            key: 'booked',
            label: t('appointments.booked-by'),
            value: (
              <>
                <Bdi>{appointment.bookedBy}</Bdi>
                {' · '}
                <Bdi>{dayAndTime(appointment.bookedAt)}</Bdi>
              </>
            ),
          },
        ]}
      />
      {appointment.report && (
        <section>
          <Typography tag="h3" variant="omega" fontWeight="bold">
            {t('appointments.report')}
          </Typography>
          <Prose>{appointment.report}</Prose>
        </section>
      )}
    </Stack>
  );
}
