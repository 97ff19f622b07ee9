import type { AssistanceStory } from '../content/stories';
import { pick, seededRandom } from '../content/people';
import { directReasons } from '../content/casework';
import { riyadhDate } from '../../kernel/calendar.rules';
import { planAppointments } from './plan.appointments';
import { castOf, requestOf, storyOf } from './plan.applicants';
import { livesOf } from './plan.lives';
import type { Course, Teller } from './plan.lives';
import { presentCases } from './plan.present';
import { day, later, panelSessionsOf, sessionsUntil, startOfRiyadhDay } from './plan.time';
import type { Plan, PlannedRequest, Step } from './plan.types';

const seed = 20_260;
const people = 330;
/** Two years, and the days before them that a first session needs. */
const past = 730;

/** How many came in, by months ago: growing, with the start of school and Ramadan above the rest. */
const monthly: readonly number[] = [
  0, 9, 14, 19, 11, 9, 18, 10, 13, 9, 18, 10, 7, 5, 4, 6, 4, 3, 5, 3, 3, 3, 2, 2,
];

/** Who only had a question, mostly on the phone, by months ago: answered within days, and asked how it was. */
const questions: readonly number[] = [6, 24, 26, 20, 18, 14, 10, 8, 4, 2, 2, 2];
const asked: readonly string[] = [
  ...times(3, 'inquiry-circle-near', 'inquiry-status'),
  ...times(2, 'inquiry-income-proof'),
  ...times(1, 'inquiry-sponsor'),
];

/** What they came for, each as often as it stands here. */
const mix: readonly string[] = [
  ...times(4, 'family-lost-job', 'family-widow'),
  ...times(2, 'family-elderly', 'family-resident'),
  ...times(4, 'orphan-mother', 'family-above-limit'),
  ...times(2, 'orphan-grandparent'),
  ...times(7, 'allowance-regular', 'allowance-girl'),
  ...times(6, 'transport-far-village'),
  ...times(3, 'transport-wheelchair'),
  ...times(9, 'bag-three-children'),
  ...times(7, 'bag-winter', 'remote-beginner', 'remote-memoriser'),
  ...times(2, 'teacher-surgery', 'bill-cut-off', 'bill-piled-up'),
  ...times(1, 'teacher-roof'),
  ...times(3, 'inquiry-circle-near', 'inquiry-income-proof', 'inquiry-status', 'inquiry-sponsor'),
  ...times(3, 'complaint-waiting', 'complaint-tone', 'complaint-late-delivery'),
  ...times(3, 'suggestion-evening-hours', 'suggestion-voice'),
  ...times(2, 'volunteering-driver', 'volunteering-teacher', 'volunteering-accountant'),
];

function times(count: number, ...stories: string[]): string[] {
  return stories.flatMap((story) => Array.from({ length: count }, () => story));
}

const outcomes = { accept: 'accept', reject: 'reject', defer: 'defer' } as const;

/** How an ordinary request goes. */
function courseOf(random: () => number, key: string): Course {
  const story = storyOf(key);
  const chance = (share: number) => random() < share;
  if (story.kind !== 'assistance') {
    const course: Course = { outcome: chance(0.25) ? 'reject' : 'accept' };
    if (chance(0.05)) return { ...course, withdraws: 'checking' };
    if (story.kind === 'complaint' && chance(0.35)) return { ...course, escalates: true };
    if (story.kind !== 'volunteering' && chance(0.08)) return { ...course, reopens: true };
    return course;
  }
  const course: Course = { outcome: outcomeOf(random, story) };
  if (story.askFor && chance(0.55)) course.asks = chance(0.12) ? 'silent' : 'answers';
  if (chance(0.04)) course.withdraws = chance(0.6) ? 'checking' : 'committee';
  if (chance(0.05)) course.recusal = true;
  if (chance(0.03)) course.noQuorum = true;
  const urgent = key === 'teacher-roof' || key === 'bill-cut-off';
  if (urgent && course.outcome === 'accept') course.urgent = true;
  return course;
}

