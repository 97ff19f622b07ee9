import type { Knex } from 'knex';
import { forgetKept, keptBy, newestVersion } from '../kernel/kept';
import type { Migration } from '../kernel/migrate';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { workflowPolicy } from '../policy/workflow.policy';
import type { WorkflowSettings } from '../policy/workflow.policy';

/** The settings as they were in force at a moment; a running request keeps those that it began with. */
export type Workflow = WorkflowSettings & {
  /** `policy` until the association changes something */
  version: string;
};

export const workflowOfPolicy: Workflow = { ...workflowPolicy, version: 'policy' };

export const workflowMigration: Migration = {
  name: '0110-workflow',
  async up(trx) {
    // Requests name the version that they began with, so no version is ever changed.
    await trx.raw(`
      create table crm_workflows (
        version integer primary key,
        settings json not null,
        changed_by integer not null,
        changed_at timestamptz not null,
        reason text not null
      )`);
  },
};

export interface WorkflowRow {
  version: number;
  settings: WorkflowSettings;
  changed_by: number;
  changed_at: Date;
  reason: string;
}

/** `policy` until the association changes something. */
export const versionName = (version: number | undefined): string =>
  version === undefined ? workflowOfPolicy.version : `association-${version}`;

/** A setting that came later than a version of the settings is in it as the policy has it. */
const complete = (row: WorkflowRow): WorkflowRow => ({
  ...row,
  settings: {
    ...workflowPolicy,
    ...row.settings,
    complaint: { ...workflowPolicy.complaint, ...row.settings.complaint },
  },
});

/** Every version that was ever kept, newest first. */
export async function workflowVersions(db: Knex): Promise<WorkflowRow[]> {
  const rows = await db('crm_workflows').orderBy('version', 'desc').select<WorkflowRow[]>();
  return rows.map(complete);
}

/** The settings in force, and who changed them last. */
export async function workflowInForce(
  db: Knex,
): Promise<{ workflow: Workflow; changed: WorkflowRow | null }> {
  const kept = await db('crm_workflows')
    .orderBy('version', 'desc')
    .first<WorkflowRow | undefined>();
  if (!kept) return { workflow: workflowOfPolicy, changed: null };
  const row = complete(kept);
  return { workflow: { ...row.settings, version: versionName(row.version) }, changed: row };
}

/**
 * Keeps a new version of the settings, unless another one came in between.
 * @returns the name of the new version, or null when `expected` is no longer in force
 */
export async function keepWorkflow(
  { trx, now }: UnitOfWork,
  settings: WorkflowSettings,
  change: { expected: string; by: number; reason: string },
): Promise<string | null> {
  // Whoever reads may go on; of two who change, the second sees what the first has kept.
  await trx.raw('lock table crm_workflows in share row exclusive mode');
  const { workflow, changed } = await workflowInForce(trx);
  if (workflow.version !== change.expected) return null;
  const version = (changed?.version ?? 0) + 1;
  await trx('crm_workflows').insert({
    version,
    settings: JSON.stringify(settings),
    changed_by: change.by,
    changed_at: now,
    reason: change.reason,
  });
  forgetKept(trx);
  return versionName(version);
}

const kept = keptBy('crm_workflows', newestVersion('crm_workflows'));

/** By what a request that begins now will be dealt with. */
export const currentWorkflow = ({ db }: { db: Knex }): Promise<Workflow> =>
  kept(db, 'in force', async () => (await workflowInForce(db)).workflow);
