import { Widget } from '@strapi/strapi/admin';
import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Agenda, AppointmentChoices } from '../../../contracts/appointments';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { dayOf } from '../reception/appointments/days';
import { Bdi } from '../ui/Bdi';
import { RowList } from '../ui/RowList';

/** Whom the reader meets today. */
export function AppointmentsWidget() {
  const choices = useCrm<AppointmentChoices>('/appointments/choices');
  if (choices.problem) return <Widget.Error>{choices.problem.message}</Widget.Error>;
  if (!choices.data) return <Widget.Loading />;
  return <Today me={choices.data.me} />;
}

function Today({ me }: { me: number }) {
  const { t, word } = useWords();
  const { time } = useFormats();
  const today = dayOf(new Date().toISOString());
  const { data, problem } = useCrm<Agenda>('/appointments', { from: today, to: today, staff: me });
  if (problem) return <Widget.Error>{problem.message}</Widget.Error>;
  if (!data) return <Widget.Loading />;
  const booked = data.appointments.filter(({ state }) => state === 'booked');
  if (booked.length === 0) return <Widget.NoData>{t('home.no-appointments')}</Widget.NoData>;
  return (
    <RowList items={booked} idOf={({ id }) => id} step={5}>
      {({ id, kind, name, startsAt }) => (
        <div>
          <Link tag={NavLink} to={`${paths.appointments}?view=day&open=${id}`}>
            <Bdi>{time(startsAt)}</Bdi>
            {' · '}
            <Bdi>{name}</Bdi>
          </Link>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {word('appointment', kind)}
          </Typography>
        </div>
      )}
    </RowList>
  );
}
