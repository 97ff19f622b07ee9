import type { Knex } from 'knex';
import type { z } from 'zod';
import type {
  AllocationKind,
  LimitList,
  LimitSums,
  LimitView,
  limitBody,
} from '../../../contracts/delivery';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { listServices } from '../services/catalogue.service';
import { fits } from './allocation.rules';

interface LimitRow {
  service_slug: string;
  period: string;
  version: number;
  budget: string | null;
  places: number | null;
  reason: string;
  set_by: number;
  set_at: Date;
}

/**
 * Until the transaction ends, nobody else takes of the service's limits or changes them. Taken after the request's
 * row, by whoever holds one, and for one service alone: so nobody waits in a ring.
 */
export async function holdService(trx: Knex.Transaction, service: string): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 135))', [service]);
}

/** The limits in force, the newest version of each. */
const limitsInForce = (db: Knex, service?: string): Promise<LimitRow[]> =>
  db('crm_service_limits')
    .distinctOn('service_slug', 'period')
    .modify((query) => void (service !== undefined && query.where({ service_slug: service })))
    .orderBy([
      { column: 'service_slug' },
      { column: 'period' },
      { column: 'version', order: 'desc' },
    ])
    .select<LimitRow[]>();

/** What counts for a year: what begins in it. */
const ofPeriod = (period: string) => (query: Knex.QueryBuilder) =>
  void (period !== 'open' && query.where('a.year', period));

const taken =
  'sum(case when a.ended_at is null then greatest(a.total, a.net) else a.net end)::bigint';
const counted = { money: `a.kind = 'money'`, pieces: `a.kind <> 'money'` } as const;
type Counted = keyof typeof counted;
const countedAs = (kind: AllocationKind): Counted => (kind === 'money' ? 'money' : 'pieces');

/** What the service's allocations take of a limit, one of them left out. */
async function takenOf(
  db: Knex,
  of: { service: string; period: string; what: Counted; without?: string },
): Promise<number> {
  const row = await db('crm_allocations as a')
    .where('a.service_slug', of.service)
    .whereNotNull('a.in_force')
    .whereRaw(counted[of.what])
    .modify(ofPeriod(of.period))
    .modify((query) => void (of.without && query.whereNot('a.id', of.without)))
    .first<{ sum: string | null }>(db.raw(`${taken} as sum`));
  return Number(row.sum ?? 0);
}

/**
 * Refuses what would exceed the budget or the places of a service. The caller holds the service.
 * @param takes what the allocation itself will take: halalas, places or pieces
 * @throws CrmError 409 `error.budget_exceeded` or `error.places_exceeded`, with what is left
 */
export async function refuseBeyondLimits(
  { trx }: Pick<UnitOfWork, 'trx'>,
  allocation: { id: string; service_slug: string; kind: AllocationKind },
  year: string,
  takes: number,
): Promise<void> {
  const what = countedAs(allocation.kind);
  const service = allocation.service_slug;
  for (const row of await limitsInForce(trx, service)) {
    if (row.period !== 'open' && row.period !== year) continue;
    const held = what === 'money' ? row.budget : row.places;
    if (held === null) continue;
    const others = await takenOf(trx, {
      service,
      period: row.period,
      what,
      without: allocation.id,
    });
    if (!fits(Number(held), others, takes))
      throw conflict(what === 'money' ? 'error.budget_exceeded' : 'error.places_exceeded', {
        period: row.period,
        left: Math.max(0, Number(held) - others),
        asked: takes,
      });
  }
}

/**
 * POST /service-limits: a new version of a limit, with its reason.
 * @throws CrmError 409 when another was faster, or when more is taken already; 422 for a service that is none
 */
export async function setLimit(
  unit: UnitOfWork,
  body: z.output<typeof limitBody>,
  staff: Staff,
): Promise<void> {
  const { crm, trx, now } = unit;
  const services = await listServices(crm, 'ar');
  if (!services.some(({ slug }) => slug === body.service))
    throw invalid([{ path: 'service', code: 'not_found' }]);
  if (body.budget === undefined && body.places === undefined)
    throw invalid([{ path: 'budget', code: 'required' }]);
  await holdService(trx, body.service);
  const before = (await limitsInForce(trx, body.service)).find(
    ({ period }) => period === body.period,
  );
  if ((before?.version ?? 0) !== body.version)
    throw conflict('error.version_conflict', { version: before?.version ?? 0 });
  const of = { service: body.service, period: body.period };
  const spent = await takenOf(trx, { ...of, what: 'money' });
  if (body.budget !== undefined && body.budget < spent)
    throw conflict('error.limit_below_taken', { taken: spent });
  const given = await takenOf(trx, { ...of, what: 'pieces' });
  if (body.places !== undefined && body.places < given)
    throw conflict('error.limit_below_taken', { taken: given });
  const version = body.version + 1;
  await trx('crm_service_limits').insert({
    service_slug: body.service,
    period: body.period,
    version,
    budget: body.budget ?? null,
    places: body.places ?? null,
    reason: body.reason,
    set_by: staff.id,
    set_at: now,
  });
  unit.record({
    type: 'service.limit_set',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'service_limit', id: `${body.service}:${body.period}` },
    data: { version },
  });
}

/** How much of a limit is reserved, handed over, come back and left. */
async function sumsOf(
  db: Knex,
  limit: number,
  of: { service: string; period: string; what: Counted },
): Promise<LimitSums> {
  const row = await db('crm_deliveries as d')
    .join('crm_allocations as a', 'a.id', 'd.allocation_id')
    .where('a.service_slug', of.service)
    .whereRaw(counted[of.what])
    .modify(ofPeriod(of.period))
    .first<{ gone: string | null; back: string | null }>(
      db.raw(`sum(d.measure) filter (where d.entry <> 'return')::bigint as gone`),
      db.raw(`-sum(d.measure) filter (where d.entry = 'return')::bigint as back`),
    );
  const delivered = Number(row.gone ?? 0);
  const returned = Number(row.back ?? 0);
  const all = await takenOf(db, of);
  const reserved = all - delivered + returned;
  return { limit, reserved, delivered, returned, left: limit - all };
}

/** The limits in force of one service or of all, with what is left of each. */
export async function readLimits(crm: Crm, locale: Locale, service?: string): Promise<LimitView[]> {
  const rows = await limitsInForce(crm.db, service);
  if (rows.length === 0) return [];
  const [services, names] = await Promise.all([
    listServices(crm, locale),
    staffNames(
      crm,
      rows.map(({ set_by }) => set_by),
    ),
  ]);
  const nameOf = new Map(services.map(({ slug, name }) => [slug, name]));
  return Promise.all(
    rows.map(async (row) => {
      const of = { service: row.service_slug, period: row.period };
      return {
        ...of,
        serviceName: nameOf.get(row.service_slug) ?? row.service_slug,
        version: row.version,
        budget:
          row.budget === null
            ? null
            : await sumsOf(crm.db, Number(row.budget), { ...of, what: 'money' }),
        places:
          row.places === null ? null : await sumsOf(crm.db, row.places, { ...of, what: 'pieces' }),
        reason: row.reason,
        setBy: names.get(row.set_by) ?? '—',
        setAt: row.set_at.toISOString(),
      };
    }),
  );
}

/** GET /service-limits */
export async function listLimits(crm: Crm, locale: Locale): Promise<LimitList> {
  const services = await listServices(crm, locale);
  return {
    limits: await readLimits(crm, locale),
    services: services.map(({ slug, name }) => ({ slug, name })),
  };
}