function outcomeOf(random: () => number, story: AssistanceStory): Course['outcome'] {
  const draw = random();
  if (story.study && draw < 0.85) return outcomes[story.study.recommendation];
  if (directReasons[story.service]) return draw < 0.9 ? 'accept' : 'reject';
  return draw < 0.66 ? 'accept' : draw < 0.87 ? 'reject' : 'defer';
}

/**
 * Two years of requests up to now: who asked for what, and every step of each, in the order of time. The same
 * for the same day and hour; what would lie after `now` is left out, so the latest requests are under way.
 */
export function planRequests(now: Date): Plan {
  const random = seededRandom(seed);
  const castFor = castOf(random, people, seed);
  const requests: PlannedRequest[] = [];
  const steps: Step[] = [];
  const ofCommittee = sessionsUntil(now, past);
  const sessions = [...ofCommittee, ...panelSessionsOf(ofCommittee)].map((session) => ({
    ...session,
    items: 0,
  }));
  const add = (request: PlannedRequest): PlannedRequest => {
    requests.push(request);
    return request;
  };
  const teller: Teller = {
    random,
    now,
    sessions,
    steps,
    newAppeal: (first, message) =>
      add({
        ...first,
        index: requests.length,
        kind: 'appeal',
        channel: 'website',
        receivedBy: 'applicant',
        answers: {},
        papers: [],
        message,
        parent: first.index,
      }),
  };
  const live = livesOf(teller);
  const newRequest = (story: string, at: Date, course: Course): void => {
    const index = requests.length;
    const twin = course.duplicateOf === undefined ? undefined : requests[course.duplicateOf];
    const person = twin?.person ?? castFor(story);
    const { outcome } = course;
    live(add(requestOf(random, { index, story, person, outcome, at })), at, course);
  };

  // First those that must stand where they stand: they have the first places on the open agenda.
  for (const { story, daysAgo, course, again } of presentCases(now, ofCommittee)) {
    const at = later(now, -daysAgo * day);
    newRequest(story, at, course);
    const duplicateOf = requests.length - 1;
    if (again) newRequest(story, later(at, 2 * day), { outcome: 'accept', duplicateOf });
  }
  // Whole days, so that the hour of the start changes nothing in the past.
  const today = startOfRiyadhDay(now);
  const within = (monthsAgo: number): Date =>
    later(today, -(monthsAgo + 0.05 + 0.95 * random()) * (past / 24) * day);
  for (const [monthsAgo, count] of monthly.entries()) {
    for (let one = 0; one < count; one += 1) {
      const story = pick(random, mix);
      newRequest(story, within(monthsAgo), courseOf(random, story));
    }
  }
  for (const [monthsAgo, count] of questions.entries())
    for (let one = 0; one < count; one += 1)
      newRequest(pick(random, asked), within(monthsAgo), { outcome: 'accept' });

  // Of those that stand where they stand today, so that every week has somebody to meet.
  const waiting = presentCases(now, ofCommittee).length;
  steps.push(
    ...planAppointments(
      now,
      steps.flatMap((step) =>
        step.do === 'submit' && step.request < waiting
          ? [{ index: step.request, at: step.at }]
          : [],
      ),
    ),
  );
  for (const session of sessions) {
    if (session.items === 0) continue;
    steps.push({
      at: session.plannedAt,
      do: 'plan_session',
      session: session.index,
      purpose: session.purpose,
      heldOn: riyadhDate(session.heldAt),
      // An officer who rejected a request knows nothing of the appeal against it.
      by:
        session.purpose === 'appeals'
          ? 'appeals-secretary'
          : session.index % 3 === 0
            ? 'secretary'
            : 'officer',
    });
  }
  return {
    requests,
    sessions: ofCommittee.map(({ index, purpose, plannedAt, heldAt, open }) => ({
      index,
      purpose,
      plannedAt,
      heldAt,
      open,
    })),
    steps: steps.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}
