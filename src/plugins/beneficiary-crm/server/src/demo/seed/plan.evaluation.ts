import { evaluationComments } from '../content/stories';
import { survey } from '../content/survey';
import { pick } from '../content/people';

/** How well a service is liked, as a mean grade of 1 to 5; some are worse than others. */
const liking: Readonly<Record<string, number>> = {
  'family-support': 4,
  'orphan-student': 4.5,
  'student-allowance': 4.5,
  'student-transport': 3.2,
  'school-bag': 4.6,
  'teacher-emergency': 4.1,
  'remote-circle': 4.7,
  'electricity-bill': 3,
  inquiry: 4,
  complaint: 2.9,
  suggestion: 4.2,
  volunteering: 4.5,
  appeal: 3.4,
};
const byQuestion: Readonly<Record<string, number>> = {
  speed: -0.6,
  clarity: -0.2,
  conduct: 0.4,
  adequacy: -0.4,
  dignity: 0.5,
  reason: -0.3,
};
/** What the improvement actions of the last year have brought. */
const betterSince = { months: 12, by: 0.35 };

const clamp = (grade: number, least: number, greatest: number): number =>
  Math.max(least, Math.min(greatest, Math.round(grade)));

/**
 * One person's answers to the demo's survey.
 * @param what the service's slug, or the kind of a request without one
 * @param monthsAgo when it was answered
 */
export function evaluationOf(
  random: () => number,
  what: string,
  outcome: string,
  monthsAgo: number,
): Record<string, string | number> {
  const refused = outcome === 'rejected' || outcome === 'declined' ? -1.3 : 0;
  const better =
    betterSince.by * Math.max(0, (betterSince.months - monthsAgo) / betterSince.months);
  const mood = (liking[what] ?? 4) + refused + better + (random() + random() - 1) * 1.7;
  const answers: Record<string, string | number> = {};
  for (const question of survey.questions) {
    const { key, type, optional } = question;
    if (type === 'satisfaction5') {
      if (optional && random() < 0.06) continue;
      const none = key === 'adequacy' && outcome !== 'completed';
      const grade = mood + (byQuestion[key] ?? 0) + (random() - 0.5);
      answers[key] = none ? 'not_applicable' : clamp(grade, 1, 5);
    } else if (type === 'ces') {
      if (random() < 0.92) answers[key] = clamp(mood * 1.4 + (random() - 0.5), 1, 7);
    } else if (type === 'choice') {
      const { askedIf, options = [] } = question;
      const asked = askedIf?.answers.split(', ').includes(String(answers[askedIf.key]));
      if (asked && options.length > 0) answers[key] = pick(random, options).code;
    } else if (type === 'nps') {
      if (random() < 0.9) answers[key] = clamp(mood * 2.1 + (random() - 0.5) * 2, 0, 10);
    } else if (random() < 0.34) {
      const { positive, negative } = evaluationComments;
      answers[key] = pick(random, mood >= 3.6 ? positive : negative);
    }
  }
  return answers;
}
