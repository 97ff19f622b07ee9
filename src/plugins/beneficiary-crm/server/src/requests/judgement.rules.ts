import type { PaperState } from '../../../contracts/vocabulary';

/** How a paper stands, from what was received under it and what was said of it (S2). */

export interface ReceivedFile {
  id: string;
  receivedAt: Date;
}
export interface Judgement {
  /** null: of the paper itself, which was seen and not kept */
  fileId: string | null;
  state: 'accepted' | 'rejected' | 'sighted';
  at: Date;
}

/** The judgement that stands of a file: the last. Judgements come oldest first. */
export const standingOf = <J extends Judgement>(
  fileId: string | null,
  judgements: readonly J[],
): J | null => judgements.filter((one) => one.fileId === fileId).at(-1) ?? null;

/**
 * How a paper stands. Every file is to be judged; a rejected one is made good by one that came later and was
 * accepted, and whoever saw the paper itself has seen all that had come by then.
 * @param judgements oldest first
 */
export function paperState(
  files: readonly ReceivedFile[],
  judgements: readonly Judgement[],
): PaperState {
  const seen = standingOf(null, judgements);
  const order = new Map(judgements.map((one, index) => [one, index]));
  const isAfterSeen = (one: Judgement) =>
    seen === null || (order.get(one) ?? 0) > (order.get(seen) ?? 0);
  const judged = files.map((file) => ({ file, said: standingOf(file.id, judgements) }));
  const open = judged.filter(
    ({ file, said }) =>
      seen?.state !== 'sighted' ||
      file.receivedAt > seen.at ||
      (said !== null && isAfterSeen(said)),
  );
  const accepted = judged.filter(({ said }) => said?.state === 'accepted');
  if (open.some(({ said }) => said === null)) return 'pending';
  const standsRejected = open.some(
    ({ file, said }) =>
      said?.state === 'rejected' &&
      !accepted.some(
        (other) => other.file.receivedAt > file.receivedAt || other.file.receivedAt >= said.at,
      ),
  );
  if (standsRejected) return 'rejected';
  if (
    seen?.state === 'rejected' &&
    !accepted.some(({ said }) => said !== null && isAfterSeen(said))
  )
    return 'rejected';
  if (accepted.length > 0) return 'accepted';
  return seen?.state === 'sighted' ? 'sighted' : 'missing';
}

/** What the checklist says of a paper in this state; null: nothing yet. */
export const checkOf = (state: PaperState): 'ok' | 'problem' | null =>
  state === 'accepted' || state === 'sighted' ? 'ok' : state === 'rejected' ? 'problem' : null;

/** S2: valid **at the time of submission** is what counts. A paper without a date is valid. */
export const validAtSubmission = (validUntil: string | undefined, submittedOn: string): boolean =>
  validUntil === undefined || validUntil >= submittedOn;
