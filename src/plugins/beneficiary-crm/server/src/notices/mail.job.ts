import { randomUUID } from 'node:crypto';
import type { NoticeKind } from '../../../contracts/notices';
import type { Locale, RequestStatus } from '../../../contracts/vocabulary';
import { addWorkingMinutes, isWorkingTime } from '../kernel/calendar.rules';
import { currentCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import { hiddenFrom } from '../kernel/hidden';
import { bullets, leftToRight, SendFailure, transportsOf } from '../messages';

/** More than these are counted: the list itself stands in the panel. */
const mostLines = 20;

interface Waiting {
  id: string;
  kind: NoticeKind;
  reference: string;
  step: RequestStatus;
}

/** Takes what waits for a person; of two letters of one moment each notice stands in one. */
async function claim(crm: Crm, staff: number): Promise<Waiting[]> {
  const { rows } = (await crm.db.raw(
    `with waiting as (
      select id from crm_notices where staff_id = ? and mail = 'waiting'
      order by created_at, id
      for update skip locked
    )
    update crm_notices n set mail = 'sending'
      from waiting, crm_requests r, crm_step_clocks c
      where n.id = waiting.id and r.id = n.request_id and c.id = n.clock_id
        and r.id <> all(array(${hiddenFrom()}))
      returning n.id, n.kind, r.reference, c.status as step`,
    [staff, staff],
  )) as { rows: Waiting[] };
  return rows;
}

/** References and steps, and nothing of the people whose requests they are. */
function letter(crm: Crm, notices: readonly Waiting[], locale: Locale) {
  const lines = notices.slice(0, mostLines).map(({ kind, reference, step }) =>
    crm.say(locale, `notice.line.${kind}`, {
      reference: leftToRight(reference, locale),
      step: crm.say(locale, `status.${step}`),
    }),
  );
  const more = notices.length - lines.length;
  return {
    subject: crm.say(locale, 'notice.subject', { count: notices.length }),
    body: [
      crm.say(locale, 'notice.opening'),
      bullets(lines),
      ...(more > 0 ? [crm.say(locale, 'notice.more', { count: more })] : []),
      crm.say(locale, 'notice.closing'),
    ].join('\n\n'),
  };
}

/**
 * Job `mail_notices`: one letter to one of the staff with all that waits, in working time only.
 * @throws Error without personal data, for the worker to try again, after a passing failure
 */
export async function mailNotices(
  crm: Crm,
  payload: Readonly<Record<string, string | number>>,
): Promise<void> {
  const staff = Number(payload.staff);
  const now = crm.now();
  const calendar = await currentCalendar(crm);
  if (!isWorkingTime(calendar, now, now)) {
    const opening = addWorkingMinutes(calendar, now, 1);
    await crm.transaction(async ({ enqueue }) =>
      enqueue('mail_notices', { staff }, { key: `mail_notices:${staff}`, runAt: opening }),
    );
    return;
  }
  const person: { email: string; prefered_language: string | null } | undefined = await crm
    .db('admin_users')
    .where({ id: staff, is_active: true })
    .whereNot('blocked', true)
    .first('email', 'prefered_language');
  const transport = transportsOf(crm).get('email');
  if (!person || !transport) return;
  const notices = await claim(crm, staff);
  if (notices.length === 0) return;
  const locale = person.prefered_language === 'en' ? 'en' : 'ar';
  const settle = (mail: 'sent' | 'waiting' | 'failed') =>
    crm
      .db('crm_notices')
      .whereIn(
        'id',
        notices.map(({ id }) => id),
      )
      .where({ mail: 'sending' })
      .update({ mail });
  try {
    await transport.send({
      id: randomUUID(),
      locale,
      to: person.email,
      ...letter(crm, notices, locale),
      attachments: [],
    });
    await settle('sent');
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    const again = error.status === 'temporary_failure';
    // What may have arrived is not sent again blindly: the notice stands in the panel anyhow.
    await settle(again ? 'waiting' : 'failed');
    if (again) throw new Error(`notices of ${staff} were not sent: ${error.code}`);
  }
}
