import type { ChannelSlug, RequestKind } from '../../../../contracts/vocabulary';
import { riyadhDate } from '../../kernel/calendar.rules';
import { circles, needs, studentNames } from '../content/casework';
import { demoPeople, pick } from '../content/people';
import type { DemoPerson } from '../content/people';
import { services } from '../content/services';
import { demoRequestStories } from '../content/stories';
import type { AssistanceStory, DemoStory } from '../content/stories';
import type { PlannedRequest, StaffKey } from './plan.types';
import { day, later } from './plan.time';

type Random = () => number;

/** Whose story it can be, so that a widow's is not told by a man. */
const fits: Readonly<Record<string, (person: DemoPerson) => boolean>> = {
  'family-lost-job': ({ gender, birthYear }) => gender === 'male' && birthYear > 1960,
  'family-widow': ({ gender, category }) => gender === 'female' && category !== 'student',
  'family-elderly': ({ gender, category }) => gender === 'male' && category === 'elderly',
  'family-resident': ({ gender, nationality }) => gender === 'male' && nationality === 'other',
  'family-above-limit': ({ gender, category }) => gender === 'male' && category !== 'student',
  'orphan-mother': ({ gender, category }) => gender === 'female' && category === 'orphan_family',
  'orphan-grandparent': ({ gender, category }) => gender === 'male' && category === 'elderly',
  'allowance-regular': ({ gender }) => gender === 'male',
  'allowance-girl': ({ gender, category }) => gender === 'female' && category !== 'student',
  'teacher-surgery': ({ gender, category }) => gender === 'male' && category === 'teacher',
  'teacher-roof': ({ gender, category }) => gender === 'female' && category === 'teacher',
  'remote-beginner': ({ gender, birthYear }) => gender === 'female' && birthYear < 1975,
  'remote-memoriser': ({ gender }) => gender === 'female',
  'bill-cut-off': ({ gender }) => gender === 'male',
  'complaint-waiting': ({ city }) => city === 'القرى العليا',
  'complaint-tone': ({ gender }) => gender === 'female',
  'volunteering-driver': ({ gender }) => gender === 'male',
  'volunteering-teacher': ({ gender, birthYear }) => gender === 'female' && birthYear < 1980,
  'volunteering-accountant': ({ gender }) => gender === 'male',
};

/** Gives each request its person: mostly someone new, now and then someone who comes again. */
export function castOf(random: Random, count: number, seed: number) {
  const people = demoPeople(count, seed);
  const times = new Map<DemoPerson, number>();
  return (story: string): DemoPerson => {
    const suitable = people.filter(fits[story] ?? (() => true));
    const again = random() < 0.1 ? 1 : 0;
    const person =
      suitable.find((one) => (times.get(one) ?? 0) === again) ??
      suitable.reduce((least, one) => {
        return (times.get(one) ?? 0) < (times.get(least) ?? 0) ? one : least;
      });
    times.set(person, (times.get(person) ?? 0) + 1);
    return person;
  };
}

const channelsOf: Readonly<Record<'assistance' | 'volunteering' | 'talk', readonly ChannelSlug[]>> =
  {
    assistance: [
      ...repeat('website', 8),
      ...repeat('assistance', 4),
      ...repeat('delegate', 4),
      ...repeat('interview', 2),
      ...repeat('phone', 2),
      'letter',
      'social',
    ],
    volunteering: ['volunteering', 'website', 'volunteering', 'social'],
    talk: [
      ...repeat('phone', 4),
      ...repeat('website', 4),
      ...repeat('social', 2),
      'letter',
      'interview',
      'delegate',
    ],
  };

function repeat(channel: ChannelSlug, times: number): ChannelSlug[] {
  return Array.from({ length: times }, () => channel);
}

/** Delegates with an account, by branch. */
const delegates: Readonly<Record<string, StaffKey>> = {
  'upper-villages': 'delegate1',
  wadi: 'delegate2',
};

function receptionOf(
  random: Random,
  kind: RequestKind,
  person: DemoPerson,
): Pick<PlannedRequest, 'channel' | 'branch' | 'receivedBy'> {
  const channel = pick(
    random,
    channelsOf[kind === 'assistance' || kind === 'volunteering' ? kind : 'talk'],
  );
  const { branch } = person;
  if (channel === 'website') return { channel, branch: null, receivedBy: 'applicant' };
  if (channel !== 'delegate')
    return { channel, branch, receivedBy: random() < 0.6 ? 'officer' : 'officer2' };
  const delegate = delegates[branch];
  return delegate
    ? { channel, branch, receivedBy: delegate }
    : { channel: 'interview', branch, receivedBy: 'officer' };
}

