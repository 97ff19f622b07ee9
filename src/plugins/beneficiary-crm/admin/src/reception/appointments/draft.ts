import type { AppointmentKind } from '../../../../contracts/vocabulary';
import { instantOf, isDay } from './days';

/** When, as it is being chosen: one of the free times, or another one with its reason. */
export interface TimeDraft {
  staff: string;
  date: string;
  minutes: string;
  /** the chosen free time, an instant */
  startsAt: string;
  outside: boolean;
  /** HH:MM */
  time: string;
  outsideReason: string;
}

export interface BookingDraft extends TimeDraft {
  kind: AppointmentKind;
  name: string;
  phone: string;
  place: string;
  purpose: string;
  /** one appointment comes of it, however often it is sent */
  key: string;
}

export const emptyTime: TimeDraft = {
  staff: '',
  date: '',
  minutes: '',
  startsAt: '',
  outside: false,
  time: '',
  outsideReason: '',
};

type Mistakes = Record<string, string>;
const required = 'form.error.required';

/** Keys of messages by field; empty when the time can be sent. */
export function timeMistakes(draft: TimeDraft): Mistakes {
  return {
    ...(draft.staff === '' ? { staff: required } : {}),
    ...(isDay(draft.date) ? {} : { date: required }),
    ...(draft.outside
      ? {
          ...(/^\d{2}:\d{2}$/.test(draft.time) ? {} : { time: required }),
          ...(draft.outsideReason.trim() === '' ? { outsideReason: required } : {}),
        }
      : draft.startsAt === ''
        ? { startsAt: 'appointments.choose-time' }
        : {}),
  };
}

export const timeBody = (draft: TimeDraft) => ({
  staff: Number(draft.staff),
  minutes: Number(draft.minutes),
  ...(draft.outside
    ? {
        startsAt: instantOf(draft.date, draft.time),
        outsideHours: true,
        outsideReason: draft.outsideReason,
      }
    : { startsAt: draft.startsAt }),
});

const filled = <K extends string>(key: K, text: string): Partial<Record<K, string>> =>
  text.trim() === '' ? {} : ({ [key]: text } as Partial<Record<K, string>>);

/** For whom: a file, a request, or a stranger by name. */
export interface Whom {
  person?: string;
  request?: string;
}

export const bookingMistakes = (draft: BookingDraft, known: boolean): Mistakes => ({
  ...(known || draft.name.trim() !== '' ? {} : { name: required }),
  ...(draft.kind === 'home_visit' && !known && draft.place.trim() === ''
    ? { place: required }
    : {}),
  ...timeMistakes(draft),
});

export const bookingBody = (draft: BookingDraft, whom: Whom, known: boolean) => ({
  kind: draft.kind,
  ...whom,
  ...(known ? {} : { ...filled('name', draft.name), ...filled('phone', draft.phone) }),
  ...(draft.kind === 'home_visit' ? filled('place', draft.place) : {}),
  ...filled('purpose', draft.purpose),
  ...timeBody(draft),
});
