import { Typography } from '@strapi/design-system';
import { expenseKinds, incomeSources } from '../../../../contracts/vocabulary';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { perHead, riyals, totalsOf } from '../../../../server/src/requests/study/money.rules';
import { Choice } from '../../ui/Choice';
import { Facts } from '../../ui/Facts';
import { LineField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Bdi } from '../../ui/Bdi';
import { amountsOf, keptRows, newExpense, newIncome } from './draft';
import type { PartProps } from './part';
import { AmountField, EditedRows } from './rows';

/** What comes in during a month, by source and by whose it is. */
export function IncomePart({ draft, change, errors }: PartProps) {
  const { t, word } = useWords();
  const set = (key: string, part: Partial<(typeof draft.incomes)[number]>) =>
    change((before) => ({
      incomes: before.incomes.map((row) => (row.key === key ? { ...row, ...part } : row)),
    }));
  const people = keptRows(draft).members.map(({ key, name, relation }) => ({
    value: key,
    label: name.trim() || word('relationship', relation),
  }));
  return (
    <Panel title={t('study.incomes')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('study.incomes-hint')}
        </Typography>
        <EditedRows
          rows={draft.incomes}
          nameOf={({ source }, place) =>
            source ? word('income_source', source) : t('study.income-nth', { n: place + 1 })
          }
          add={() => change(({ incomes }) => ({ incomes: [...incomes, newIncome()] }))}
          addLabel={t('study.add-income')}
          remove={({ key }) =>
            change(({ incomes }) => ({ incomes: incomes.filter((row) => row.key !== key) }))
          }
        >
          {({ key, source, member, amount, note }) => (
            <>
              <Choice
                name={`incomes.${key}.source`}
                label={t('study.income-source')}
                required
                value={source}
                options={incomeSources.map((value) => ({
                  value,
                  label: word('income_source', value),
                }))}
                change={(value) => set(key, { source: value })}
                error={errors[`incomes.${key}.source`]}
              />
              <AmountField
                name={`incomes.${key}.amount`}
                label={t('study.amount')}
                value={amount}
                change={(value) => set(key, { amount: value })}
                error={errors[`incomes.${key}.amount`]}
              />
              <Choice
                name={`incomes.${key}.member`}
                label={t('study.income-member')}
                empty={t('study.whole-household')}
                value={people.some(({ value }) => value === member) ? member : ''}
                options={people}
                change={(value) => set(key, { member: value })}
                error={errors[`incomes.${key}.member`]}
              />
              <LineField
                name={`incomes.${key}.note`}
                label={t('study.note')}
                value={note}
                maxLength={200}
                change={(value) => set(key, { note: value })}
                error={errors[`incomes.${key}.note`]}
              />
            </>
          )}
        </EditedRows>
      </Stack>
    </Panel>
  );
}

/** What is spent in a month, by kind. */
export function ExpensePart({ draft, change, errors }: PartProps) {
  const { t, word } = useWords();
  const set = (key: string, part: Partial<(typeof draft.expenses)[number]>) =>
    change((before) => ({
      expenses: before.expenses.map((row) => (row.key === key ? { ...row, ...part } : row)),
    }));
  return (
    <Panel title={t('study.expenses')}>
      <EditedRows
        rows={draft.expenses}
        nameOf={({ kind }, place) =>
          kind ? word('expense_kind', kind) : t('study.expense-nth', { n: place + 1 })
        }
        add={() => change(({ expenses }) => ({ expenses: [...expenses, newExpense()] }))}
        addLabel={t('study.add-expense')}
        remove={({ key }) =>
          change(({ expenses }) => ({ expenses: expenses.filter((row) => row.key !== key) }))
        }
      >
        {({ key, kind, amount, note }) => (
          <>
            <Choice
              name={`expenses.${key}.kind`}
              label={t('study.expense-kind')}
              required
              value={kind}
              options={expenseKinds.map((value) => ({ value, label: word('expense_kind', value) }))}
              change={(value) => set(key, { kind: value })}
              error={errors[`expenses.${key}.kind`]}
            />
            <AmountField
              name={`expenses.${key}.amount`}
              label={t('study.amount')}
              value={amount}
              change={(value) => set(key, { amount: value })}
              error={errors[`expenses.${key}.amount`]}
            />
            <LineField
              name={`expenses.${key}.note`}
              label={t('study.note')}
              value={note}
              maxLength={200}
              change={(value) => set(key, { note: value })}
              error={errors[`expenses.${key}.note`]}
            />
          </>
        )}
      </EditedRows>
    </Panel>
  );
}

/** What it comes to, counted while it is written by the rule that counts the finished study. */
export function TotalsPart({ draft }: Pick<PartProps, 'draft'>) {
  const { t } = useWords();
  const { money, number } = useFormats();
  const { size, incomes, expenses } = amountsOf(draft);
  const totals = totalsOf(size, incomes, expenses);
  const heads = size > 0 ? perHead(totals) : null;
  const amount = (halalas: number | null | undefined) =>
    halalas == null ? '—' : money(riyals(halalas));
  const facts = [
    ['householdSize', number(size)],
    ['monthlyIncome', amount(totals.income)],
    ['monthlyExpenses', amount(totals.expenses)],
    ['monthlyRent', amount(totals.rent)],
    ['incomePerHead', amount(heads?.income)],
    ['afterRentPerHead', amount(heads?.afterRent)],
  ] as const;
  return (
    <Panel title={t('study.totals')}>
      <Stack>
        <Facts
          facts={facts.map(([key, value]) => ({
            key,
            label: t(`study.${key}`),
            value: <Bdi>{value}</Bdi>,
          }))}
        />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('study.per-head-meaning')}
        </Typography>
      </Stack>
    </Panel>
  );
}
