import type { Knex } from 'knex';
import type { AnswerMode } from '../../../contracts/satisfaction';
import type { ChannelSlug, RequestKind } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, notFound } from '../kernel/errors';
import { tokenHash } from '../kernel/vault';
import { requestOnPaper } from '../requests';
import type { RequestRow } from '../requests';
import type { SurveyDefinition } from './survey.service';

const table = 'crm_invitations';

/** A contact that may be judged once, with what is known of it. */
export interface Invitation {
  id: string;
  outcome: string;
  survey_slug: string;
  survey_version: string;
  /** as it was when the contact ended */
  survey: SurveyDefinition;
  expires_at: Date;
  used: boolean;
  revoked_at: Date | null;
  request_id: string | null;
  service_slug: string | null;
  channel: ChannelSlug;
  branch: string | null;
  /** null: a visit without a request */
  kind: RequestKind | null;
  form: RequestRow['form'] | null;
}

export const invitations = (db: Knex) =>
  db(`${table} as i`)
    .leftJoin('crm_requests as r', 'r.id', 'i.request_id')
    .leftJoin('crm_visits as v', 'v.id', 'i.visit_id');

const columns = (db: Knex) => [
  'i.id',
  'i.outcome',
  'i.survey_slug',
  'i.survey_version',
  'i.survey',
  'i.expires_at',
  'i.used',
  'i.revoked_at',
  'i.request_id',
  'r.service_slug',
  'r.kind',
  'r.form',
  db.raw('coalesce(r.channel, v.channel) as channel'),
  db.raw('coalesce(r.branch, v.branch) as branch'),
];

/** @throws CrmError 409 when it is answered, over, or replaced by a newer one */
export function refuseClosed(
  { used, revoked_at, expires_at }: Pick<Invitation, 'used' | 'revoked_at' | 'expires_at'>,
  now: Date,
): void {
  if (used) throw conflict('error.evaluation_used');
  if (revoked_at !== null || now >= expires_at) throw conflict('error.evaluation_expired');
}

/** Of one that is to be answered now nobody else may take hold. */
type Hold = 'lock' | 'read';

export async function invitationById(
  db: Knex,
  id: string,
  hold: Hold,
): Promise<Invitation | undefined> {
  const query = invitations(db).where('i.id', id).first<Invitation | undefined>(columns(db));
  return hold === 'lock' ? query.forUpdate('i') : query;
}

/** @throws CrmError 404 for a token that was never given, 409 for a receipt whose request has not ended */
async function behindToken(
  { vault }: Pick<Crm, 'vault'>,
  db: Knex,
  token: string,
): Promise<{ id: string; mode: AnswerMode }> {
  const onPaper = requestOnPaper(vault, token);
  if (onPaper !== null) {
    const request = await db('crm_requests').where({ id: onPaper }).first<{ id: string }>('id');
    if (!request) throw notFound();
    const newest = await db(table)
      .where({ request_id: onPaper })
      .orderByRaw('revoked_at is null desc, created_at desc')
      .first<{ id: string } | undefined>('id');
    if (!newest) throw conflict('error.evaluation_early');
    return { id: newest.id, mode: 'qr' };
  }
  const door = await db('crm_evaluation_doors')
    .where({ token_hash: tokenHash(token) })
    .first<{ invitation_id: string; mode: AnswerMode } | undefined>('invitation_id', 'mode');
  if (!door) throw notFound();
  return { id: door.invitation_id, mode: door.mode };
}

/** @throws CrmError 404 for a token that was never given, 409 for one that is early, used, expired or replaced */
export async function findInvitation(
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  token: string,
  now: Date,
  hold: Hold,
): Promise<{ invitation: Invitation; mode: AnswerMode }> {
  const { id, mode } = await behindToken(crm, db, token);
  const invitation = await invitationById(db, id, hold);
  if (!invitation) throw notFound();
  refuseClosed(invitation, now);
  return { invitation, mode };
}
