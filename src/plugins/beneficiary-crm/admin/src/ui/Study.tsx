import { Typography } from '@strapi/design-system';
import type { StudyView } from '../../../contracts/study';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';
import { Facts } from './Facts';
import { PlainTable } from './PlainTable';
import { Prose, Stack } from './Prose';

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section>
    <Typography tag="h3" variant="omega" fontWeight="bold" paddingBottom={2}>
      {title}
    </Typography>
    {children}
  </section>
);

/** A social study, as the request's page and the committee's file show it: what it comes to first. */
export function Study({ study }: { study: StudyView }) {
  const { t, word } = useWords();
  const { number, money, dayAndTime } = useFormats();
  const amount = (riyals: number | null) => (riyals === null ? '—' : money(riyals));
  const facts = [
    ['recommendation', word('outcome', study.recommendation)],
    ['householdSize', number(study.householdSize)],
    ['monthlyIncome', amount(study.monthlyIncome)],
    ['monthlyExpenses', amount(study.monthlyExpenses)],
    ['monthlyRent', amount(study.monthlyRent)],
    ['incomePerHead', amount(study.incomePerHead)],
    ['afterRentPerHead', amount(study.afterRentPerHead)],
    ['tenure', study.tenure === null ? '—' : word('tenure', study.tenure)],
    ['writtenBy', study.writtenBy],
    ['writtenAt', dayAndTime(study.writtenAt)],
  ] as const;
  const memberName = (key: string | null) => {
    const member = study.members.find((one) => one.key === key);
    return member ? (member.name ?? word('relationship', member.relation)) : '—';
  };
  return (
    <Stack>
      <Facts
        facts={facts.map(([key, value]) => ({
          key,
          label: t(`study.${key}`),
          value: <Bdi>{value}</Bdi>,
        }))}
      />
      <Part title={t('study.summary')}>
        <Prose>{study.summary}</Prose>
      </Part>
      {study.grounds && (
        <Part title={t('study.grounds')}>
          <Prose>{study.grounds}</Prose>
        </Part>
      )}
      <Part title={t('study.needs')}>
        <ol style={{ paddingInlineStart: '2rem' }}>
          {study.needs.map(({ what, priority }) => (
            <Typography key={what} tag="li" style={{ listStyle: 'decimal', lineHeight: 1.8 }}>
              <Bdi>{what}</Bdi>
              {priority && ` (${word('need_priority', priority)})`}
            </Typography>
          ))}
        </ol>
      </Part>
      {study.housing && (
        <Part title={t('study.housing-state')}>
          <Prose>{study.housing}</Prose>
        </Part>
      )}
      {study.members.length > 0 && (
        <Part title={t('study.members')}>
          <PlainTable
            label={t('study.members')}
            columns={['member-name', 'member-relation', 'member-age', 'member-occupation'].map(
              (key) => t(`study.${key}`),
            )}
            last={t('study.member-income')}
            rows={study.members.map(({ key, name, relation, age, occupation, income }) => ({
              key,
              cells: [
                name ?? '—',
                word('relationship', relation),
                age === null ? '—' : number(age),
                occupation ?? '—',
              ],
              last: income > 0 ? money(income) : '—',
            }))}
          />
        </Part>
      )}
      {study.incomes.length > 0 && (
        <Part title={t('study.incomes')}>
          <PlainTable
            label={t('study.incomes')}
            columns={[t('study.income-source'), t('study.income-member'), t('study.note')]}
            last={t('study.amount')}
            rows={study.incomes.map(({ source, member, note, amount: riyals }, place) => ({
              key: String(place),
              cells: [
                word('income_source', source),
                member === null ? t('study.whole-household') : memberName(member),
                note ?? '—',
              ],
              last: money(riyals),
            }))}
          />
        </Part>
      )}
      {study.expenses.length > 0 && (
        <Part title={t('study.expenses')}>
          <PlainTable
            label={t('study.expenses')}
            columns={[t('study.expense-kind'), t('study.note')]}
            last={t('study.amount')}
            rows={study.expenses.map(({ kind, note, amount: riyals }, place) => ({
              key: String(place),
              cells: [word('expense_kind', kind), note ?? '—'],
              last: money(riyals),
            }))}
          />
        </Part>
      )}
      {study.answers.length > 0 && (
        <Part title={t('study.questions')}>
          <Facts
            facts={study.answers.map(({ key, label, shown }) => ({
              key,
              label,
              value: <Bdi>{shown}</Bdi>,
            }))}
          />
        </Part>
      )}
    </Stack>
  );
}
