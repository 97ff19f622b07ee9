import type { PersonFile } from '../../../../contracts/registry';

/** What can be done with a file, and about which of its rows. */
export type Step =
  | { kind: 'status' }
  | { kind: 'sighting'; identity?: string }
  | { kind: 'household' }
  | { kind: 'member' }
  | { kind: 'join' }
  | { kind: 'head' }
  | { kind: 'leave' }
  | { kind: 'authority' }
  | { kind: 'end_authority'; authority: PersonFile['authorities'][number] }
  | { kind: 'document' }
  | { kind: 'remove_document'; document: PersonFile['documents'][number] }
  | { kind: 'consent' }
  | { kind: 'withdraw'; consent: PersonFile['consents'][number] }
  | { kind: 'undo_merge'; merged: PersonFile['merged'][number] };

export interface TabProps {
  file: PersonFile;
  /** begins a step; null for who may only read */
  begin: ((step: Step) => void) | null;
}
