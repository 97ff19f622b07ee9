import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  dropImprovementBody,
  EffectFigure,
  finishImprovementBody,
  ImprovementBody,
  ImprovementDetail,
  newImprovementBody,
} from '../../../contracts/improvements';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { conflict, forbidden, invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { EventType } from '../policy/events.policy';
import { improvementPolicy } from './improvement.policy';
import { findImprovement } from './improvement.repository';
import type { ImprovementTableRow } from './improvement.repository';
import { improvementState, mayDo, missingTexts, themeKey } from './improvement.rules';
import type { Theme } from './improvement.rules';
import { mayOwn, maySee, roleOf } from './improvement.staff';
import { measuredThemes, themeNames } from './themes.service';

const table = 'crm_improvements';

const happened = (
  { record }: UnitOfWork,
  type: EventType,
  id: string,
  staff: Staff,
  data: Record<string, unknown> = {},
): void =>
  record({
    type,
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'improvement', id },
    data,
  });

/** @throws CrmError 422 for an owner who works with neither requests nor figures */
async function refuseOwner({ trx }: UnitOfWork, owner: number | null): Promise<void> {
  if (owner !== null && !(await mayOwn({ db: trx }, owner)))
    throw invalid([{ path: 'owner', code: 'option' }]);
}

/** What is measured, with the figure as it stands now. @throws CrmError 422 for a question or service that is none */
async function measure(crm: Crm, theme: Theme): Promise<EffectFigure | null> {
  const { questions, services } = await themeNames(crm);
  if (!questions.some(({ key }) => key === theme.question))
    throw invalid([{ path: 'theme.question', code: 'option' }]);
  if (theme.service !== null && !services.some(({ slug }) => slug === theme.service))
    throw invalid([{ path: 'theme.service', code: 'option' }]);
  const { themes } = await measuredThemes(crm);
  return themes.find((one) => themeKey(one) === themeKey(theme))?.figure ?? null;
}

/**
 * Opens an action of somebody's own idea, about a theme, or from a comment.
 * @throws CrmError 409 `error.improvement_of_comment` when the comment led to one already; 422 for an unknown theme,
 *   owner or comment
 */
export async function openImprovement(
  crm: Crm,
  body: z.output<typeof newImprovementBody>,
  staff: Staff,
): Promise<string> {
  const { comment = null, theme = null } = body;
  const before = theme && (await measure(crm, theme));
  return crm.transaction(async (unit) => {
    const { trx, now } = unit;
    await refuseOwner(unit, body.owner);
    if (
      comment &&
      !(await trx('crm_comments').where({ id: comment, state: 'released' }).first('id'))
    )
      throw invalid([{ path: 'comment', code: 'option' }]);
    const id = randomUUID();
    const opened = await trx(table)
      .insert({
        id,
        source: comment ? 'comment' : 'own',
        title_ar: body.title,
        owner_id: body.owner,
        due_on: body.dueOn,
        started_on: now,
        comment_id: comment,
        question: theme?.question ?? null,
        service_slug: theme?.service ?? null,
        target: body.target ?? (theme ? improvementPolicy.target : null),
        before: before && JSON.stringify(before),
      })
      .onConflict(trx.raw('(comment_id) where comment_id is not null'))
      .ignore()
      .returning<{ id: string }[]>('id');
    if (opened.length === 0) throw conflict('error.improvement_of_comment');
    happened(unit, 'improvement.opened', id, staff, theme ? { ...theme } : {});
    return id;
  });
}

type Right = keyof ImprovementDetail['may'];

/**
 * The action, held until the transaction ends, if the reader may do this with it as it stands.
 * @throws CrmError 404 for what the reader may not see; 409 when someone was faster, or the action is past it; 403
 */
async function held(
  { trx }: UnitOfWork,
  id: string,
  version: number,
  right: Right,
  staff: Staff,
): Promise<ImprovementTableRow> {
  const row = isId(id) ? await findImprovement(trx, id, 'lock') : undefined;
  if (!row || !maySee(staff, row)) throw notFound();
  if (row.version !== version) throw conflict('error.version_conflict', { version: row.version });
  const state = improvementState(row);
  const role = roleOf(staff, row);
  if (mayDo(state, role)[right]) return row;
  const ever = (['open', 'done', 'published'] as const).some((one) => mayDo(one, role)[right]);
  throw ever ? conflict('error.improvement_state', { state }) : forbidden();
}

