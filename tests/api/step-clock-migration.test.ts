/** Requests that were under way before steps had clocks get one, from when they entered their step. */
import knex from 'knex';
import type { Knex } from 'knex';
import { kernelMigration } from '../../src/plugins/beneficiary-crm/server/src/kernel/events.migration';
import { migrate } from '../../src/plugins/beneficiary-crm/server/src/kernel/migrate';
import { registryMigration } from '../../src/plugins/beneficiary-crm/server/src/registry/registry.migration';
import { requestsMigration } from '../../src/plugins/beneficiary-crm/server/src/requests/requests.migration';
import { stepClockMigration } from '../../src/plugins/beneficiary-crm/server/src/requests/step-clock.migration';
import { frozenWorkflowMigration } from '../../src/plugins/beneficiary-crm/server/src/requests/workflow.migration';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

const before = [kernelMigration, registryMigration, requestsMigration, frozenWorkflowMigration];

let database: TestDatabase;
let db: Knex;
let seq = 0;
const clockOf: Record<string, Record<string, unknown> | undefined> = {};

const submitted = '2026-10-01T06:00:00.000Z';
const entered = '2026-10-05T06:00:00.000Z';
const asked = '2026-10-07T06:00:00.000Z';

interface Old {
  kind?: string;
  status: string;
  stage?: number;
  ended_at?: string;
  resume_to?: string;
  owed_since?: string;
  moves?: { from: string; to: string; at: string; type?: string }[];
  answered?: boolean;
}
const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

async function requestWas(id: string, old: Old): Promise<void> {
  const { moves = [], answered, ...columns } = old;
  await db('crm_requests').insert({
    id,
    reference: id,
    kind: 'assistance',
    channel: 'website',
    locale: 'ar',
    form: '{}',
    applicant_name: 'شخص',
    applicant_phone: '+966550000000',
    answers_sealed: '',
    answers_hash: '',
    consent_version: '1',
    consented_at: submitted,
    clock: '{}',
    clock_settings: '{}',
    workflow: JSON.stringify({
      stepDays: { submitted: 2, checking: 5, in_progress: 6, deferred: 10 },
      complaint: { acknowledgeDays: 5, answerDays: 10, secondStageDays: 20 },
    }),
    due_earliest: submitted,
    due_latest: submitted,
    submitted_at: submitted,
    updated_at: submitted,
    ...columns,
  });
  for (const { from, to, at, type = 'request.check_started' } of moves) {
    seq += 1;
    await db('crm_events').insert({
      seq,
      at,
      type,
      actor_kind: 'system',
      request_id: id,
      data: JSON.stringify({ from, to }),
      prev_hash: `${seq - 1}`,
      hash: `${seq}`,
    });
  }
  if (answered)
    await db('crm_decisions').insert({
      id,
      request_id: id,
      outcome: 'answered',
      reason: 'نعم',
      decided_at: entered,
      in_force: false,
    });
}

const olds: Record<string, Old> = {
  new: { status: 'submitted' },
  checking: { status: 'checking', moves: [{ from: 'submitted', to: 'checking', at: entered }] },
  resumed: {
    status: 'checking',
    moves: [
      { from: 'submitted', to: 'checking', at: entered },
      { from: 'checking', to: 'awaiting_applicant', at: asked },
      { from: 'awaiting_applicant', to: 'checking', at: '2026-10-20T06:00:00.000Z' },
    ],
  },
  asked: {
    status: 'awaiting_applicant',
    resume_to: 'checking',
    owed_since: asked,
    moves: [
      { from: 'submitted', to: 'checking', at: entered },
      { from: 'checking', to: 'awaiting_applicant', at: asked },
    ],
  },
  over: { status: 'withdrawn', ended_at: asked },
  unlimited: { status: 'committee' },
  complaint: { kind: 'complaint', status: 'submitted' },
  answering: {
    kind: 'complaint',
    status: 'in_progress',
    moves: [{ from: 'submitted', to: 'in_progress', at: entered }],
  },
  reopened: {
    kind: 'complaint',
    status: 'in_progress',
    answered: true,
    moves: [{ from: 'answered', to: 'in_progress', at: entered }],
  },
  escalated: {
    kind: 'complaint',
    status: 'in_progress',
    stage: 2,
    moves: [
      { from: 'submitted', to: 'in_progress', at: '2026-10-03T06:00:00.000Z' },
      { from: 'in_progress', to: 'in_progress', at: entered, type: 'request.escalated' },
    ],
  },
};

beforeAll(async () => {
  database = await createTestDatabase();
  db = knex({ client: 'pg', connection: database.url });
  await migrate(db, before);
  const names = Object.keys(olds);
  for (const [place, name] of names.entries()) {
    const old = olds[name];
    if (old) await requestWas(idOf(place), old);
  }
  await migrate(db, [...before, stepClockMigration]);
  for (const [place, name] of names.entries())
    clockOf[name] = await db('crm_step_clocks')
      .where({ request_id: idOf(place) })
      .first();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const at = (iso: string) => new Date(iso);

it.each([
  ['new', { status: 'submitted', days: 2, since: at(submitted), paused_at: null }],
  ['checking', { status: 'checking', days: 5, since: at(entered), counted_from: at(entered) }],
  ['resumed', { status: 'checking', since: at(entered) }],
  ['asked', { status: 'checking', since: at(entered), paused_at: at(asked), due_at: null }],
  ['complaint', { promise: 'acknowledge', days: 5, counted_from: at(submitted) }],
  ['answering', { promise: 'answer', days: 10, since: at(entered), counted_from: at(submitted) }],
  ['reopened', { promise: null, days: 6, since: at(entered) }],
  ['escalated', { promise: 'second_stage', days: 20, stage: 2, counted_from: at(entered) }],
] as const)('what was %s has its clock, to be reckoned by the job', (name, clock) => {
  expect(clockOf[name]).toMatchObject({ ...clock, calendar_version: '', ended_at: null });
});

it('what has ended or has no limit has none', () => {
  expect([clockOf.over, clockOf.unlimited]).toEqual([undefined, undefined]);
});
