import type { StudyView } from '../../../contracts/admin';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';
import { Facts } from './Facts';

/** A social study, as the request's page and the committee's file show it. */
export function Study({ study }: { study: StudyView }) {
  const { t, word } = useWords();
  const { number, money, dayAndTime } = useFormats();
  const facts = [
    ['householdSize', number(study.householdSize)],
    ['monthlyIncome', money(study.monthlyIncome)],
    ['monthlyExpenses', money(study.monthlyExpenses)],
    ['incomePerHead', money(study.incomePerHead)],
    ['housing', study.housing],
    ['recommendation', word('outcome', study.recommendation)],
    ['needs', study.needs],
    ['summary', study.summary],
    ['writtenBy', study.writtenBy],
    ['writtenAt', dayAndTime(study.writtenAt)],
  ] as const;
  return (
    <Facts
      facts={facts.map(([key, value]) => ({
        key,
        label: t(`study.${key}`),
        value: <Bdi>{value}</Bdi>,
      }))}
    />
  );
}
