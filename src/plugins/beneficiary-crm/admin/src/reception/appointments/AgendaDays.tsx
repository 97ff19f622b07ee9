import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Agenda, AgendaDay, AppointmentRow } from '../../../../contracts/appointments';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Tag } from '../../ui/Tag';
import { appointmentTone } from '../../ui/tones';
import { dayOf } from './days';

const Columns = styled.ol<{ $days: number }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[3]};
  list-style: none;
  padding: 0;

  @media (min-width: 1100px) {
    grid-template-columns: repeat(${({ $days }) => $days}, minmax(0, 1fr));
  }
`;
const Day = styled.li<{ $today: boolean; $closed: boolean }>`
  min-inline-size: 0;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid
    ${({ theme, $today }) => ($today ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $closed }) =>
    $closed ? theme.colors.neutral100 : theme.colors.neutral0};
`;
const Meetings = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[2]};
  list-style: none;
  padding: 0;
  margin-block-start: ${({ theme }) => theme.spaces[3]};
`;
const Meeting = styled.button`
  inline-size: 100%;
  display: flex;
  flex-direction: column;
  align-items: flex-start;
  gap: ${({ theme }) => theme.spaces[1]};
  text-align: start;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;
  cursor: pointer;

  &:hover,
  &:focus-visible {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  agenda: Agenda;
  /** whether names of the staff are of use: the reader looks at everybody's */
  everybody: boolean;
  open: (id: string) => void;
}

/** The days of the agenda: beside one another where there is room, else one below the other. */
export function AgendaDays({ agenda, everybody, open }: Props) {
  const { t } = useWords();
  return (
    <Columns $days={agenda.days.length} aria-label={t('appointments.title')}>
      {agenda.days.map((day) => (
        <OneDay
          key={day.date}
          day={day}
          today={agenda.today}
          appointments={agenda.appointments.filter(({ startsAt }) => dayOf(startsAt) === day.date)}
          everybody={everybody}
          open={open}
        />
      ))}
    </Columns>
  );
}

interface DayProps extends Omit<Props, 'agenda'> {
  day: AgendaDay;
  today: string;
  appointments: AppointmentRow[];
}

function OneDay({ day: { date, windows, note }, today, appointments, everybody, open }: DayProps) {
  const { t } = useWords();
  const { day, hijri, weekday, time } = useFormats();
  const hours = windows.map(({ opens, closes }) =>
    t('appointments.from-to', { from: time(opens), to: time(closes) }),
  );
  return (
    <Day
      $today={date === today}
      $closed={windows.length === 0}
      aria-current={date === today ? 'date' : undefined}
    >
      <Typography tag="h2" variant="omega" fontWeight="bold">
        {weekday(date)}
        {date === today && ` · ${t('appointments.today')}`}
      </Typography>
      <Typography tag="p" variant="pi">
        <Bdi>{day(date)}</Bdi>
        <br />
        <Bdi>{hijri(date)}</Bdi>
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {hours.length > 0 ? hours.join(t('common.comma')) : t('appointments.closed')}
        {note && (
          <>
            {' · '}
            <Bdi>{note}</Bdi>
          </>
        )}
      </Typography>
      {appointments.length > 0 ? (
        <Meetings>
          {appointments.map((appointment) => (
            <li key={appointment.id}>
              <OneMeeting appointment={appointment} everybody={everybody} open={open} />
            </li>
          ))}
        </Meetings>
      ) : (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
          {t('appointments.none')}
        </Typography>
      )}
    </Day>
  );
}

interface MeetingProps extends Omit<Props, 'agenda'> {
  appointment: AppointmentRow;
}

function OneMeeting({ appointment, everybody, open }: MeetingProps) {
  const { t, word } = useWords();
  const { time } = useFormats();
  const { id, kind, state, name, place, staff, startsAt, endsAt, outsideHours } = appointment;
  return (
    <Meeting type="button" onClick={() => open(id)}>
      <Typography fontWeight="bold">
        {t('appointments.from-to', { from: time(startsAt), to: time(endsAt) })}
      </Typography>
      <Typography>
        <Bdi>{name}</Bdi>
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {word('appointment', kind)}
        {everybody && (
          <>
            {' · '}
            <Bdi>{staff.name}</Bdi>
          </>
        )}
      </Typography>
      {place && (
        <Typography variant="pi" textColor="neutral600">
          <Bdi>{place}</Bdi>
        </Typography>
      )}
      {outsideHours && (
        <Typography variant="pi" textColor="neutral600">
          {t('appointments.outside')}
        </Typography>
      )}
      {state !== 'booked' && (
        <Tag tone={appointmentTone(state)}>{word('appointment_state', state)}</Tag>
      )}
    </Meeting>
  );
}
