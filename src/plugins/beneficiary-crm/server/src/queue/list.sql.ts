import type { QueueSort, QueueView } from '../../../contracts/queue';
import type { BoardQuery, QueueQuery } from '../../../contracts/queue';
import { addDays } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { invalid } from '../kernel/errors';
import { hiddenFrom } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { identityIndexes, readTyped } from '../registry';
import { goneHolders, teamOf } from './people.sql';
import { both, sql } from './sql.text';
import type { Sql } from './sql.text';

/** What each view holds. One condition each, so that counts and lists cannot differ; see the indexes of 0120. */
export function conditionOf(view: QueueView, staff: Staff, now: Date): Sql {
  switch (view) {
    case 'mine':
      return sql('ended_at is null and assignee_id = ?', staff.id);
    case 'team': {
      const team = teamOf(staff);
      return sql(`ended_at is null and assignee_id = any(array(${team.text}))`, ...team.values);
    }
    case 'unassigned':
      return sql(`ended_at is null and assignee_id is null and status = 'submitted'`);
    case 'overdue':
      return sql('not settled and not paused and due_latest < ?', now);
    case 'waiting':
      return sql(`ended_at is null and status = 'awaiting_applicant'`);
    case 'ready':
      return sql(`ended_at is null and status = 'committee'`);
    case 'all':
      return sql('true');
  }
}

/** Midnight in Riyadh at the beginning of a day. */
const beginning = (day: string): string => `${day}T00:00:00+03:00`;

/** A delegate sees the own branch only (C8), and nobody what is hidden from them. */
export const visibleTo = ({ id, branch }: Pick<Staff, 'id' | 'branch'>): Sql[] => [
  // By id, which stands in every index of the queue: counting does not go to the rows for it.
  sql(`id <> all(array(${hiddenFrom()}))`, id),
  ...(branch === null ? [] : [sql('branch = ?', branch)]),
];

/** Everything that the asked queue is narrowed to, the view aside. */
export function filtersOf(crm: Crm, query: QueueQuery | BoardQuery, staff: Staff, now: Date): Sql {
  const conditions = [...visibleTo(staff)];
  const add = (text: string, ...values: Sql['values']) =>
    void conditions.push(sql(text, ...values));
  if (query.status?.length) add('status = any(?)', query.status);
  if (query.kind?.length) add('kind = any(?)', query.kind);
  if (query.service) add('service_slug = ?', query.service);
  if (query.channel) add('channel = ?', query.channel);
  if (query.branch) add('branch = ?', query.branch);
  if (query.assignee === 'none') add('assignee_id is null');
  else if (query.assignee === 'gone')
    add(`ended_at is null and assignee_id = any(array(${goneHolders}))`);
  else if (query.assignee) add('assignee_id = ?', query.assignee);
  if (query.from) add('submitted_at >= ?', beginning(query.from));
  if (query.to) add('submitted_at < ?', beginning(addDays(query.to, 1)));
  if (query.step === 'overdue') add('ended_at is null and step_due_at < ?', now);
  if (query.q) conditions.push(typedCondition(crm, query.q));
  return both(...conditions);
}

/** One text that may be a reference, an ID, a phone or a part of a name in any spelling. */
function typedCondition(crm: Crm, text: string): Sql {
  const typed = readTyped(text);
  const indexes = identityIndexes(crm, typed);
  // Every part of the name, in any order: people say "Ahmad Alharthi" and leave the fathers out.
  const name = both(
    ...typed.words.map((word) =>
      sql('applicant_name_key ilike ?', `%${word.replace(/[\\%_]/g, '\\$&')}%`),
    ),
  );
  const any = [
    // Also when nothing can be made of the text: then nothing is found.
    sql('reference = ?', typed.reference ?? ''),
    ...(indexes.length > 0 ? [sql('id_index = any(?)', indexes)] : []),
    ...(typed.phone === null ? [] : [sql('applicant_phone = ?', typed.phone)]),
    ...(typed.words.length > 0 ? [name] : []),
  ];
  return sql(
    `(${any.map((one) => `(${one.text})`).join(' or ')})`,
    ...any.flatMap((one) => one.values),
  );
}

interface Order {
  by: string;
  /** the columns of a place in the order, as text that the database gives and takes exactly */
  place: readonly string[];
  after: string;
}
export const orders: Readonly<Record<QueueSort, Order>> = {
  promise: {
    by: 'settled, due_latest, id',
    place: ['settled', 'due_latest', 'id'],
    after: '(settled, due_latest, id) > (?::boolean, ?::timestamptz, ?::uuid)',
  },
  newest: {
    by: 'submitted_at desc, id desc',
    place: ['submitted_at', 'id'],
    after: '(submitted_at, id) < (?::timestamptz, ?::uuid)',
  },
  longest: {
    by: 'settled, submitted_at, id',
    place: ['settled', 'submitted_at', 'id'],
    after: '(settled, submitted_at, id) > (?::boolean, ?::timestamptz, ?::uuid)',
  },
};

const shapes: Record<string, RegExp> = {
  settled: /^(true|false)$/,
  due_latest: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  submitted_at: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  id: /^[0-9a-f-]{36}$/,
};

/** A place in the order, as the client gives it back: dates and an id, and nothing of a person. */
export const writePlace = (place: readonly string[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws CrmError 422 for what is no place in this order */
export function afterPlace(sort: QueueSort, after: string): Sql {
  const order = orders[sort];
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    place = null;
  }
  const fits =
    Array.isArray(place) &&
    place.length === order.place.length &&
    order.place.every((column, at) => shapes[column]?.test(String(place[at])));
  if (!fits) throw invalid([{ path: 'after', code: 'format' }]);
  return sql(order.after, ...(place as string[]));
}
