import { randomUUID } from 'node:crypto';
import type { StudyContent } from '../../../../contracts/study';
import type { RequestAction } from '../../../../contracts/vocabulary';
import { invalid } from '../../kernel/errors';
import type { FieldIssue } from '../../kernel/errors';
import { validateAnswers } from '../../services/form.rules';
import { actingStaffId, onAction } from '../action';
import type { ActionHandler, ActionInput } from '../action';
import { keepNote } from '../notes';
import { totalsOf } from './money.rules';
import { studyPlace } from './study.types';
import type { SealedStudy } from './study.types';

/** Rows that name another row have to find it, and a name stands for one row. */
function rowIssues({ members, incomes }: Pick<StudyContent, 'members' | 'incomes'>): FieldIssue[] {
  const keys = members.map(({ key }) => key);
  return [
    ...keys.flatMap((key, place) =>
      keys.indexOf(key) === place ? [] : [{ path: `members.${place}.key`, code: 'option' }],
    ),
    ...incomes.flatMap(({ member }, place) =>
      member === undefined || keys.includes(member)
        ? []
        : [{ path: `incomes.${place}.member`, code: 'not_found' }],
    ),
  ];
}

const openReferral = ({ unit, request }: Pick<ActionInput, 'unit' | 'request'>) =>
  unit.trx('crm_referrals').where({ request_id: request.id }).whereNull('answered_at');

/** A finished study is a version of its own, and answers the referral that waits. */
export const studyActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  write_study: onAction('write_study', async (input) => {
    const { unit, request, acting, body } = input;
    const read = validateAnswers({ fields: request.form.study, documents: [] }, body.answers);
    const issues = [...rowIssues(body), ...(read.ok ? [] : read.issues)];
    if (!read.ok || issues.length > 0) throw invalid(issues);

    const [last] = await unit
      .trx('crm_studies')
      .where({ request_id: request.id })
      .max<{ max: number | null }[]>('version');
    const id = randomUUID();
    const version = (last?.max ?? 0) + 1;
    const totals = totalsOf(body.members.length, body.incomes, body.expenses);
    const { members, incomes, expenses, tenure, housing, needs, summary, grounds } = body;
    const sealed: SealedStudy = {
      ...{ members, incomes, expenses, tenure, housing, needs, summary, grounds },
      answers: read.answers,
    };
    await unit.trx('crm_studies').insert({
      id,
      request_id: request.id,
      version,
      household_size: totals.size,
      income_halalas: totals.income,
      expenses_halalas: totals.expenses,
      rent_halalas: totals.rent,
      content_sealed: unit.crm.vault.seal(studyPlace(id), JSON.stringify(sealed)),
      recommendation: body.recommendation,
      written_by: actingStaffId(acting),
      written_at: unit.now,
    });
    await openReferral(input).update({ study_id: id });
    await unit.trx('crm_study_drafts').where({ request_id: request.id }).delete();
    return { data: { study: id, version } };
  }),

  /** The family was asked again and nothing has changed: the last study answers the new referral as well. */
  confirm_study: onAction('confirm_study', async (input) => {
    const { unit, request, acting, body } = input;
    const last = await unit
      .trx('crm_studies')
      .where({ request_id: request.id })
      .orderBy('version', 'desc')
      .first<{ id: string }>('id');
    await openReferral(input).update({ study_id: last.id });
    const note = await keepNote(unit, request.id, body.reason, actingStaffId(acting));
    return { data: { study: last.id, note } };
  }),
};
