import type { Knex } from 'knex';
import type { Migration } from '../kernel/migrate';
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

/** The settings in force, and who changed them last. */
export async function workflowInForce(
  db: Knex,
): Promise<{ workflow: Workflow; changed: WorkflowRow | null }> {
  const row = await db('crm_workflows').orderBy('version', 'desc').first<WorkflowRow | undefined>();
  if (!row) return { workflow: workflowOfPolicy, changed: null };
  return { workflow: { ...row.settings, version: `association-${row.version}` }, changed: row };
}

/** By what a request that begins now will be dealt with. */
export const currentWorkflow = async ({ db }: { db: Knex }): Promise<Workflow> =>
  (await workflowInForce(db)).workflow;
