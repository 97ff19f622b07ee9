import type { StudyView } from '../../../../contracts/study';

/** One thing that is not as it was. Texts as they stand; amounts in riyals. */
export interface Difference {
  /** `study.<label>`, or a word of a closed list, or a question of the service */
  label: { own: string } | { list: string; value: string } | { question: string };
  kind: 'money' | 'number' | 'text' | 'outcome' | 'tenure';
  before: number | string | null;
  after: number | string | null;
}

const sumBy = (rows: readonly { name: string; amount: number }[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { name, amount } of rows)
    sums.set(name, Math.round(((sums.get(name) ?? 0) + amount) * 100) / 100);
  return sums;
};

const either = <Key>(left: ReadonlyMap<Key, unknown>, right: ReadonlyMap<Key, unknown>): Key[] => [
  ...new Set([...left.keys(), ...right.keys()]),
];

const own = (
  label: string,
  kind: Difference['kind'],
  read: (study: StudyView) => Difference['before'],
) => ({ label, kind, read });

const facts = [
  own('recommendation', 'outcome', ({ recommendation }) => recommendation),
  own('householdSize', 'number', ({ householdSize }) => householdSize),
  own('monthlyIncome', 'money', ({ monthlyIncome }) => monthlyIncome),
  own('monthlyExpenses', 'money', ({ monthlyExpenses }) => monthlyExpenses),
  own('monthlyRent', 'money', ({ monthlyRent }) => monthlyRent),
  own('incomePerHead', 'money', ({ incomePerHead }) => incomePerHead),
  own('afterRentPerHead', 'money', ({ afterRentPerHead }) => afterRentPerHead),
  own('tenure', 'tenure', ({ tenure }) => tenure),
];
const words = [
  own('housing-state', 'text', ({ housing }) => housing || null),
  own('needs', 'text', ({ needs }) => needs.map(({ what }) => what).join('\n') || null),
  own('summary', 'text', ({ summary }) => summary),
  own('grounds', 'text', ({ grounds }) => grounds),
];

const incomes = ({ incomes: rows }: StudyView) =>
  sumBy(rows.map(({ source, amount }) => ({ name: source, amount })));
const expenses = ({ expenses: rows }: StudyView) =>
  sumBy(rows.map(({ kind, amount }) => ({ name: kind, amount })));
const answers = ({ answers: rows }: StudyView) =>
  new Map(rows.map(({ label, shown }) => [label, shown]));

/** What a later study says otherwise than an earlier one: figures first, then their parts, then words. */
export function differencesOf(before: StudyView, after: StudyView): Difference[] {
  const listed = (
    list: string,
    sums: (study: StudyView) => ReadonlyMap<string, number>,
  ): Difference[] =>
    either(sums(before), sums(after)).map((value) => ({
      label: { list, value },
      kind: 'money',
      before: sums(before).get(value) ?? null,
      after: sums(after).get(value) ?? null,
    }));
  const said = ({ label, kind, read }: (typeof facts)[number]): Difference => ({
    label: { own: label },
    kind,
    before: read(before),
    after: read(after),
  });
  const all: Difference[] = [
    ...facts.map(said),
    ...listed('income_source', incomes),
    ...listed('expense_kind', expenses),
    ...either(answers(before), answers(after)).map((question) => ({
      label: { question },
      kind: 'text' as const,
      before: answers(before).get(question) ?? null,
      after: answers(after).get(question) ?? null,
    })),
    ...words.map(said),
  ];
  return all.filter((one) => one.before !== one.after);
}
