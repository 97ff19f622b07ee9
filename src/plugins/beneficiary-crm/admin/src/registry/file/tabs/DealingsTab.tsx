import { Typography } from '@strapi/design-system';
import { useFormats } from '../../../app/formats';
import { useWords } from '../../../app/words';
import { BookLink } from '../../../reception/appointments/BookLink';
import { Bdi } from '../../../ui/Bdi';
import { Panel } from '../../../ui/Panel';
import { Prose, Stack } from '../../../ui/Prose';
import { RowList } from '../../../ui/RowList';
import { Empty } from '../../../ui/States';
import { Tag } from '../../../ui/Tag';
import { appointmentTone } from '../../../ui/tones';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';

/** What was said with the person, over all channels, and when they meet. */
export function DealingsTab({ file }: TabProps) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { interactions, appointments } = file;
  if (interactions.length === 0 && appointments.length === 0)
    return <Empty action={<BookLink person={file.id} />}>{t('file.no-dealings')}</Empty>;
  return (
    <Stack>
      <div>
        <BookLink person={file.id} />
      </div>
      {appointments.length > 0 && (
        <Panel title={t('file.appointments')}>
          <RowList items={appointments} idOf={({ id }) => id}>
            {(appointment) => (
              <>
                <div>
                  <Typography tag="p">{word('appointment', appointment.kind)}</Typography>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    <Dotted
                      of={[
                        <Bdi>{dayAndTime(appointment.startsAt)}</Bdi>,
                        <>
                          {t('file.with')} <Bdi>{appointment.with}</Bdi>
                        </>,
                      ]}
                    />
                  </Typography>
                </div>
                <Tag tone={appointmentTone(appointment.state)}>
                  {word('appointment_state', appointment.state)}
                </Tag>
              </>
            )}
          </RowList>
        </Panel>
      )}
      {interactions.length > 0 && (
        <Panel title={t('file.interactions')}>
          <RowList items={interactions} idOf={({ id }) => id}>
            {(interaction) => (
              <div>
                <Prose>{interaction.summary}</Prose>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  <Dotted
                    of={[
                      word('channel', interaction.channel),
                      word('direction', interaction.direction),
                      word('visit_reason', interaction.reason),
                      <Bdi>{interaction.by}</Bdi>,
                      <Bdi>{dayAndTime(interaction.at)}</Bdi>,
                    ]}
                  />
                </Typography>
              </div>
            )}
          </RowList>
        </Panel>
      )}
    </Stack>
  );
}
