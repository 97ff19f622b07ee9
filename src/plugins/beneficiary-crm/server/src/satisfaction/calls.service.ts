import type { Knex } from 'knex';
import type { CallRow, CallView } from '../../../contracts/evaluation';
import type { Locale, RequestKind } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { conflict, forbidden, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { knownTo } from '../requests';
import type { RequestRow } from '../requests';
import { takeAnswers } from './evaluation.service';
import type { Given } from './evaluation.rules';
import { invitationById, invitations, refuseClosed } from './invitation.repository';
import type { Invitation } from './invitation.repository';
import { surveyView } from './survey.view';

/**
 * Who cannot be asked in writing is asked by phone or by the delegate, who writes down what is said. Not by an officer
 * of the case: nobody tells them what they think of them (O6c).
 */

/** Bringing somebody a letter, or taking down an evaluation, is no work on the case. */
const notOnTheCase = ['message.handed_over', 'evaluation.invited', 'evaluation.declined'];

/** Whether a person has had to do with the request. @param of the table's name in the query */
const ownCase = (db: Knex, staff: Pick<Staff, 'id'>, of: string) =>
  db.raw(
    `(coalesce(:of:.assignee_id = :id or :of:.first_handler_id = :id or :of:.about_staff_id = :id, false)
      or exists (select from crm_events e
                  where e.request_id = :of:.id and e.actor_kind = 'staff' and e.actor_id = cast(:id as text)
                    and not e.type = any (:apart))) as own`,
    { of, id: staff.id, apart: [...notOnTheCase] },
  );

/** A delegate asks for the own branch (C8); the quality officer, who belongs to none, for all. */
const asking = ({ id, branch }: Staff): Pick<Staff, 'id' | 'branch'> => ({
  id,
  branch: branch === '' ? null : branch,
});

interface Listed {
  id: string;
  since: Date;
  applicant_name: string;
  applicant_phone: string;
  kind: RequestKind;
  form: RequestRow['form'];
  own: boolean;
}

const mostShown = 200;

/** GET /evaluations/calls: the longest waiting first. */
export async function listCalls(crm: Crm, staff: Staff, locale: Locale): Promise<CallRow[]> {
  const rows = await invitations(crm.db)
    .join('crm_messages as m', 'm.id', 'i.message_id')
    .where('i.used', false)
    .whereNull('i.revoked_at')
    .where('i.expires_at', '>', crm.now())
    .modify(knownTo(asking(staff), 'r'))
    .where((query) => {
      void query
        .whereIn('m.status', ['kept', 'permanent_failure'])
        .orWhereIn('r.preferred_channel', ['phone', 'letter', 'interview', 'delegate']);
    })
    .orderBy('i.created_at')
    .limit(mostShown)
    .select<Listed[]>(
      'i.id',
      'i.created_at as since',
      'r.applicant_name',
      'r.applicant_phone',
      'r.kind',
      'r.form',
      ownCase(crm.db, staff, 'r'),
    );
  return rows.map((row) => ({
    id: row.id,
    name: row.applicant_name,
    phone: row.applicant_phone,
    service: row.form.service && pick(row.form.service.name, locale),
    kind: row.kind,
    since: row.since.toISOString(),
    own: row.own,
  }));
}

type Called = Pick<RequestRow, 'applicant_name' | 'applicant_phone' | 'locale'> & { own: boolean };

/** @throws CrmError 404 also for another branch's, 403 for an officer of the case, 409 as the invitation stands */
async function findCall(
  crm: Crm,
  db: Knex,
  id: string,
  staff: Staff,
  hold: 'lock' | 'read',
): Promise<{ invitation: Invitation; person: Called }> {
  const invitation = isId(id) ? await invitationById(db, id, hold) : undefined;
  const person =
    invitation &&
    (await db('crm_requests as r')
      .where('r.id', invitation.request_id)
      .modify(knownTo(asking(staff), 'r'))
      .first<Called | undefined>(
        'r.applicant_name',
        'r.applicant_phone',
        'r.locale',
        ownCase(db, staff, 'r'),
      ));
  if (!invitation || !person) throw notFound();
  if (person.own) throw forbidden('error.evaluation_own_case');
  refuseClosed(invitation, crm.now());
  return { invitation, person };
}

/** GET /evaluations/calls/:id @throws CrmError as `findCall` says */
export async function openCall(crm: Crm, id: string, staff: Staff): Promise<CallView> {
  const { invitation, person } = await findCall(crm, crm.db, id, staff, 'read');
  const { applicant_name: name, applicant_phone: phone, locale } = person;
  const service = invitation.form?.service?.name ?? null;
  return { id, name, phone, locale, survey: surveyView(invitation.survey, service, locale) };
}

/** POST /evaluations/calls/:id @throws CrmError as `findCall` says; 422 naming every answer that is wrong */
export async function takeCall(crm: Crm, id: string, given: Given, staff: Staff): Promise<void> {
  await crm.transaction(async (unit) => {
    const { invitation } = await findCall(crm, unit.trx, id, staff, 'lock');
    await takeAnswers(
      unit,
      invitation,
      asking(staff).branch === null ? 'phone' : 'delegate',
      given,
    );
  });
}

/** POST /evaluations/calls/:id/decline @throws CrmError as `findCall` says */
export async function declineCall(crm: Crm, id: string, staff: Staff): Promise<void> {
  await crm.transaction(async ({ trx, now, record }) => {
    const { invitation } = await findCall(crm, trx, id, staff, 'lock');
    const { request_id: requestId } = invitation;
    if (requestId === null) throw conflict('error.evaluation_expired');
    await trx('crm_invitations').where({ id }).update({ revoked_at: now, remind_at: null });
    record({
      type: 'evaluation.declined',
      actor: { kind: 'staff', id: staff.id },
      requestId,
      subject: { kind: 'invitation', id },
    });
  });
}
