import type { Knex } from 'knex';
import { Logger, parseCronItems, run, runMigrations, runOnce } from 'graphile-worker';
import type { CronItem, Runner, TaskList } from 'graphile-worker';
import type { Crm } from './crm';
import { nothing, runPrepared, withAll } from './sql';
import type { Sql } from './sql';
import { followEvent } from './unit-of-work';
import type { ChainRow } from './unit-of-work';

export interface NewJob {
  task: string;
  payload: Record<string, string | number>;
  runAt?: Date;
  /** a job with a key replaces a waiting one of the same key */
  key?: string;
}

/** What a transaction writes at its end, in one statement with its jobs. */
export interface Last {
  along: Readonly<Record<string, Sql>>;
  events: readonly ChainRow[];
}

export interface Jobs {
  /** Adds jobs in the caller's transaction, together with what it writes last: they run only if it commits. */
  add(trx: Knex.Transaction, jobs: readonly NewJob[], last: Last): Promise<void>;
  start(crm: Crm): Promise<void>;
  /** Runs what is due now and returns; tests use it instead of waiting. */
  drain(crm: Crm): Promise<void>;
  stop(): Promise<void>;
}

/** Retries of a failing job; graphile-worker backs off exponentially, to about a day and a half. */
const maxAttempts = 20;

/** Only what a person must know of; a job's payload is never printed. */
const loggerFor = (crm: Crm) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') crm.strapi.log.warn(`jobs: ${message}`);
  });

function taskList(crm: Crm): TaskList {
  const handlers = Object.assign(
    { follow_event: followEvent },
    ...crm.rooms.map((room) => room.jobs ?? {}),
  ) as Record<string, typeof followEvent>;
  return Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [
      task,
      async (payload: unknown) => handler(crm, (payload ?? {}) as Record<string, string | number>),
    ]),
  );
}

const schedulesOf = (crm: Crm): CronItem[] =>
  crm.rooms
    .flatMap((room) => Object.entries(room.schedules ?? {}))
    .map(([task, match]) => ({ task, match, identifier: task, options: { backfillPeriod: 0 } }));

export function createJobs(connectionString: string): Jobs {
  let runner: Runner | null = null;
  return {
    async add(trx, jobs, { along, events }) {
      const written = Object.entries(along);
      if (events.length > 0)
        written.push([
          'brought',
          {
            text: 'insert into crm_events_brought (events, attempts) values (?::json, ?)',
            values: [JSON.stringify(events), maxAttempts],
          },
        ]);
      if (jobs.length + written.length === 0) return;
      const added: Sql = {
        text: `select count(graphile_worker.add_job(task, payload, run_at := "runAt", job_key := key, max_attempts := ?))
          from json_to_recordset(?::json) as job (task text, payload json, "runAt" timestamptz, key text)`,
        values: [maxAttempts, JSON.stringify(jobs)],
      };
      await runPrepared(trx, withAll(written, jobs.length > 0 ? added : nothing));
    },
    async start(crm) {
      await runMigrations({ connectionString, logger: loggerFor(crm) });
      // Read also where no jobs run: a time that the worker does not understand stops every start alike.
      const parsedCronItems = parseCronItems(schedulesOf(crm));
      if (!crm.settings.runsJobs) return;
      runner = await run({
        connectionString,
        logger: loggerFor(crm),
        concurrency: 2,
        noHandleSignals: true,
        pollInterval: 2_000,
        taskList: taskList(crm),
        parsedCronItems,
      });
    },
    async drain(crm) {
      await runOnce({
        connectionString,
        logger: loggerFor(crm),
        noHandleSignals: true,
        taskList: taskList(crm),
      });
    },
    async stop() {
      await runner?.stop();
      runner = null;
    },
  };
}
