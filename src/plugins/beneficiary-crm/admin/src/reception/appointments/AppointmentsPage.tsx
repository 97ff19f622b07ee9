import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Agenda, AppointmentChoices } from '../../../../contracts/appointments';
import { appointmentKinds } from '../../../../contracts/vocabulary';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Choice } from '../../ui/Choice';
import { FieldGrid } from '../../ui/FieldGrid';
import { PageFrame } from '../../ui/PageFrame';
import { NextIcon, PreviousIcon } from '../../ui/Pointing';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { AppointmentDialog } from './AppointmentDialog';
import { BookDialog } from './BookDialog';
import { addDays, dayOf, isDay, rangeOf } from './days';
import { AgendaDays } from './AgendaDays';
import { useChoices } from './useChoices';

const views = ['day', 'week'] as const;
type View = (typeof views)[number];

/** On a phone today comes first; at a desk, the week around it. */
const usualView = (): View => (window.matchMedia('(min-width: 1100px)').matches ? 'week' : 'day');

/** Who meets whom, when and where. */
export function AppointmentsPage() {
  const { t } = useWords();
  const choices = useChoices();
  const [search, setSearch] = useSearchParams();
  const set = (part: Record<string, string | null>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [key, value] of Object.entries(part))
        if (value === null) next.delete(key);
        else next.set(key, value);
      return next;
    });
  const mayKeepCalendar = usePermission('calendar.keep');
  return (
    <PageFrame
      title={t('appointments.title')}
      subtitle={t('appointments.subtitle')}
      actions={
        <Button startIcon={<Plus />} onClick={() => set({ book: 'yes' })}>
          {t('appointments.book')}
        </Button>
      }
    >
      <Show from={choices}>
        {(loaded) => <Loaded choices={loaded} search={search} set={set} />}
      </Show>
      {mayKeepCalendar && (
        <Link tag={NavLink} to={paths.calendar}>
          {t('calendar.title')}
        </Link>
      )}
    </PageFrame>
  );
}

interface Props {
  choices: AppointmentChoices;
  search: URLSearchParams;
  set: (part: Record<string, string | null>) => void;
}

function Loaded({ choices, search, set }: Props) {
  const { t } = useWords();
  const { day } = useFormats();
  const [usual] = useState(usualView);
  const view = views.find((known) => known === search.get('view')) ?? usual;
  const asked = search.get('date');
  const date = isDay(asked) ? asked : dayOf(new Date().toISOString());
  const mine = choices.staff.some(({ id }) => id === choices.me) ? String(choices.me) : 'all';
  const staff = search.get('staff') ?? mine;
  const { from, to } = rangeOf(view, date);
  const agenda = useCrm<Agenda>('/appointments', {
    from,
    to,
    staff: staff === 'all' ? undefined : staff,
  });
  const step = view === 'day' ? 1 : 7;
  const open = search.get('open');
  const kind = appointmentKinds.find((known) => known === search.get('kind')) ?? 'office';
  const closeBooking = { book: null, person: null, request: null, kind: null };
  return (
    <Stack>
      <FieldGrid>
        <Choice
          name="staff"
          label={t('appointments.whose')}
          value={staff}
          options={[
            ...(mine === 'all' ? [] : [{ value: mine, label: t('appointments.mine') }]),
            { value: 'all', label: t('appointments.everybody') },
            ...choices.staff
              .filter(({ id }) => id !== choices.me)
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          change={(chosen) => set({ staff: chosen })}
        />
        <Choice
          name="view"
          label={t('appointments.view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`appointments.view.${value}`) }))}
          change={(chosen) => set({ view: chosen })}
        />
      </FieldGrid>
      <Flex gap={2} wrap="wrap" tag="nav" aria-label={t('appointments.days')}>
        <Button
          variant="tertiary"
          startIcon={<PreviousIcon aria-hidden />}
          onClick={() => set({ date: addDays(date, -step) })}
        >
          {t(`appointments.before.${view}`)}
        </Button>
        <Button variant="tertiary" onClick={() => set({ date: null })}>
          {t('appointments.today')}
        </Button>
        <Button
          variant="tertiary"
          endIcon={<NextIcon aria-hidden />}
          onClick={() => set({ date: addDays(date, step) })}
        >
          {t(`appointments.after.${view}`)}
        </Button>
        {view === 'week' && (
          <Typography textColor="neutral600">
            <Bdi>{t('appointments.from-to', { from: day(from), to: day(to) })}</Bdi>
          </Typography>
        )}
      </Flex>
      <Show from={agenda} lines={8}>
        {(loaded) => (
          <AgendaDays
            agenda={loaded}
            everybody={staff === 'all'}
            open={(id) => set({ open: id })}
          />
        )}
      </Show>
      {open && (
        <AppointmentDialog
          key={open}
          id={open}
          choices={choices}
          close={() => set({ open: null })}
          changed={agenda.reload}
        />
      )}
      {search.get('book') && (
        <BookDialog
          whom={{
            ...(search.get('person') ? { person: search.get('person') ?? '' } : {}),
            ...(search.get('request') ? { request: search.get('request') ?? '' } : {}),
          }}
          kind={kind}
          date={date}
          choices={choices}
          close={() => set(closeBooking)}
          pick={(person) => set({ person })}
          done={(on) => {
            set({ ...closeBooking, date: on });
            agenda.reload();
          }}
        />
      )}
    </Stack>
  );
}
