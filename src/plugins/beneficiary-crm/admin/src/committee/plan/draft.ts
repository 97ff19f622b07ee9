import type { z } from 'zod';
import type {
  SessionForm,
  SessionSummary,
  createSessionBody,
} from '../../../../contracts/sessions';
import { readNumber } from '../../requests/actions/forms';

/** When and where, as it is typed. */
export interface WhenDraft {
  heldOn: string;
  time: string;
  place: string;
  /** the time there is for the agenda; empty: as long as it takes */
  minutes: string;
  /** of a circulation: the last moment of voting */
  closesOn: string;
  closesTime: string;
}
export const newWhen: WhenDraft = {
  heldOn: '',
  time: '',
  place: '',
  minutes: '',
  closesOn: '',
  closesTime: '23:59',
};

export interface PlanDraft extends WhenDraft {
  /** empty: the first whose session the reader may plan */
  committee: string;
  form: SessionForm;
  /** ids in order; null: as the promises go, until the time is used up */
  agenda: string[] | null;
}
export const newPlan: PlanDraft = { ...newWhen, committee: '', form: 'room', agenda: null };

export type Problems = Record<string, string>;
type When = Omit<z.input<typeof createSessionBody>, 'committee' | 'purpose' | 'form' | 'requests'>;

/** Minutes of a session; null where none are set or they cannot be read. */
export function sessionMinutes(text: string): number | null {
  const number = readNumber(text.trim());
  return number !== null && Number.isInteger(number) && number >= 5 && number <= 1_440
    ? number
    : null;
}

/** An instant from a day and a time of day in Riyadh. */
const instantOf = (date: string, time: string): string =>
  new Date(`${date}T${time}:00+03:00`).toISOString();

/** A day and a time of day in Riyadh from an instant. */
const inRiyadh = (iso: string): string =>
  new Date(Date.parse(iso) + 3 * 3_600_000).toISOString().slice(0, 16);

/** When and where a session is planned, as the form shows it. */
export const typedWhen = (
  session: Pick<SessionSummary, 'heldOn' | 'time' | 'place' | 'minutes' | 'closesAt'>,
): WhenDraft => {
  const [closesOn = '', closesTime = newWhen.closesTime] = session.closesAt
    ? inRiyadh(session.closesAt).split('T')
    : [];
  return {
    heldOn: session.heldOn,
    time: session.time ?? '',
    place: session.place ?? '',
    minutes: session.minutes === null ? '' : String(session.minutes),
    closesOn,
    closesTime,
  };
};

/** When and where, as the server takes it, or what is wrong with it. A circulation has a deadline, and no room. */
export function whenOf(
  draft: WhenDraft,
  form: SessionForm,
): { ok: true; when: When } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const circulation = form === 'circulation';
  const minutes = sessionMinutes(draft.minutes);
  if (draft.heldOn === '') problems.heldOn = 'form.error.required';
  if (!circulation && draft.minutes.trim() !== '' && minutes === null)
    problems.minutes = 'plan.error.minutes';
  if (circulation) {
    if (draft.closesOn === '') problems.closesOn = 'form.error.required';
    else if (draft.heldOn !== '' && draft.closesOn < draft.heldOn)
      problems.closesOn = 'plan.error.ends-before';
    if (draft.closesTime === '') problems.closesTime = 'form.error.required';
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const place = draft.place.trim();
  return {
    ok: true,
    when: {
      heldOn: draft.heldOn,
      ...(draft.time && { time: draft.time }),
      ...(circulation
        ? { closesAt: instantOf(draft.closesOn, draft.closesTime) }
        : { ...(place && { place }), ...(minutes !== null && { minutes }) }),
    },
  };
}
