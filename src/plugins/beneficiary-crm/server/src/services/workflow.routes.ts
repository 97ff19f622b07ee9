import { workflowBody } from '../../../contracts/workflow';
import type { WorkflowBody, WorkflowView } from '../../../contracts/workflow';
import type { Crm } from '../kernel/crm';
import { conflict, CrmError, invalid } from '../kernel/errors';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { workflowPolicy } from '../policy/workflow.policy';
import { changedSettings, workflowIssues } from './workflow.rules';
import { keepWorkflow, versionName, workflowInForce, workflowVersions } from './workflow.service';

/** GET /workflow */
async function readWorkflow(crm: Crm): Promise<WorkflowView> {
  const rows = await workflowVersions(crm.db);
  const names = await staffNames(
    crm,
    rows.map((row) => row.changed_by),
  );
  const newest = rows[0];
  return {
    version: versionName(newest?.version),
    settings: newest?.settings ?? workflowPolicy,
    history: rows.map((row, at) => ({
      version: versionName(row.version),
      by: names.get(row.changed_by) ?? '',
      at: row.changed_at.toISOString(),
      reason: row.reason,
      changes: changedSettings(rows[at + 1]?.settings ?? workflowPolicy, row.settings),
    })),
  };
}

/**
 * POST /workflow
 * @throws CrmError 422 naming every setting that cannot be, or when nothing differs; 409 when somebody
 * changed them meanwhile
 */
async function changeWorkflow(crm: Crm, body: WorkflowBody, staff: Staff): Promise<WorkflowView> {
  const { expectedVersion, reason, ...asked } = body;
  // Reminders go out the farthest from the end first, in whatever order they were written.
  const settings = {
    ...asked,
    reminderDaysBefore: [...asked.reminderDaysBefore].sort((a, b) => b - a),
  };
  const issues = workflowIssues(asked);
  if (issues.length > 0) throw invalid(issues);
  await crm.transaction(async (unit) => {
    const { changed } = await workflowInForce(unit.trx);
    const changes = changedSettings(changed?.settings ?? workflowPolicy, settings);
    const version = await keepWorkflow(unit, settings, {
      expected: expectedVersion,
      by: staff.id,
      reason,
    });
    if (version === null) throw conflict('error.workflow_changed');
    if (changes.length === 0) throw new CrmError('invalid', 'error.workflow_unchanged');
    unit.record({
      type: 'workflow.changed',
      actor: { kind: 'staff', id: staff.id },
      subject: { kind: 'workflow', id: version },
      data: { settings: changes.map(({ setting }) => setting) },
    });
  });
  return readWorkflow(crm);
}

export const workflowRoutes = [
  adminRoute({
    method: 'GET',
    path: '/workflow',
    permissions: ['workflow.keep'],
    handler: async ({ crm }) => ({ data: await readWorkflow(crm) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/workflow',
    permissions: ['workflow.keep'],
    body: workflowBody,
    handler: async ({ crm, body, staff }) => ({ data: await changeWorkflow(crm, body, staff) }),
  }),
] as const;
