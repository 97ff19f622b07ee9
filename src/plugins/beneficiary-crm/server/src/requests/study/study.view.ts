import type { Knex } from 'knex';
import type { StudyView } from '../../../../contracts/study';
import type { Locale } from '../../../../contracts/vocabulary';
import { pick } from '../../kernel/bilingual';
import type { Crm } from '../../kernel/crm';
import { staffNames } from '../../kernel/staff';
import { askedFields, shownAnswer } from '../../services/form.rules';
import type { RequestRow } from '../request.types';
import { halalas, perHead, riyals } from './money.rules';
import { studyPlace } from './study.types';
import type { SealedStudy, StudyRow } from './study.types';

/** The studies of a request as people read them, newest first. */
export async function studiesOf(
  crm: Crm,
  db: Knex,
  request: Pick<RequestRow, 'id' | 'form'>,
  locale: Locale,
): Promise<StudyView[]> {
  const rows = await db<StudyRow>('crm_studies')
    .where({ request_id: request.id })
    .orderBy('version', 'desc');
  const names = await staffNames(
    crm,
    rows.map(({ written_by }) => written_by),
  );
  return rows.map((row) => ({
    ...figuresOf(row),
    ...wordsOf(crm, request, row, locale),
    id: row.id,
    version: row.version,
    recommendation: row.recommendation,
    writtenBy: names.get(row.written_by) ?? '—',
    writtenAt: row.written_at.toISOString(),
  }));
}

function figuresOf(row: StudyRow) {
  const income = Number(row.income_halalas);
  const expenses = Number(row.expenses_halalas);
  const rent = row.rent_halalas === null ? null : Number(row.rent_halalas);
  const heads = perHead({ size: row.household_size, income, expenses, rent });
  return {
    householdSize: row.household_size,
    monthlyIncome: riyals(income),
    monthlyExpenses: riyals(expenses),
    monthlyRent: rent === null ? null : riyals(rent),
    incomePerHead: riyals(heads.income),
    afterRentPerHead: heads.afterRent === null ? null : riyals(heads.afterRent),
  };
}

function wordsOf(crm: Crm, { form }: Pick<RequestRow, 'form'>, row: StudyRow, locale: Locale) {
  if (row.content_sealed === null)
    return {
      members: [],
      incomes: [],
      expenses: [],
      tenure: null,
      housing: row.housing ?? '',
      needs: [{ what: row.needs ?? '', priority: null }],
      answers: [],
      summary: row.summary ?? '',
      grounds: null,
    };
  const study = JSON.parse(crm.vault.open(studyPlace(row.id), row.content_sealed)) as SealedStudy;
  const asked = askedFields({ fields: form.study, documents: [] }, study.answers);
  return {
    members: study.members.map(({ key, name, relation, age, occupation }) => ({
      key,
      name: name || null,
      relation,
      age: age ?? null,
      occupation: occupation || null,
      income: riyals(
        study.incomes
          .filter(({ member }) => member === key)
          .reduce((sum, { amount }) => sum + halalas(amount), 0),
      ),
    })),
    incomes: study.incomes.map(({ source, member, amount, note }) => ({
      source,
      member: member ?? null,
      amount,
      note: note || null,
    })),
    expenses: study.expenses.map(({ kind, amount, note }) => ({
      kind,
      amount,
      note: note || null,
    })),
    tenure: study.tenure,
    housing: study.housing ?? '',
    needs: study.needs,
    answers: asked
      .filter(({ key }) => study.answers[key] != null)
      .map((field) => ({
        key: field.key,
        label: pick(field.label, locale),
        shown: shownAnswer(field, study.answers[field.key], locale),
      })),
    summary: study.summary,
    grounds: study.grounds,
  };
}
