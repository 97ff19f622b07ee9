import { askedOf } from '../../../contracts/branching';
import type { FieldIssue } from '../kernel/errors';
import { canBeAnswered } from './branching.rules';
import type { SurveyDefinition } from './survey.service';

/** Answers to a survey, read and held against the questions as they were when the person was invited. */

export type Grade = number | 'not_applicable';
export type Given = Readonly<Record<string, string | number>>;
export interface Comment {
  question: string;
  text: string;
}
export type Evaluation =
  | {
      ok: true;
      grades: Record<string, Grade>;
      comments: Comment[];
      skipped: string[];
      /** the grade of the whole is 1 or 2 */
      low: boolean;
    }
  | { ok: false; issues: FieldIssue[] };

type Question = Pick<
  SurveyDefinition['questions'][number],
  'key' | 'type' | 'optional' | 'options' | 'askedIf'
>;

/** How the message about a wrong answer is named. */
const codes = {
  satisfaction5: 'scale',
  ces: 'scale_ces',
  nps: 'scale_nps',
  choice: 'option',
} as const;

const skipped = (answer: string | number | undefined): answer is undefined | '' =>
  answer === undefined || answer === '';

/** The question about the whole: the first of satisfaction that must be answered. */
export function headlineOf<Asked extends Pick<Question, 'type' | 'optional'>>(
  questions: readonly Asked[],
): Asked | null {
  const scale = questions.filter(({ type }) => type === 'satisfaction5');
  return scale.find(({ optional }) => !optional) ?? scale[0] ?? null;
}

/**
 * A skipped question is in no count; "does not apply" is an answer, and is in no count either. What was answered to
 * a question that is not asked any more, since an earlier answer was changed, is left out.
 */
export function readEvaluation(questions: readonly Question[], given: Given): Evaluation {
  const known = new Set(questions.map(({ key }) => key));
  const issues: FieldIssue[] = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: `answers.${key}`, code: 'unknown' }));
  const grades: Record<string, Grade> = {};
  const comments: Comment[] = [];
  const left: string[] = [];

  for (const question of askedOf(questions, given)) {
    const { key, type, optional } = question;
    const answer = given[key];
    const wrong = (code: string) => issues.push({ path: `answers.${key}`, code });
    if (skipped(answer)) {
      if (!optional) wrong('required');
      else if (type !== 'comment') left.push(key);
    } else if (type === 'comment') {
      if (typeof answer === 'string') comments.push({ question: key, text: answer });
      else wrong('type');
    } else if (answer === 'not_applicable') {
      grades[key] = answer;
    } else if (typeof answer === 'number' && canBeAnswered(question, answer)) {
      grades[key] = answer;
    } else {
      wrong(codes[type]);
    }
  }
  if (issues.length > 0) return { ok: false, issues };
  const whole = grades[headlineOf(questions)?.key ?? ''];
  const low = typeof whole === 'number' && whole <= 2;
  return { ok: true, grades, comments, skipped: left, low };
}
