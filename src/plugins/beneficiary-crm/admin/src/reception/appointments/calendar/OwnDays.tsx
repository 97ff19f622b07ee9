import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useFormats } from '../../../app/formats';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Choice } from '../../../ui/Choice';
import { FieldGrid } from '../../../ui/FieldGrid';
import { LineField } from '../../../ui/Fields';
import { Panel } from '../../../ui/Panel';
import { Stack } from '../../../ui/Prose';
import { RowList } from '../../../ui/RowList';
import { isDay } from '../days';
import { ownDayKinds } from './draft';
import type { OwnDay } from './draft';
import { HoursField } from './HoursField';

interface Props {
  days: OwnDay[];
  holidays: readonly string[];
  change: (days: OwnDay[]) => void;
  errors: Record<string, string>;
}

/** Days that are not as others: what was computed, and what the association says of single days. */
export function OwnDays({ days, holidays, change, errors }: Props) {
  const { t } = useWords();
  const { day, hijri, weekday } = useFormats();
  const both = (date: string) =>
    isDay(date)
      ? `${weekday(date)} ${t('common.both-dates', { day: day(date), hijri: hijri(date) })}`
      : undefined;
  const set = (at: number, part: Partial<OwnDay>) =>
    change(days.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const known = new Set(days.map(({ date }) => date));
  return (
    <>
      <Panel title={t('calendar.holidays')}>
        <Stack>
          <Typography tag="p" textColor="neutral600">
            {t('calendar.holidays-explained')}
          </Typography>
          <RowList items={holidays.filter((date) => !known.has(date))} idOf={(date) => date}>
            {(date) => (
              <>
                <Typography>
                  <Bdi>{both(date)}</Bdi>
                </Typography>
                <Button
                  type="button"
                  variant="tertiary"
                  aria-label={t('calendar.open-day-of', { day: day(date) })}
                  onClick={() => change([...days, { date, kind: 'usual', hours: [], note: '' }])}
                >
                  {t('calendar.open-day')}
                </Button>
              </>
            )}
          </RowList>
        </Stack>
      </Panel>
      <Panel title={t('calendar.own-days')}>
        <Stack>
          <Typography tag="p" textColor="neutral600">
            {t('calendar.own-days-explained')}
          </Typography>
          {days.map((one, at) => (
            <Box key={at} padding={4} borderColor="neutral200" hasRadius>
              <Stack>
                <FieldGrid>
                  <LineField
                    name={`overrides.${at}.date`}
                    label={t('calendar.day')}
                    type="date"
                    required
                    value={one.date}
                    hint={both(one.date)}
                    change={(date) => set(at, { date })}
                    error={errors[`overrides.${at}.date`]}
                  />
                  <Choice
                    name={`overrides.${at}.kind`}
                    label={t('calendar.day-is')}
                    required
                    value={one.kind}
                    options={ownDayKinds.map((value) => ({
                      value,
                      label: t(`calendar.day-is.${value}`),
                    }))}
                    change={(chosen) =>
                      set(at, { kind: ownDayKinds.find((kind) => kind === chosen) ?? one.kind })
                    }
                  />
                  <LineField
                    name={`overrides.${at}.note`}
                    label={t('calendar.note')}
                    hint={t('calendar.note-hint')}
                    required
                    maxLength={120}
                    value={one.note}
                    change={(note) => set(at, { note })}
                    error={errors[`overrides.${at}.note`]}
                  />
                </FieldGrid>
                {one.kind === 'hours' && (
                  <HoursField
                    name={`overrides.${at}.hours`}
                    legend={t('calendar.day-hours')}
                    hours={one.hours}
                    change={(hours) => set(at, { hours })}
                    errors={errors}
                    none={t('calendar.day-is.closed')}
                  />
                )}
                <Flex>
                  <Button
                    type="button"
                    variant="danger-light"
                    startIcon={<Trash />}
                    onClick={() => change(days.filter((_, place) => place !== at))}
                  >
                    {t('calendar.remove-day')}
                  </Button>
                </Flex>
              </Stack>
            </Box>
          ))}
          <Flex>
            <Button
              type="button"
              variant="secondary"
              startIcon={<Plus />}
              onClick={() => change([...days, { date: '', kind: 'closed', hours: [], note: '' }])}
            >
              {t('calendar.add-day')}
            </Button>
          </Flex>
        </Stack>
      </Panel>
    </>
  );
}
