import { randomUUID } from 'node:crypto';
import type { Locale } from '../../../contracts/vocabulary';
import { pick, pickOrNull } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import { addWorkingMinutes, formatDates, isWorkingTime } from '../kernel/calendar.rules';
import { currentCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import { bullets, leftToRight, SendFailure, transportsOf } from '../messages';
import type { MailKind, MailRow } from './invitation.service';
import type { SessionRow } from './item.repository';
import { notHiddenFrom } from './seen.sql';
import { bothDates, timeInRiyadh } from './session.dates';

interface AgendaOfMail {
  reference: string;
  service_name: Bilingual | null;
  kind: string;
}

/** The agenda as one member may know of it. */
const agendaFor = (crm: Crm, session: string, member: number): Promise<AgendaOfMail[]> =>
  crm
    .db('crm_agenda_items as i')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    .where('i.session_id', session)
    .whereNotNull('i.position')
    .whereNot('i.status', 'void')
    .modify(notHiddenFrom(member, 'i.request_id'))
    .orderBy('i.position')
    .select('r.reference', 'r.kind', crm.db.raw(`r.form -> 'service' -> 'name' as service_name`));

/** References and services, and nothing of the people whose requests they are. */
function letter(
  crm: Crm,
  session: SessionRow,
  kind: MailKind,
  agenda: readonly AgendaOfMail[],
  locale: Locale,
) {
  const say = (key: string, values: Record<string, string | number> = {}) =>
    crm.say(locale, `session_mail.${key}`, values);
  const named = {
    committee: pick(session.committee_name, locale),
    number: leftToRight(`${session.ordinal}/${session.hijri_year}`, locale),
  };
  const facts = [
    say('when', { ...bothDates(session.held_on, locale) }),
    ...(session.held_at ? [say('time', { time: leftToRight(session.held_at, locale) })] : []),
    ...(session.place ? [say('place', { place: session.place })] : []),
    ...(session.closes_at ? [say('closes', closing(session.closes_at, locale))] : []),
  ];
  if (kind === 'cancellation')
    return {
      subject: say('cancelled.subject', named),
      body: [
        say('cancelled.opening', named),
        bullets(facts),
        ...(session.cancel_reason
          ? [say('cancelled.reason', { reason: session.cancel_reason })]
          : []),
      ].join('\n\n'),
    };
  const lines = agenda.map(({ reference, service_name: service, kind: of }) =>
    say('line', {
      reference: leftToRight(reference, locale),
      service: pickOrNull(service, locale) ?? crm.say(locale, `kind.${of}`),
    }),
  );
  return {
    subject: say('subject', named),
    body: [
      say(`opening.${session.form}`, named),
      bullets(facts),
      ...(lines.length > 0 ? [say('agenda', { count: lines.length }), bullets(lines)] : []),
      say(`closing.${session.form}`, { url: `${crm.settings.publicUrl}/admin` }),
    ].join('\n\n'),
  };
}

const closing = (at: Date, locale: Locale): { gregorian: string; hijri: string; time: string } => ({
  ...formatDates(at, locale),
  time: leftToRight(timeInRiyadh(at), locale),
});

/**
 * Job `mail_session`: one mail to one member about a session, in working time only. An invitation to an agenda that
 * has changed meanwhile is not sent: it is asked for again.
 * @throws Error without personal data, for the worker to try again, after a passing failure
 */
export async function mailSession(
  crm: Crm,
  payload: Readonly<Record<string, string | number>>,
): Promise<void> {
  const id = String(payload.mail);
  const now = crm.now();
  const row: MailRow | undefined = await crm.db('crm_session_mails').where({ id }).first();
  if (row?.mail !== 'waiting') return;
  const calendar = await currentCalendar(crm);
  if (!isWorkingTime(calendar, now, now)) {
    const opening = addWorkingMinutes(calendar, now, 1);
    await crm.transaction(async ({ enqueue }) =>
      enqueue('mail_session', { mail: id }, { key: `mail_session:${id}`, runAt: opening }),
    );
    return;
  }
  const session: SessionRow = await crm.db('crm_sessions').where({ id: row.session_id }).first();
  const settle = (mail: MailRow['mail'], from: MailRow['mail'] = 'sending') =>
    crm
      .db('crm_session_mails')
      .where({ id, mail: from })
      .update({ mail, ...(mail === 'sent' ? { sent_at: now } : {}) });
  const stands =
    row.kind === 'cancellation' ||
    (session.version === row.version && ['planned', 'open'].includes(session.status));
  if (!stands) {
    await settle('overtaken', 'waiting');
    return;
  }
  // Of two workers one takes it.
  if ((await settle('sending', 'waiting')) === 0) return;
  const person: { email: string; prefered_language: string | null } | undefined = await crm
    .db('admin_users')
    .where({ id: row.member_id, is_active: true })
    .whereNot('blocked', true)
    .first('email', 'prefered_language');
  const transport = transportsOf(crm).get('email');
  if (!person || !transport) {
    await settle('failed');
    return;
  }
  const locale = person.prefered_language === 'en' ? 'en' : 'ar';
  const agenda = await agendaFor(crm, session.id, row.member_id);
  try {
    await transport.send({
      id: randomUUID(),
      locale,
      to: person.email,
      ...letter(crm, session, row.kind, agenda, locale),
      attachments: [],
    });
    await settle('sent');
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    const again = error.status === 'temporary_failure';
    // What may have arrived is not sent again blindly: it is shown as failed, and asked for again by a person.
    await settle(again ? 'waiting' : 'failed');
    if (again) throw new Error(`mail ${id} about a session was not sent: ${error.code}`);
  }
}