const change = (
  { trx }: UnitOfWork,
  { id, version }: ImprovementTableRow,
  part: Partial<Record<keyof ImprovementTableRow, unknown>>,
): Promise<number> =>
  trx(table)
    .where({ id })
    .update({ ...part, version: version + 1 });

const columns = {
  titleAr: 'title_ar',
  titleEn: 'title_en',
  saidAr: 'said_ar',
  saidEn: 'said_en',
  resultAr: 'result_ar',
  resultEn: 'result_en',
  owner: 'owner_id',
  dueOn: 'due_on',
  target: 'target',
} as const;
type Field = keyof typeof columns;

/**
 * Writes what is known of an action. The one who was given it writes its texts; who it belongs to, until when and what
 * it aims at is for keepers.
 * @throws CrmError as `held`; 403 `error.improvement_terms` when the owner changes the terms; 422
 */
export async function changeImprovement(
  unit: UnitOfWork,
  id: string,
  { version, ...body }: ImprovementBody,
  staff: Staff,
): Promise<void> {
  const row = await held(unit, id, version, 'change', staff);
  const fields = Object.keys(columns) as Field[];
  const changed = fields.filter((field) => (row[columns[field]] ?? '') !== (body[field] ?? ''));
  if (changed.length === 0) return;
  const terms = changed.filter((field) => ['owner', 'dueOn', 'target'].includes(field));
  if (terms.length > 0 && !mayDo(improvementState(row), roleOf(staff, row)).assign)
    throw forbidden('error.improvement_terms');
  if (changed.includes('owner')) await refuseOwner(unit, body.owner);
  await change(
    unit,
    row,
    Object.fromEntries(changed.map((field) => [columns[field], body[field] || null])),
  );
  happened(unit, 'improvement.changed', id, staff, { fields: changed });
}

/** @throws CrmError as `held`; 422 while nothing says what was done, or for a day to come */
export async function finishImprovement(
  unit: UnitOfWork,
  id: string,
  { version, doneOn }: z.output<typeof finishImprovementBody>,
  staff: Staff,
): Promise<void> {
  const row = await held(unit, id, version, 'finish', staff);
  if (doneOn > riyadhDate(unit.now)) throw invalid([{ path: 'doneOn', code: 'future' }]);
  if (!row.result_ar) throw invalid([{ path: 'resultAr', code: 'required' }]);
  await change(unit, row, { done_on: doneOn });
  happened(unit, 'improvement.done', id, staff);
}

/** @throws CrmError as `held` */
export async function dropImprovement(
  unit: UnitOfWork,
  id: string,
  { version, reason }: z.output<typeof dropImprovementBody>,
  staff: Staff,
): Promise<void> {
  const row = await held(unit, id, version, 'drop', staff);
  await change(unit, row, { dropped_on: riyadhDate(unit.now), dropped_reason: reason });
  happened(unit, 'improvement.dropped', id, staff);
}

/** @throws CrmError as `held`; 422 naming every text that is missing in one of the languages */
export async function publishImprovement(
  unit: UnitOfWork,
  id: string,
  version: number,
  staff: Staff,
): Promise<void> {
  const row = await held(unit, id, version, 'publish', staff);
  const missing = missingTexts(row);
  if (missing.length > 0) throw invalid(missing.map((path) => ({ path, code: 'required' })));
  await change(unit, row, { published: true });
  happened(unit, 'improvement.published', id, staff);
}

/** @throws CrmError as `held` */
export async function withdrawImprovement(
  unit: UnitOfWork,
  id: string,
  version: number,
  staff: Staff,
): Promise<void> {
  const row = await held(unit, id, version, 'withdraw', staff);
  await change(unit, row, { published: false });
  happened(unit, 'improvement.withdrawn', id, staff);
}
