import type { Knex } from 'knex';
import type { z } from 'zod';
import type {
  AssignmentRule,
  AssignmentRules,
  assignmentRulesBody,
} from '../../../contracts/queue';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, invalid } from '../kernel/errors';
import { keptBy, newestVersion } from '../kernel/kept';
import type { Staff, Subscriber } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { lockRequest } from '../requests';
import { byRule } from './assign.rules';
import { assignable, put, readWorkforce } from './assign.service';
import { readWorkers } from './people.service';

interface RulesRow {
  version: number;
  rules: AssignmentRule[];
  changed_by: number;
  changed_at: Date;
}

const rulesInForce = async (db: Knex): Promise<RulesRow | undefined> =>
  db('crm_assignment_rules').orderBy('version', 'desc').first<RulesRow | undefined>();

const kept = keptBy('crm_assignment_rules', newestVersion('crm_assignment_rules'));

/** GET /queue/rules */
export async function readRules(crm: Crm, staff: Staff, locale: Locale): Promise<AssignmentRules> {
  const row = await rulesInForce(crm.db);
  const rules = row?.rules ?? [];
  const people = rules.flatMap(({ to }) => ('person' in to ? [to.person] : []));
  const names = await staffNames(crm, [...people, ...(row ? [row.changed_by] : [])]);
  return {
    version: row?.version ?? 0,
    rules: rules.map((rule) => ({
      ...rule,
      toName:
        'person' in rule.to
          ? (names.get(rule.to.person) ?? '—')
          : crm.say(locale, `role.${rule.to.team}`),
    })),
    changedBy: row ? (names.get(row.changed_by) ?? '—') : null,
    changedAt: row?.changed_at.toISOString() ?? null,
    mayChange: staff.permissions.has('requests.assign'),
  };
}

/** POST /queue/rules. @throws CrmError 409 when someone changed them meanwhile, 422 for a person who cannot work */
export async function changeRules(
  unit: UnitOfWork,
  body: z.output<typeof assignmentRulesBody>,
  staff: Staff,
): Promise<void> {
  const { trx, now } = unit;
  const workers = new Set(
    (await readWorkers(trx, now)).filter((one) => one.active).map(({ id }) => id),
  );
  const issues = body.rules.flatMap(({ to }, at) =>
    'person' in to && !workers.has(to.person)
      ? [{ path: `rules.${at}.to.person`, code: 'not_found' }]
      : [],
  );
  if (issues.length > 0) throw invalid(issues);
  const version = body.expectedVersion + 1;
  const current = await rulesInForce(trx);
  if ((current?.version ?? 0) !== body.expectedVersion) throw conflict('error.rules_changed');
  const kept: unknown[] = await trx('crm_assignment_rules')
    .insert({ version, rules: JSON.stringify(body.rules), changed_by: staff.id, changed_at: now })
    .onConflict('version')
    .ignore()
    .returning('version');
  if (kept.length === 0) throw conflict('error.rules_changed');
  unit.record({
    type: 'assignment.rules_changed',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'assignment_rules', id: String(version) },
  });
}

/** A new request goes to whom the association's rules name, in the same transaction. */
export const giveByRule: Subscriber = {
  on: ['request.submitted'],
  when: 'with',
  name: 'give-by-rule',
  async run(unit, { requestId }) {
    const row = await kept(
      unit.trx,
      'in force',
      async () => (await rulesInForce(unit.trx)) ?? null,
    );
    if (!row || row.rules.length === 0 || requestId === undefined) return;
    const request = await lockRequest(unit.trx, requestId);
    if (request.assignee_id !== null) return;
    const { people, loads } = await readWorkforce(unit);
    const found = byRule(row.rules, people, loads, assignable(request));
    if (found === null) return;
    await put(
      unit,
      request,
      found.to.id,
      { kind: 'system' },
      {
        how: 'rule',
        rules: row.version,
        rule: found.rule + 1,
      },
    );
  },
};
