import type { RequestRow } from './request.types';

/** What two requests are compared by. */
export type Comparable = Pick<
  RequestRow,
  'id' | 'kind' | 'submitted_at' | 'ended_at' | 'beneficiary_id' | 'id_index' | 'applicant_phone'
>;

export type DuplicateIssue =
  | 'not_found'
  | 'duplicate.other_kind'
  | 'duplicate.other_person'
  | 'duplicate.ended'
  | 'duplicate.later';

/**
 * Why a request cannot be followed in another one, or null when it can. Only an earlier request, still open and of
 * the same person, takes another up: so nobody loses an earlier promise, and nothing of one person comes before
 * another's eyes. Two files, or two ID numbers, are two people, whatever phone they share.
 */
export function duplicateIssue(one: Comparable, other: Comparable): DuplicateIssue | null {
  if (other.id === one.id) return 'not_found';
  if (other.kind !== one.kind) return 'duplicate.other_kind';
  if (!samePerson(one, other)) return 'duplicate.other_person';
  if (other.ended_at !== null) return 'duplicate.ended';
  return other.submitted_at < one.submitted_at ? null : 'duplicate.later';
}

function samePerson(one: Comparable, other: Comparable): boolean {
  if (one.beneficiary_id !== null && other.beneficiary_id !== null)
    return one.beneficiary_id === other.beneficiary_id;
  if (one.id_index !== null && other.id_index !== null) return one.id_index === other.id_index;
  return one.applicant_phone === other.applicant_phone;
}
