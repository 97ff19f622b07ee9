import { isDeepStrictEqual } from 'node:util';
import type { PublishingFault, PublishingRule, Version } from '../kernel/publishing';
import { branchFault, readAnswers } from './branching.rules';
import { surveyUid } from './content-types';
import type { QuestionType } from './content-types';

interface Question {
  key: string;
  type: QuestionType;
  text: string;
  optional: boolean;
  options: { code: number; label: string }[];
  askedIfQuestion: string;
  askedIfAnswers: string;
}

/** What a question asks, without what Strapi keeps beside it; an empty field is one that was never filled in. */
const asked = (version: Version): Question[] =>
  (version.questions as (Partial<Question> & Pick<Question, 'key' | 'type' | 'text'>)[]).map(
    (question) => ({
      key: question.key,
      type: question.type,
      text: question.text,
      optional: question.optional ?? true,
      options: (question.options ?? []).map(({ code, label }) => ({ code, label })),
      askedIfQuestion: question.askedIfQuestion?.trim() ?? '',
      askedIfAnswers: question.askedIfAnswers?.trim() ?? '',
    }),
  );

function optionsFault({ key, type, options }: Question): PublishingFault | null {
  if (type !== 'choice') return null;
  if (options.length < 2) return { code: 'too_few_options', params: { question: key } };
  const codes = new Set(options.map(({ code }) => code));
  return codes.size < options.length ? { code: 'option_twice', params: { question: key } } : null;
}

function conditionFault(question: Question, before: readonly Question[]): PublishingFault | null {
  const { key, askedIfQuestion, askedIfAnswers } = question;
  if (askedIfQuestion === '' && askedIfAnswers === '') return null;
  const code = branchFault(before, {
    key: askedIfQuestion,
    answers: readAnswers(askedIfAnswers),
  });
  return code && { code, params: { question: key } };
}

/** Answers to two wordings cannot be counted together: a changed question is a new version (O5). */
export function surveyFault(draft: Version, published: Version | null): PublishingFault | null {
  const questions = asked(draft);
  const keys = questions.map((question) => question.key);
  const key = keys.find((name, place) => keys.indexOf(name) !== place);
  if (key !== undefined) return { code: 'key_twice', params: { key } };
  for (const [place, question] of questions.entries()) {
    const fault = optionsFault(question) ?? conditionFault(question, questions.slice(0, place));
    if (fault) return fault;
  }
  const changed =
    published !== null &&
    published.version === draft.version &&
    !isDeepStrictEqual(questions, asked(published));
  return changed ? { code: 'same_version', params: { version: String(draft.version) } } : null;
}

export const publishing: readonly PublishingRule[] = [
  {
    uid: surveyUid,
    populate: { questions: { populate: { options: true } } },
    unique: ['slug', 'version'],
    fault: surveyFault,
  },
];
