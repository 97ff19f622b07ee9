import { requestStatuses } from '../../../contracts/vocabulary';
import { complaintPromises } from '../../../contracts/stalled';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/**
 * Each stay of a request in a step that has a limit. `due_at` stands with the calendar version that produced it;
 * rows without a version are those of requests that were there before, and are reckoned by the job.
 */
export const stepClockMigration: Migration = {
  name: '0115-step-clocks',
  async up(trx) {
    await trx.raw(`
      create table crm_step_clocks (
        id uuid primary key default gen_random_uuid(),
        request_id uuid not null references crm_requests (id),
        status text not null check (status in (${oneOf(requestStatuses)})),
        stage smallint not null,
        promise text check (promise in (${oneOf(complaintPromises)})),
        days integer not null check (days > 0),
        since timestamptz not null,
        counted_from timestamptz not null,
        left_minutes integer,
        allowed_minutes integer,
        paused_at timestamptz,
        due_at timestamptz,
        remind_at timestamptz,
        calendar_version text not null,
        reckoned_anew_at timestamptz,
        reminded_at timestamptz,
        escalated_at timestamptz,
        ended_at timestamptz,
        check (paused_at is null or due_at is null)
      );
      alter table crm_requests add column step_due_at timestamptz;
    `);
    await trx.raw(fillRunning);
    // Built on the filled table, in one go.
    await trx.raw(`
      create unique index crm_step_clocks_running on crm_step_clocks (request_id) where ended_at is null;
      create unique index crm_step_clocks_promise on crm_step_clocks (request_id, promise)
        where promise is not null;
      create index crm_step_clocks_of on crm_step_clocks (request_id);
      create index crm_step_clocks_calendar on crm_step_clocks (calendar_version) where ended_at is null;
      create index crm_step_clocks_remind on crm_step_clocks (remind_at)
        where ended_at is null and reminded_at is null and escalated_at is null;
      create index crm_step_clocks_escalate on crm_step_clocks (due_at)
        where ended_at is null and escalated_at is null;
      create index crm_requests_step_due on crm_requests (step_due_at) include (status, kind, branch)
        where step_due_at is not null;
    `);
  },
};

/** Clocks of the requests that are under way, since they entered their status as far as the events tell. */
const fillRunning = `
  insert into crm_step_clocks
    (request_id, status, stage, promise, days, since, counted_from, paused_at, calendar_version)
  select id, step, stage, promise, days, entered,
    case when promise in ('acknowledge', 'answer') then submitted_at else entered end,
    case when paused then owed_since end, ''
  from (
    select of_complaint.*,
      case promise
        when 'acknowledge' then (workflow -> 'complaint' ->> 'acknowledgeDays')::integer
        when 'answer' then (workflow -> 'complaint' ->> 'answerDays')::integer
        when 'second_stage' then (workflow -> 'complaint' ->> 'secondStageDays')::integer
        else (workflow -> 'stepDays' ->> step)::integer
      end as days,
      coalesce((
        select max(e.at) from crm_events e
        where e.request_id = of_complaint.id and e.data ->> 'to' = step
          and (e.data ->> 'from' is distinct from step or e.type = 'request.escalated')
          and e.data ->> 'from' is distinct from 'awaiting_applicant'
      ), submitted_at) as entered
    from (
      select open.*,
        case
          when kind <> 'complaint' then null
          when step = 'submitted' then 'acknowledge'
          when step = 'in_progress' and stage = 2 then 'second_stage'
          when step = 'in_progress' and not exists
            (select from crm_decisions d where d.request_id = open.id) then 'answer'
        end as promise
      from (
        select id, kind, stage, submitted_at, owed_since, workflow::jsonb as workflow,
          status = 'awaiting_applicant' as paused,
          case when status = 'awaiting_applicant' then resume_to else status end as step
        from crm_requests where ended_at is null
      ) open
    ) of_complaint
  ) limited
  where days > 0 and (not paused or owed_since is not null)
`;
