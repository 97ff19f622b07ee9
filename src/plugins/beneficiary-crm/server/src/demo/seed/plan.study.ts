import type { StudyContent } from '../../../../contracts/study';
import type { DecisionOutcome } from '../../../../contracts/vocabulary';
import { housingNotes, research } from '../content/casework';
import type { Field } from '../content/types';
import { serviceOf } from './plan.applicants';
import type { PlannedRequest } from './plan.types';

type Body = Omit<StudyContent, 'housing'> & { housing: string };

const rounded = (amount: number) => Math.round(amount / 50) * 50;

/** A family of so many people: the one who asked, the other parent, and children from the eldest on. */
function membersOf({ person, index }: PlannedRequest, size: number): StudyContent['members'] {
  const man = person.gender === 'male';
  return Array.from({ length: size }, (_, place) => {
    const key = `m${place + 1}`;
    if (place === 0)
      return {
        key,
        relation: 'head' as const,
        age: 34 + (index % 20),
        occupation: man ? 'يعمل بالأجر اليومي' : 'ربة منزل',
      };
    if (place === 1 && man && size > 2)
      return { key, relation: 'spouse' as const, age: 29 + (index % 18), occupation: 'ربة منزل' };
    const age = Math.max(1, 18 - 2 * place - (index % 3));
    return {
      key,
      relation: (index + place) % 2 === 0 ? ('son' as const) : ('daughter' as const),
      age,
      occupation: age < 6 ? 'دون سن الدراسة' : age < 12 ? 'المرحلة الابتدائية' : 'المرحلة المتوسطة',
    };
  });
}

/** The stated income, by where it may well come from; together it is what was stated. */
function incomesOf(income: number): StudyContent['incomes'] {
  if (income === 0) return [];
  const aid = Math.min(income, 600);
  const work = income - aid;
  return [
    ...(work > 0 ? [{ source: 'salary' as const, member: 'm1', amount: work }] : []),
    { source: 'citizen_account', amount: aid },
  ];
}

function expensesOf(
  { answers }: PlannedRequest,
  income: number,
  share: number,
): StudyContent['expenses'] {
  const whole = rounded(Math.max(income, 1000) * share);
  const rent = answers.housing === 'rented' ? rounded(Number(answers.yearly_rent ?? 0) / 12) : 0;
  const left = Math.max(whole - rent, 300);
  const utilities = rounded(left * 0.2);
  const school = rounded(left * 0.15);
  return [
    ...(rent > 0 ? [{ kind: 'rent' as const, amount: rent }] : []),
    { kind: 'living', amount: left - utilities - school },
    { kind: 'utilities', amount: utilities },
    { kind: 'school', amount: school },
  ];
}

/** What the researcher writes under the service's own questions. */
function answerTo({ key, type, options, min }: Field, index: number): string | number {
  if (key === 'work_hindrance') return research.workHindrance;
  if (key === 'absence_reason') return research.absence;
  if (type === 'choice') return options?.[index % options.length]?.value ?? '';
  if (type === 'yes_no') return index % 4 === 0 ? 'yes' : 'no';
  return type === 'number' ? (min ?? 0) + 2 + (index % 3) : '';
}

function answersOf({ service, index }: PlannedRequest): StudyContent['answers'] {
  const answers: Record<string, string | number> = {};
  for (const field of service ? (serviceOf(service).study ?? []) : []) {
    const { key, required, showIf } = field;
    if (required && (!showIf || answers[showIf.field] === showIf.equals))
      answers[key] = answerTo(field, index);
  }
  return answers;
}

/**
 * The study of a planned request: its numbers are those of the application.
 * @param share expenses for each riyal that comes in
 */
export function studyOf(
  request: PlannedRequest,
  words: {
    share: number;
    needs: readonly string[];
    summary: string;
    recommendation: DecisionOutcome;
  },
): Body {
  const { answers, person } = request;
  const income = Number(answers.monthly_income ?? 3000);
  const size = Number(answers.household_size ?? Math.max(2, person.familySize));
  const lives = String(answers.housing ?? 'other');
  const tenure = (['owned', 'rented', 'with_relatives'] as const).find((one) => one === lives);
  return {
    members: membersOf(request, size),
    incomes: incomesOf(income),
    expenses: expensesOf(request, income, words.share),
    tenure: tenure ?? 'other',
    housing: housingNotes[lives] ?? '',
    needs: words.needs.map((what, place) => ({
      what,
      priority: place === 0 ? 'urgent' : 'important',
    })),
    answers: answersOf(request),
    summary: words.summary,
    recommendation: words.recommendation,
    grounds: research.grounds[words.recommendation],
  };
}
