import type { FieldIssue } from '../kernel/errors';
import type { SurveyDefinition } from './survey.service';

/** Answers to a survey, read and held against the questions as they were when the person was invited. */

export type Grade = number | 'not_applicable';
export type Given = Readonly<Record<string, string | number>>;
export type Evaluation =
  | { ok: true; grades: Record<string, Grade>; comments: string[] }
  | { ok: false; issues: FieldIssue[] };

type Question = Pick<SurveyDefinition['questions'][number], 'key' | 'type' | 'optional'>;

const range = {
  satisfaction5: { least: 1, greatest: 5, code: 'scale' },
  nps: { least: 0, greatest: 10, code: 'scale_nps' },
} as const;

const skipped = (answer: string | number | undefined): answer is undefined | '' =>
  answer === undefined || answer === '';

/** A skipped question is in no count and is left out; "does not apply" is an answer, and is in no count either. */
export function readEvaluation(questions: readonly Question[], given: Given): Evaluation {
  const known = new Set(questions.map(({ key }) => key));
  const issues: FieldIssue[] = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: `answers.${key}`, code: 'unknown' }));
  const grades: Record<string, Grade> = {};
  const comments: string[] = [];

  for (const { key, type, optional } of questions) {
    const answer = given[key];
    const wrong = (code: string) => issues.push({ path: `answers.${key}`, code });
    if (skipped(answer)) {
      if (!optional) wrong('required');
    } else if (type === 'comment') {
      if (typeof answer === 'string') comments.push(answer);
      else wrong('type');
    } else if (answer === 'not_applicable') {
      grades[key] = answer;
    } else if (
      typeof answer === 'number' &&
      Number.isInteger(answer) &&
      answer >= range[type].least &&
      answer <= range[type].greatest
    ) {
      grades[key] = answer;
    } else {
      wrong(range[type].code);
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, grades, comments };
}
