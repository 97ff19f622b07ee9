import type { TemplateKey } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import type { Subscriber } from '../kernel/room';
import type { RecordedEvent } from '../kernel/unit-of-work';
import { appointmentToTell, tellingTime } from '../reception';
import { writeTo } from './compose.service';
import { queueMessage } from './outbox.service';
import { embedded, writtenTime } from './writing.rules';

/** Which message an event calls for; null: none. */
function templateOf({ type, data }: RecordedEvent): TemplateKey | null {
  switch (type) {
    case 'appointment.booked':
      return 'appointment_booked';
    case 'appointment.moved':
      return 'appointment_moved';
    case 'appointment.reminder_due':
      return 'appointment_reminder';
    case 'appointment.ended':
      return data?.state === 'cancelled' ? 'appointment_cancelled' : null;
    default:
      return null;
  }
}

/**
 * Tells people of their appointments: when one is booked, moved or called off, and the working day before it. One
 * event is told once, never at night, and nothing is said of a time that is over by then.
 */
export const tellOfAppointment: Subscriber = {
  name: 'tell_of_appointment',
  on: ['appointment.booked', 'appointment.moved', 'appointment.ended', 'appointment.reminder_due'],
  when: 'after',
  async run(crm, event) {
    const template = templateOf(event);
    const appointment =
      template && event.subject ? await appointmentToTell(crm, event.subject.id) : null;
    if (!template || !appointment) return;
    const cancelled = template === 'appointment_cancelled';
    if (!cancelled && appointment.state !== 'booked') return;
    if (tellingTime(crm.now()) >= appointment.startsAt) return;
    await write(crm, event, template, appointment);
  },
};

async function write(
  crm: Crm,
  event: RecordedEvent,
  template: TemplateKey,
  appointment: NonNullable<Awaited<ReturnType<typeof appointmentToTell>>>,
): Promise<void> {
  const { email, mobile, locale, kind, startsAt, requestId } = appointment;
  // Somebody without a mobile and an address is called by whoever booked.
  if (email === null && mobile === null) return;
  const message = await writeTo(
    crm,
    { email, phone: mobile ?? '', locale, name: appointment.name },
    { template, requestId, eventSeq: event.seq, byDay: true },
    ({ date }) => ({
      meeting: crm.say(locale, `message.appointment.${kind}`),
      date: date(startsAt),
      time: embedded(writtenTime(startsAt, locale), locale),
    }),
  );
  if (message) await crm.transaction((unit) => queueMessage(unit, message));
}
