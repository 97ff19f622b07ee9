import { committeePurposes } from '../../../contracts/vocabulary';
import type { CommitteePurpose } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { forbidden, invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { activeCommittee, seatOn, sittingFor } from './committee.service';
import type { ActiveCommittee } from './committee.service';
import type { SessionRow } from './item.repository';

export type SessionCommittee = ActiveCommittee & { purpose: CommitteePurpose };

/**
 * The committee to plan for: the one that is named, or the one that sits for the purpose.
 * @throws CrmError 422 when the named one does not sit, 409 when nobody does
 */
export async function committeeToPlan(
  crm: Crm,
  { committee: named, purpose: asked }: { committee?: string; purpose: CommitteePurpose },
): Promise<SessionCommittee> {
  if (named === undefined) return { ...(await activeCommittee(crm, asked)), purpose: asked };
  for (const purpose of committeePurposes) {
    const sitting = await sittingFor(crm, purpose);
    if (sitting.some(({ documentId }) => documentId === named))
      return { ...(await activeCommittee(crm, purpose, named)), purpose };
  }
  throw invalid([{ path: 'committee', code: 'option' }]);
}

/** Who sits on a session's committee as it stands now. */
export const committeeOf = (
  crm: Crm,
  { committee, purpose }: Pick<SessionRow, 'committee' | 'purpose'>,
): Promise<ActiveCommittee> => activeCommittee(crm, purpose, committee);

/** The seat of somebody who leads the sessions of a committee or keeps their minutes, else undefined. */
export async function leadingSeat(
  crm: Crm,
  staff: Staff,
  { committee, purpose }: { committee?: string; purpose: CommitteePurpose },
): Promise<'chair' | 'deputy' | 'secretary' | undefined> {
  if (!staff.permissions.has('committee.vote')) return undefined;
  const seat = await seatOn(crm, purpose, staff.id, committee);
  return seat === 'chair' || seat === 'deputy' || seat === 'secretary' ? seat : undefined;
}

/** Leads the session or keeps its minutes; with `committee.prepare`, an officer may plan one too. */
export const mayPlan = async (
  crm: Crm,
  staff: Staff,
  committee: { committee?: string; purpose: CommitteePurpose },
): Promise<boolean> =>
  staff.permissions.has('committee.prepare') ||
  (await leadingSeat(crm, staff, committee)) !== undefined;

/** @throws CrmError 403 unless the person may plan for this committee */
export async function insistOnPlanning(
  crm: Crm,
  staff: Staff,
  committee: { committee?: string; purpose: CommitteePurpose },
): Promise<void> {
  if (!(await mayPlan(crm, staff, committee))) throw forbidden();
}
