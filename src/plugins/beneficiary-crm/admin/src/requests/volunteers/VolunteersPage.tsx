import { Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import type { VolunteerList, VolunteerRow } from '../../../../contracts/volunteers';
import { contactTimes, volunteerSkills, weekdays } from '../../../../contracts/vocabulary';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useReturn, useWayBack } from '../../app/returning';
import { useNarrow } from '../../app/useMedia';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink, CardList } from '../../ui/CardList';
import { Choice } from '../../ui/Choice';
import { FieldGrid } from '../../ui/FieldGrid';
import { ListTable } from '../../ui/ListTable';
import { PageFrame } from '../../ui/PageFrame';
import { Pager } from '../../ui/Pager';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';

const filters = [
  { name: 'skill', words: 'skill', values: volunteerSkills, label: 'form.skills' },
  { name: 'day', words: 'weekday', values: weekdays, label: 'form.days' },
  { name: 'time', words: 'contact_time', values: contactTimes, label: 'form.times' },
] as const;

/** Who volunteers with the association: by what they can do, and when (C6). */
export function VolunteersPage() {
  const { t, word } = useWords();
  const narrow = useNarrow();
  const back = useWayBack(paths.requests);
  const [search, setSearch] = useSearchParams();
  const chosen = Object.fromEntries(
    filters.map(({ name, values }) => [
      name,
      values.find((value) => value === search.get(name)) ?? '',
    ]),
  );
  const page = Math.max(1, Number(search.get('page')) || 1);
  const list = useCrm<VolunteerList>('/volunteers', {
    ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')),
    page,
  });
  useReturn(list.data !== null && !list.loading);
  const change = (what: Record<string, string>) =>
    setSearch(
      Object.fromEntries(
        Object.entries({ ...chosen, ...what }).filter(([, value]) => value !== ''),
      ),
    );
  return (
    <PageFrame
      title={t('volunteers.title')}
      subtitle={t('volunteers.subtitle')}
      back={{ ...back, label: t('request.back') }}
    >
      <Stack>
        <FieldGrid>
          {filters.map(({ name, words, values, label }) => (
            <Choice
              key={name}
              name={name}
              label={t(label)}
              empty={t('volunteers.any')}
              value={chosen[name] ?? ''}
              options={values.map((value) => ({ value, label: word(words, value) }))}
              change={(value) => change({ [name]: value })}
            />
          ))}
        </FieldGrid>
        <Show from={list}>
          {({ rows, total, pageSize }) =>
            rows.length === 0 ? (
              <Empty>
                {t(
                  Object.values(chosen).some((value) => value !== '')
                    ? 'volunteers.none-fit'
                    : 'volunteers.none',
                )}
              </Empty>
            ) : (
              <Stack>
                {narrow ? <Cards rows={rows} /> : <Rows rows={rows} total={total} />}
                <Pager
                  page={page}
                  pageSize={pageSize}
                  total={total}
                  go={(next) => change({ page: String(next) })}
                />
              </Stack>
            )
          }
        </Show>
      </Stack>
    </PageFrame>
  );
}

function useTelling() {
  const { t, word } = useWords();
  const { day } = useFormats();
  const listed = (words: string, values: readonly string[]) =>
    values.map((value) => word(words, value)).join(t('common.comma'));
  return {
    skills: ({ skills }: VolunteerRow) => listed('skill', skills),
    when: ({ days, times }: VolunteerRow) =>
      t('volunteers.when', { days: listed('weekday', days), times: listed('contact_time', times) }),
    since: ({ since }: VolunteerRow) => day(since),
  };
}

function Rows({ rows, total }: { rows: readonly VolunteerRow[]; total: number }) {
  const { t } = useWords();
  const telling = useTelling();
  return (
    <ListTable
      label={t('volunteers.title')}
      columns={[
        { key: 'name', label: t('volunteers.name') },
        { key: 'skills', label: t('form.skills') },
        { key: 'when', label: t('form.days') },
        { key: 'phone', label: t('applicant.phone') },
        { key: 'since', label: t('volunteers.since') },
      ]}
      rows={rows}
      total={total}
      to={({ id }) => paths.request(id)}
      name={({ name }) => name}
      under={({ city }) =>
        city && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            <Bdi>{city}</Bdi>
          </Typography>
        )
      }
      cells={(row) => [
        <Typography key="skills">{telling.skills(row)}</Typography>,
        <Typography key="when">{telling.when(row)}</Typography>,
        <Typography key="phone">
          <Bdi dir="ltr">{row.phone}</Bdi>
        </Typography>,
        <Typography key="since">
          <Bdi>{telling.since(row)}</Bdi>
        </Typography>,
      ]}
    />
  );
}

function Cards({ rows }: { rows: readonly VolunteerRow[] }) {
  const telling = useTelling();
  return (
    <CardList>
      {rows.map((row) => (
        <li key={row.id}>
          <CardLink to={paths.request(row.id)}>
            <Typography fontWeight="bold">
              <Bdi>{row.name}</Bdi>
            </Typography>
            <Typography>{telling.skills(row)}</Typography>
            <Typography textColor="neutral600">{telling.when(row)}</Typography>
            <Typography>
              <Bdi dir="ltr">{row.phone}</Bdi>
            </Typography>
          </CardLink>
        </li>
      ))}
    </CardList>
  );
}
