import type { MatchCandidate, PersonSummary } from '../../../contracts/registry';
import type { Problem } from '../app/problem';

/** What stands in the way of opening a file. */
export type Hindrance =
  /** `file` is null when it belongs to another branch: then only the sentence is said */
  | { kind: 'exists'; message: string; file: PersonSummary | null }
  | { kind: 'resembles'; message: string; matches: MatchCandidate[] }
  | { kind: 'trouble'; message: string };

/** Reads the refusal of a new file, as the contract of the endpoint has it. */
export function hindranceOf({ code, message, details }: Problem): Hindrance {
  if (code === 'error.file_exists')
    return { kind: 'exists', message, file: (details?.file as PersonSummary | undefined) ?? null };
  if (code === 'error.file_resembles')
    return {
      kind: 'resembles',
      message,
      matches: (details?.matches as MatchCandidate[] | undefined) ?? [],
    };
  return { kind: 'trouble', message };
}
