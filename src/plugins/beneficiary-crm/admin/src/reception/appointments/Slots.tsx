import { Button, Flex, Typography } from '@strapi/design-system';
import type { Slots as FreeTimes } from '../../../../contracts/appointments';
import type { AppointmentKind } from '../../../../contracts/vocabulary';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Fieldset } from '../../ui/Fieldset';
import { Show } from '../../ui/States';

interface Props {
  staff: string;
  kind: AppointmentKind;
  date: string;
  minutes: string;
  moving?: string;
  chosen: string;
  choose: (startsAt: string) => void;
  error?: string;
}

/** The free times of a day, each a button. */
export function Slots({ chosen, choose, error, ...asked }: Props) {
  const { t } = useWords();
  const { time } = useFormats();
  const slots = useCrm<FreeTimes>('/appointments/slots', { ...asked });
  return (
    <Fieldset legend={t('appointments.free-times')} error={error}>
      <Show from={slots} lines={2}>
        {({ starts, day: { windows, note } }) => (
          <Flex direction="column" alignItems="start" gap={3}>
            {note && (
              <Typography tag="p" textColor="neutral600">
                <Bdi>{note}</Bdi>
              </Typography>
            )}
            {starts.length === 0 ? (
              <Typography tag="p">
                {t(windows.length === 0 ? 'appointments.day-closed' : 'appointments.day-full')}
              </Typography>
            ) : (
              <Flex gap={2} wrap="wrap">
                {starts.map((startsAt) => (
                  <Button
                    key={startsAt}
                    type="button"
                    variant={startsAt === chosen ? 'default' : 'tertiary'}
                    aria-pressed={startsAt === chosen}
                    onClick={() => choose(startsAt)}
                  >
                    <Bdi>{time(startsAt)}</Bdi>
                  </Button>
                ))}
              </Flex>
            )}
          </Flex>
        )}
      </Show>
    </Fieldset>
  );
}
