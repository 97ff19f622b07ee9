import { workflowBody } from '../../../contracts/workflow';
import type { WorkflowView } from '../../../contracts/workflow';
import { workflowPolicy } from '../../../server/src/policy/workflow.policy';
import { settingsByPath } from '../../../server/src/services/workflow.rules';
import { bodyOf, emptyDraft, shownIn } from './draft';
import { groups } from './settings';

const view: WorkflowView = { version: 'policy', settings: workflowPolicy, history: [] };
const typed = { ...emptyDraft, reason: 'قرار المجلس' };

test('nothing typed is what is in force', () => {
  const made = bodyOf(typed, view);
  expect(made).toEqual({
    ok: true,
    body: { ...workflowPolicy, expectedVersion: 'policy', reason: 'قرار المجلس' },
  });
  expect(made.ok && workflowBody.safeParse(made.body).success).toBe(true);
});

test('numbers of both scripts are read, and an empty step has no limit', () => {
  const made = bodyOf(
    { ...typed, numbers: { appealDays: '٤٥', 'stepDays.screening': ' ' }, hold: false },
    view,
  );
  const { screening, ...stepDays } = workflowPolicy.stepDays;
  expect(screening).toBe(10);
  expect(made).toMatchObject({ ok: true, body: { appealDays: 45, holdUntilEarliest: false } });
  expect(made.ok && made.body.stepDays).toEqual(stepDays);
});

test('every mistake is named by its field', () => {
  const wrong = { appealDays: '', 'complaint.answerDays': 'عشرة', answerDays: '2.5' };
  expect(bodyOf({ ...emptyDraft, numbers: wrong, reminders: ['7', ''] }, view)).toEqual({
    ok: false,
    problems: {
      appealDays: 'form.error.required',
      'complaint.answerDays': 'form.error.number',
      answerDays: 'form.error.number',
      'reminderDaysBefore.1': 'form.error.required',
      reason: 'form.error.required',
    },
  });
});

test('what was typed stands over what somebody else has kept meanwhile', () => {
  const newer = {
    ...view,
    version: 'association-1',
    settings: { ...workflowPolicy, appealDays: 60, answerDays: 25 },
  };
  const { numbers } = shownIn({ ...typed, numbers: { appealDays: '45' } }, newer);
  expect([numbers.appealDays, numbers.answerDays]).toEqual(['45', '25']);
});

test('every number of the settings has its field', () => {
  const fields = Object.values(groups).flatMap(({ numbers }) => numbers.map(({ path }) => path));
  const numbers = [...settingsByPath(workflowPolicy)].flatMap(([path, value]) =>
    typeof value === 'number' ? [path] : [],
  );
  expect(new Set(fields)).toEqual(new Set(numbers));
});
