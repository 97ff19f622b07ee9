import fc from 'fast-check';
import { stepStatuses, workflowBody, workflowRanges } from '../../../contracts/workflow';
import { workflowPolicy } from '../policy/workflow.policy';
import type { WorkflowSettings } from '../policy/workflow.policy';
import { changedSettings, settingsByPath, workflowIssues } from './workflow.rules';

const issues = (part: Partial<WorkflowSettings>): string[] =>
  workflowIssues({ ...workflowPolicy, ...part }).map(({ path, code }) => `${path}:${code}`);

describe('settings that may be kept', () => {
  it('are those of the policy itself', () => {
    expect(workflowIssues(workflowPolicy)).toEqual([]);
    const body = { ...workflowPolicy, expectedVersion: 'policy', reason: 'كما في السياسة' };
    expect(workflowBody.parse(body)).toEqual(body);
  });

  it('may do without a limit for a step, and without reminders', () => {
    expect(issues({ stepDays: {}, reminderDaysBefore: [] })).toEqual([]);
  });

  it.each<[string, Partial<WorkflowSettings>]>([
    ['replyEarliestDays:reply_floor', { replyEarliestDays: 13 }],
    ['replyLatestDays:reply_order', { replyEarliestDays: 40, replyLatestDays: 39 }],
    ['reminderDaysBefore.0:reminder_after_deadline', { reminderDaysBefore: [30] }],
    ['reminderDaysBefore.1:reminder_twice', { reminderDaysBefore: [7, 7] }],
    ['reminderDaysBefore.1:min', { reminderDaysBefore: [7, 0] }],
    ['appealDays:min', { appealDays: 6 }],
    ['closeAnsweredDays:max', { closeAnsweredDays: 181 }],
    [
      'complaint.acknowledgeDays:complaint_order',
      { complaint: { acknowledgeDays: 11, answerDays: 10, secondStageDays: 20 } },
    ],
    ['stepDays.checking:step_beyond_promise', { stepDays: { checking: 8 } }],
    ['stepDays.committee:step_beyond_promise', { stepDays: { committee: 31 } }],
    ['stepDays.enrolled:min', { stepDays: { enrolled: -1 } }],
  ])('are refused: %s', (issue, part) => {
    expect(issues(part)).toEqual([issue]);
  });

  it('are refused with every mistake at once', () => {
    expect(
      issues({ replyEarliestDays: 7, replyLatestDays: 5, appealDays: 1, answerDays: 2 }).sort(),
    ).toEqual([
      'answerDays:min',
      'appealDays:min',
      'reminderDaysBefore.0:reminder_after_deadline',
      'reminderDaysBefore.1:reminder_after_deadline',
      'replyEarliestDays:reply_floor',
      'replyLatestDays:min',
      'replyLatestDays:reply_order',
      'stepDays.committee:step_beyond_promise',
    ]);
  });
});

const days = fc.integer({ min: -5, max: 400 });
const settings: fc.Arbitrary<WorkflowSettings> = fc.record({
  replyEarliestDays: days,
  replyLatestDays: days,
  checkingDays: days,
  holdUntilEarliest: fc.boolean(),
  otherKindsLatestDays: days,
  answerDays: days,
  reminderDaysBefore: fc.array(days, { maxLength: 5 }),
  appealDays: days,
  closeAnsweredDays: days,
  complaint: fc.record({ acknowledgeDays: days, answerDays: days, secondStageDays: days }),
  stepDays: fc.dictionary(fc.constantFrom(...stepStatuses), days),
});

const near = fc.integer({ min: 1, max: 45 });
const promises = fc.record({
  replyEarliestDays: near,
  replyLatestDays: near,
  answerDays: near,
  reminderDaysBefore: fc.uniqueArray(near, { maxLength: 2 }),
});

it('keeps what honours the floor of S5, promises forwards and reminds in time, and nothing else', () => {
  fc.assert(
    fc.property(promises, (part) => {
      const { replyEarliestDays, replyLatestDays, answerDays, reminderDaysBefore } = part;
      const stands =
        replyEarliestDays >= 14 &&
        replyLatestDays >= replyEarliestDays &&
        answerDays >= 3 &&
        reminderDaysBefore.every((before) => before < answerDays);
      expect(issues({ ...part, stepDays: {} }).length === 0).toBe(stands);
    }),
    { numRuns: 2_000 },
  );
});

it('names only settings that there are', () => {
  fc.assert(
    fc.property(settings, (asked) => {
      const known = [...settingsByPath(asked).keys()];
      for (const { path } of workflowIssues(asked))
        expect(known).toContain(path.replace(/^(reminderDaysBefore)\.\d+$/, '$1'));
    }),
  );
});

it('says what differs, by path, and nothing else', () => {
  fc.assert(
    fc.property(settings, settings, (before, after) => {
      const changed = new Map(changedSettings(before, after).map((one) => [one.setting, one]));
      const [old, held] = [settingsByPath(before), settingsByPath(after)];
      for (const path of new Set([...old.keys(), ...held.keys()])) {
        const same = JSON.stringify(old.get(path)) === JSON.stringify(held.get(path));
        expect([path, changed.has(path)]).toEqual([path, !same]);
      }
      expect(changedSettings(before, before)).toEqual([]);
    }),
  );
});

it('has a range for every number', () => {
  const numbers = [...settingsByPath(workflowPolicy)]
    .filter(([, value]) => typeof value !== 'boolean')
    .map(([path]) => path.split('.')[0]);
  expect(new Set(numbers)).toEqual(new Set(Object.keys(workflowRanges)));
});