const near = (random: Random, value: number, step: number): number =>
  Math.max(step, Math.round((value * (0.75 + random() * 0.5)) / step) * step);

/** The story's answers, with the numbers and names of this person. */
function answersOf(
  random: Random,
  story: AssistanceStory,
  person: DemoPerson,
  outcome: 'accept' | 'reject' | 'defer',
  at: Date,
): PlannedRequest['answers'] {
  const answers: PlannedRequest['answers'] = {};
  for (const [key, answer] of Object.entries(story.answers)) {
    answers[key] = typeof answer === 'object' ? riyadhDate(later(at, answer.days * day)) : answer;
  }
  const girl = story.key === 'allowance-girl' || story.key === 'orphan-grandparent';
  const vary: Record<string, () => string | number> = {
    household_size: () => Math.max(2, person.familySize),
    monthly_income: () => near(random, Number(answers.monthly_income), 50),
    yearly_rent: () => near(random, Number(answers.yearly_rent), 500),
    amount_needed: () => near(random, Number(answers.amount_needed), 100),
    amount_due: () => near(random, Number(answers.amount_due), 10),
    bill_account: () => `300451${String(20_000 + person.index)}`,
    call_number: () => person.mobile,
    children_count: () => Math.max(1, Math.min(7, person.familySize - 2)),
    student_name: () => pick(random, girl ? studentNames.girls : studentNames.boys),
    circle_name: () => (girl ? circles[3] : pick(random, circles.slice(0, 3))),
    distance_km: () => (outcome === 'reject' ? 1 : near(random, Number(answers.distance_km), 1)),
    parts_memorised: () => 1 + Math.floor(random() * 25),
  };
  for (const key of Object.keys(answers)) {
    const varied = vary[key];
    if (varied) answers[key] = varied();
  }
  const others = needs[story.service];
  if (others && 'need' in answers && outcome === 'accept' && random() < 0.7) {
    answers.need = pick(random, others);
  }
  return answers;
}

const messageKeys: Readonly<Partial<Record<RequestKind, string>>> = {
  inquiry: 'question',
  complaint: 'details',
  suggestion: 'suggestion',
  volunteering: 'experience',
};
/** What each of the volunteers' stories offers. */
export const volunteersFor: Readonly<Record<string, string>> = {
  'volunteering-driver': 'visits',
  'volunteering-teacher': 'teaching',
  'volunteering-accountant': 'office',
};
const complainsAbout: Readonly<Record<string, string>> = {
  'complaint-waiting': 'delay',
  'complaint-tone': 'conduct',
  'complaint-late-delivery': 'service',
};

function plainAnswers(story: DemoStory & { kind: RequestKind }): PlannedRequest['answers'] {
  const message = 'message' in story ? story.message : '';
  const key = messageKeys[story.kind];
  return {
    ...(key ? { [key]: message } : {}),
    ...(story.kind === 'complaint' ? { about: complainsAbout[story.key] ?? 'other' } : {}),
    ...(story.kind === 'volunteering'
      ? {
          adult: 'yes',
          skill: volunteersFor[story.key] ?? 'other',
          availability: 'مساء الأحد والثلاثاء',
        }
      : {}),
  };
}

export const storyOf = (key: string): DemoStory => {
  const story = demoRequestStories.find((one) => one.key === key);
  if (!story) throw new RangeError(`there is no story ${key}`);
  return story;
};
export const serviceOf = (slug: string) => {
  const service = services.find((one) => one.slug === slug);
  if (!service) throw new RangeError(`there is no service ${slug}`);
  return service;
};

/** The request as this person sends it. */
export function requestOf(
  random: Random,
  given: {
    index: number;
    story: string;
    person: DemoPerson;
    outcome: 'accept' | 'reject' | 'defer';
    at: Date;
  },
): PlannedRequest {
  const { index, person, outcome, at } = given;
  const story = storyOf(given.story);
  const assistance = story.kind === 'assistance' ? story : null;
  const papers = assistance ? serviceOf(assistance.service).documents : [];
  return {
    index,
    kind: story.kind,
    person,
    ...receptionOf(random, story.kind, person),
    locale: person.nationality === 'other' && random() < 0.4 ? 'en' : 'ar',
    service: assistance?.service ?? null,
    story: story.key,
    answers: assistance ? answersOf(random, assistance, person, outcome, at) : plainAnswers(story),
    message: null,
    papers: papers.filter((paper) => paper.required || random() < 0.3).map((paper) => paper.key),
    givesIdentity: story.kind === 'assistance' && random() < 0.85,
    parent: null,
  };
}
