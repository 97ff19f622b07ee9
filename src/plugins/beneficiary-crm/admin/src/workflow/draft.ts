import type { WorkflowView } from '../../../contracts/workflow';
import type { WorkflowSettings } from '../../../server/src/policy/workflow.policy';
import { readNumber } from '../requests/actions/forms';
import { isStep, typedNumbers, withNumbers } from './settings';

/**
 * What is being typed, and nothing of what is in force: when somebody else keeps a new version meanwhile, it
 * stands over theirs.
 */
export interface WorkflowDraft {
  numbers: Record<string, string>;
  hold: boolean | null;
  reminders: string[] | null;
  reason: string;
}
export const emptyDraft: WorkflowDraft = { numbers: {}, hold: null, reminders: null, reason: '' };

/** What stands in the fields: what was typed, elsewhere what is in force. */
export const shownIn = (draft: WorkflowDraft, { settings }: WorkflowView) => ({
  numbers: { ...typedNumbers(settings), ...draft.numbers },
  hold: draft.hold ?? settings.holdUntilEarliest,
  reminders: draft.reminders ?? settings.reminderDaysBefore.map(String),
});

export type Problems = Record<string, 'form.error.required' | 'form.error.number'>;

/** What is sent, or what keeps it from being sent, by field. */
export function bodyOf(
  draft: WorkflowDraft,
  view: WorkflowView,
):
  | { ok: true; body: WorkflowSettings & { expectedVersion: string; reason: string } }
  | { ok: false; problems: Problems } {
  const shown = shownIn(draft, view);
  const problems: Problems = {};
  const read = (path: string, text: string): number | null => {
    const number = readNumber(text.trim());
    if (number !== null && Number.isInteger(number)) return number;
    problems[path] = text.trim() === '' ? 'form.error.required' : 'form.error.number';
    return null;
  };
  const numbers = new Map<string, number>();
  for (const [path, text] of Object.entries(shown.numbers)) {
    if (isStep(path) && text.trim() === '') continue;
    const number = read(path, text);
    if (number !== null) numbers.set(path, number);
  }
  const reminders = shown.reminders.flatMap(
    (text, at) => read(`reminderDaysBefore.${at}`, text) ?? [],
  );
  if (draft.reason.trim() === '') problems.reason = 'form.error.required';
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    body: {
      expectedVersion: view.version,
      ...withNumbers(view.settings, numbers),
      holdUntilEarliest: shown.hold,
      reminderDaysBefore: reminders,
      reason: draft.reason,
    },
  };
}
