import { useMemo } from 'react';
import type { SessionName } from '../../../../contracts/sessions';
import { isolated, useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import type { Tone } from '../../ui/tones';

const tones: Record<SessionName['status'], Tone> = {
  planned: 'neutral',
  open: 'primary',
  closed: 'success',
  cancelled: 'danger',
};
export const sessionTone = (status: SessionName['status']): Tone => tones[status];

/** A session in words: its number as its minutes are filed, and when and where it is held. */
export function useSessionWords() {
  const { t } = useWords();
  const { weekday, time, dayAndTime } = useFormats();
  return useMemo(
    () => ({
      title: ({ ordinal, hijriYear }: Pick<SessionName, 'ordinal' | 'hijriYear'>) =>
        t('session.title', { n: isolated(`${ordinal}/${hijriYear}`) }),
      /** the day in both calendars */
      day: ({ heldOn, dates }: Pick<SessionName, 'heldOn' | 'dates'>) =>
        `${weekday(heldOn)} ${t('common.both-dates', { day: dates.gregorian, hijri: dates.hijri })}`,
      /** time and place; of a circulation until when ballots are taken */
      details: (session: Pick<SessionName, 'form' | 'heldOn' | 'time' | 'place' | 'closesAt'>) =>
        [
          session.form === 'circulation' && t('session.form.circulation'),
          session.time && time(`${session.heldOn}T${session.time}:00+03:00`),
          session.place,
          session.closesAt && t('session.until', { at: dayAndTime(session.closesAt) }),
        ].filter((part): part is string => Boolean(part)),
    }),
    [t, weekday, time, dayAndTime],
  );
}
