import type { Knex } from 'knex';
import { arriveBody, askBody } from '../../../../contracts/reception';
import {
  answerQuestion,
  arrive,
  ask,
  endVisit,
  keepInteraction,
  startVisit,
} from '../../reception';
import type { Crm } from '../../kernel/crm';
import { passedOn, spoken, todaysVisitors } from '../content/desk';
import { hour, later, minute, startOfRiyadhDay, workdayAgo } from './plan.time';
import type { Stage } from './stage';

/** Something that is done at its instant, beside the plan of the requests. */
export interface Timed {
  at: Date;
  take(): Promise<void>;
}

interface File {
  id: string;
  name: string;
}

/** Files of people who asked the association itself, and not a delegate. */
export const filesAtDesk = (db: Knex): Knex.QueryBuilder =>
  db('crm_beneficiaries as f').whereIn(
    'f.id',
    db('crm_requests').whereNull('branch').whereNotNull('beneficiary_id').select('beneficiary_id'),
  );

/** People with a file, in the order in which it was opened; those who came first are spoken with most. */
async function fileAt(db: Knex, place: number): Promise<File> {
  const files: File[] = await filesAtDesk(db)
    .orderBy('f.file_number')
    .limit(place + 1)
    .select('f.id', 'f.name');
  const file = files[place] ?? files.at(-1);
  if (!file) throw new Error('nobody of the demo has a file by now');
  return file;
}

/**
 * A desk in the midst of its day, whenever that is, weeks of calls and letters, and three questions that were
 * passed on; by the desk's own services.
 */
export function deskOf(crm: Crm, stage: Stage, now: Date): Timed[] {
  const { staffOf } = stage;
  const opened = Math.max(startOfRiyadhDay(now).getTime(), now.getTime() - 3 * hour);
  const since = now.getTime() - opened;
  const today = (share: number): Date => new Date(opened + Math.floor(since * share));
  const workday = (ago: number): Date => workdayAgo(now, ago);
  const visits = new Map<number, string>();
  const versionOf = async (id: string): Promise<number> =>
    (await crm.db('crm_visits').where({ id }).first<{ version: number }>('version')).version;

  const talks = spoken.map(({ ago, file, by, ...said }): Timed => ({
    at: workday(ago),
    async take() {
      const person = await fileAt(crm.db, file);
      await crm.transaction((unit) =>
        keepInteraction(unit, {
          ...said,
          personId: person.id,
          requestId: null,
          visitId: null,
          name: person.name,
          phone: null,
          faq: null,
          branch: null,
          staffId: staffOf(by).id,
        }),
      );
    },
  }));

  const arrivals = todaysVisitors.flatMap((visitor, place): Timed[] => {
    const staff = staffOf(visitor.by);
    const { served } = visitor;
    const step = (share: number, run: (id: string, version: number) => Promise<void>): Timed => ({
      at: today(share),
      async take() {
        const id = visits.get(place) ?? '';
        await run(id, await versionOf(id));
      },
    });
    const come: Timed = {
      at: today(visitor.arrived),
      async take() {
        const { name, phone, file, reason } = visitor;
        const person = file === undefined ? {} : { person: (await fileAt(crm.db, file)).id };
        const body = arriveBody.parse({
          reason,
          ...person,
          ...(name ? { name } : {}),
          ...(phone ? { phone } : {}),
        });
        visits.set(place, await crm.transaction((unit) => arrive(unit, body, staff)));
      },
    };
    return [
      come,
      ...(served
        ? [
            step(visitor.arrived + 0.05, (id, version) =>
              crm.transaction((unit) => startVisit(unit, id, version, staff)),
            ),
          ]
        : []),
      ...(served?.until === 'end'
        ? [
            step(visitor.arrived + 0.2, (id, expectedVersion) =>
              crm.transaction((unit) =>
                endVisit(unit, id, { expectedVersion, how: 'served', note: served.note }, staff),
              ),
            ),
          ]
        : []),
    ];
  });

  const questions = passedOn.flatMap((one): Timed[] => {
    const at = one.ago === undefined ? today(0.7) : workday(one.ago);
    let asked = '';
    const asking: Timed = {
      at,
      async take() {
        const body = askBody.parse({
          audience: one.audience,
          question: one.question,
          ...(one.visitor === undefined ? {} : { visit: visits.get(one.visitor) }),
          ...(one.name ? { name: one.name } : {}),
          ...(one.phone ? { phone: one.phone } : {}),
        });
        asked = await crm.transaction((unit) => ask(unit, body, staffOf(one.by)));
      },
    };
    const { answer } = one;
    if (!answer) return [asking];
    const answering: Timed = {
      at: later(at, 40 * minute),
      take: () =>
        crm.transaction((unit) =>
          answerQuestion(unit, asked, { answer }, staffOf('researcher'), 'ar'),
        ),
    };
    return [asking, answering];
  });

  return [...talks, ...arrivals, ...questions]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
