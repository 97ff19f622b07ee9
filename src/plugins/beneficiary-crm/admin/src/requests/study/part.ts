import type { StudyDraft } from '../../../../contracts/study';

/** What every part of the form is given: the whole draft, how to change it, and the mistakes by place. */
export interface PartProps {
  draft: StudyDraft;
  change: (part: Partial<StudyDraft> | ((before: StudyDraft) => Partial<StudyDraft>)) => void;
  errors: Record<string, string | undefined>;
}
