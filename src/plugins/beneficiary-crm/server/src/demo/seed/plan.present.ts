import type { PlannedSession } from './plan.types';
import type { Course } from './plan.lives';
import { day, hour, later } from './plan.time';

export interface PresentCase {
  story: string;
  /** when it came in, before now */
  daysAgo: number;
  course: Course;
  /** the same person sends it once more, two days later */
  again?: true;
}

const accept: Course = { outcome: 'accept' };

/**
 * Requests that show every state of the work today, whatever weekday it is: each stands still after `until`,
 * or goes to a session that is named by the instant of its referral.
 */
export function presentCases(now: Date, sessions: readonly PlannedSession[]): PresentCase[] {
  const open = sessions.at(-1);
  const last = sessions.at(-2);
  if (!open || !last) throw new RangeError('the plan needs two sessions');
  /** goes to a session; came in so many days before its referral */
  const to = (story: string, referAt: Date, before: number, course: Course): PresentCase => ({
    story,
    daysAgo: (now.getTime() - referAt.getTime()) / day + before,
    course: { ...course, referAt },
  });
  const forOpen = later(open.plannedAt, -3 * hour);
  const forLast = later(last.plannedAt, -2 * hour);
  const forNone = later(open.heldAt, hour);

  return [
    // The open session, in the order of its agenda: decided and held; closed; 4, 2, 0 and 1 ballots; pending.
    to('family-lost-job', forOpen, 16, accept),
    to('transport-far-village', forOpen, 8, accept),
    to('family-widow', forOpen, 17, accept),
    to('orphan-mother', forOpen, 15, accept),
    to('teacher-surgery', forOpen, 8, accept),
    to('family-above-limit', forOpen, 16, { outcome: 'reject' }),
    to('transport-wheelchair', forOpen, 9, accept),
    to('bill-piled-up', forOpen, 8, accept),
    // The session before: its replies wait for their earliest date, or one was released early.
    to('family-resident', forLast, 15, accept),
    to('family-above-limit', forLast, 16, { outcome: 'reject' }),
    to('orphan-grandparent', forLast, 16, { outcome: 'defer', until: 'decide' }),
    to('teacher-roof', forLast, 8, { outcome: 'accept', urgent: true, until: 'send_reply' }),
    // On no agenda yet.
    to('family-widow', forNone, 15, { outcome: 'accept', until: 'refer_to_committee' }),
    to('bill-cut-off', forNone, 8, { outcome: 'accept', until: 'refer_to_committee' }),

    // Nobody has begun.
    { story: 'family-lost-job', daysAgo: 0.1, course: { ...accept, until: 'submit' } },
    { story: 'bag-winter', daysAgo: 0.6, course: { ...accept, until: 'submit' } },
    { story: 'allowance-girl', daysAgo: 1.2, course: { ...accept, until: 'submit' } },
    { story: 'bill-cut-off', daysAgo: 0.3, course: { ...accept, until: 'submit' } },
    { story: 'inquiry-circle-near', daysAgo: 0.4, course: { ...accept, until: 'submit' } },
    { story: 'complaint-waiting', daysAgo: 0.8, course: { ...accept, until: 'submit' } },
    { story: 'suggestion-voice', daysAgo: 2, course: { ...accept, until: 'submit' } },
    { story: 'volunteering-driver', daysAgo: 1.5, course: { ...accept, until: 'submit' } },
    // Under way.
    { story: 'family-resident', daysAgo: 7, course: { ...accept, until: 'start_check' } },
    { story: 'allowance-regular', daysAgo: 6, course: { ...accept, until: 'start_check' } },
    { story: 'remote-beginner', daysAgo: 5, course: { ...accept, until: 'start_check' } },
    { story: 'orphan-mother', daysAgo: 9, course: { ...accept, until: 'refer_to_research' } },
    { story: 'family-elderly', daysAgo: 12, course: { ...accept, until: 'refer_to_research' } },
    { story: 'inquiry-status', daysAgo: 6, course: { ...accept, until: 'start' } },
    { story: 'complaint-tone', daysAgo: 7, course: { ...accept, until: 'start' } },
    { story: 'suggestion-evening-hours', daysAgo: 8, course: { ...accept, until: 'start' } },
    {
      story: 'complaint-late-delivery',
      daysAgo: 14,
      course: { ...accept, escalates: true, until: 'escalate' },
    },
    { story: 'volunteering-teacher', daysAgo: 7, course: { ...accept, until: 'start_screening' } },
    // The applicant owes an answer.
    {
      story: 'family-lost-job',
      daysAgo: 8,
      course: { ...accept, asks: 'answers', until: 'ask_applicant' },
    },
    {
      story: 'bill-piled-up',
      daysAgo: 11,
      course: { ...accept, asks: 'answers', until: 'ask_applicant' },
    },
    {
      story: 'allowance-girl',
      daysAgo: 16,
      course: { ...accept, asks: 'answers', until: 'ask_applicant' },
    },
    {
      story: 'complaint-waiting',
      daysAgo: 9,
      course: { ...accept, asks: 'answers', until: 'ask_applicant' },
    },
    {
      story: 'volunteering-accountant',
      daysAgo: 10,
      course: { ...accept, asks: 'answers', until: 'ask_applicant' },
    },
    // Overdue: nobody answered, nobody went on.
    { story: 'inquiry-income-proof', daysAgo: 19, course: { ...accept, until: 'submit' } },
    { story: 'complaint-tone', daysAgo: 23, course: { ...accept, until: 'start' } },
    { story: 'bag-three-children', daysAgo: 21, course: { ...accept, until: 'start_check' } },
    { story: 'family-widow', daysAgo: 48, course: { ...accept, until: 'refer_to_research' } },
    { story: 'transport-far-village', daysAgo: 44, course: { ...accept, until: 'start_check' } },
    // Replied to, and the service not begun or not ended.
    { story: 'allowance-regular', daysAgo: 10, course: { ...accept, until: 'send_reply' } },
    { story: 'remote-memoriser', daysAgo: 12, course: { ...accept, until: 'enrol' } },
    { story: 'allowance-girl', daysAgo: 20, course: { ...accept, until: 'allocate' } },
    { story: 'allowance-regular', daysAgo: 24, course: { ...accept, until: 'start_delivery' } },
    { story: 'remote-beginner', daysAgo: 26, course: { ...accept, until: 'record_delivery' } },
    { story: 'inquiry-sponsor', daysAgo: 8, course: { ...accept, until: 'send_reply' } },
    { story: 'suggestion-voice', daysAgo: 12, course: { ...accept, until: 'send_reply' } },
    { story: 'complaint-waiting', daysAgo: 12, course: { ...accept, until: 'send_reply' } },
    // Ended in the less common ways.
    { story: 'volunteering-driver', daysAgo: 40, course: { outcome: 'reject' } },
    { story: 'volunteering-accountant', daysAgo: 60, course: { ...accept, asks: 'silent' } },
    { story: 'volunteering-teacher', daysAgo: 33, course: { ...accept, withdraws: 'checking' } },
    { story: 'complaint-late-delivery', daysAgo: 70, course: { ...accept, asks: 'silent' } },
    { story: 'inquiry-status', daysAgo: 26, course: { ...accept, withdraws: 'checking' } },
    {
      story: 'suggestion-evening-hours',
      daysAgo: 55,
      course: { ...accept, withdraws: 'checking' },
    },
    { story: 'bag-winter', daysAgo: 64, course: { ...accept, asks: 'silent' } },
    { story: 'family-widow', daysAgo: 90, course: { ...accept, withdraws: 'committee' } },
    { story: 'allowance-regular', daysAgo: 52, course: accept, again: true },
    { story: 'inquiry-circle-near', daysAgo: 30, course: accept, again: true },
    { story: 'complaint-waiting', daysAgo: 61, course: { ...accept, escalates: true } },
    // Appeals against what an officer decided.
    { story: 'allowance-regular', daysAgo: 320, course: { outcome: 'reject', appeals: 'accept' } },
    { story: 'bag-three-children', daysAgo: 250, course: { outcome: 'reject', appeals: 'reject' } },
    { story: 'allowance-girl', daysAgo: 180, course: { outcome: 'reject', appeals: 'accept' } },
    { story: 'remote-memoriser', daysAgo: 130, course: { outcome: 'reject', appeals: 'defer' } },
    { story: 'bag-winter', daysAgo: 85, course: { outcome: 'reject', appeals: 'reject' } },
    {
      story: 'allowance-regular',
      daysAgo: 75,
      course: { outcome: 'reject', appeals: 'withdrawn' },
    },
    {
      story: 'allowance-girl',
      daysAgo: 18,
      course: { outcome: 'reject', appeals: 'accept', referAt: forNone },
    },
    {
      story: 'bag-three-children',
      daysAgo: 12,
      course: { outcome: 'reject', appeals: 'submitted' },
    },
    // And against what the committee decided: granted, dismissed, open before the panel, and new.
    {
      story: 'family-above-limit',
      daysAgo: 170,
      course: { outcome: 'reject', appeals: 'accept' },
    },
    {
      story: 'family-above-limit',
      daysAgo: 140,
      course: { outcome: 'reject', appeals: 'reject' },
    },
    {
      story: 'family-above-limit',
      daysAgo: 70,
      course: { outcome: 'reject', appeals: 'accept', referAt: forOpen },
    },
    {
      story: 'family-above-limit',
      daysAgo: 66,
      course: { outcome: 'reject', appeals: 'submitted' },
    },
  ];
}
