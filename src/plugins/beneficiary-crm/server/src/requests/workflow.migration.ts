import type { Migration } from '../kernel/migrate';
import { workflowOfPolicy } from '../services/workflow.service';

/** Requests keep the settings, the checklist and the study's questions that they began with. */
export const frozenWorkflowMigration: Migration = {
  name: '0111-frozen-workflow',
  async up(trx) {
    // A default fills old rows without writing them; none stays, so that nobody forgets to say it.
    await trx.raw(
      `alter table crm_requests add column workflow json not null default '${JSON.stringify(workflowOfPolicy)}'`,
    );
    await trx.raw('alter table crm_requests alter column workflow drop default');
    await trx.raw(
      `update crm_requests set form = (form::jsonb || '{"checklist": [], "study": []}')::json`,
    );
  },
};
