import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Locale, RequestAction } from '../../../contracts/vocabulary';
import type { RequestFacts } from '../policy/guards.policy';
import type { Permission } from '../policy/roles.policy';
import type { EventType } from '../policy/events.policy';
import type { ActionHandler } from '../requests/action';
import type { RequestRow } from '../requests/request.types';
import type { Crm } from './crm';
import type { RecordedEvent, UnitOfWork } from './unit-of-work';
import type { Migration } from './migrate';
import type { PublishingRule } from './publishing';

/** One of the association's staff, signed in to the admin panel. */
export interface Staff {
  id: number;
  name: string;
  permissions: ReadonlySet<Permission>;
  /** the branch of a delegate (C8); null: all branches */
  branch: string | null;
}

export interface UploadedFile {
  path: string;
  name: string;
  size: number;
}

/** What a handler gives back: JSON under `data`, or a file. */
export type Answer =
  | { status?: 200 | 201; data: unknown }
  | { file: { body: Buffer | Readable; name: string; mime: string } };

interface RouteInput<Query, Body> {
  crm: Crm;
  locale: Locale;
  params: Readonly<Record<string, string>>;
  query: Query;
  body: Body;
  headers: IncomingHttpHeaders;
  ip: string;
}

interface RouteShape<Query extends z.ZodType, Body extends z.ZodType> {
  /** PUT replaces what is there as a whole: the same one sent twice leaves the same */
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  /** the contract of the query string; unknown parameters are refused */
  query?: Query;
  /** the contract of the JSON body */
  body?: Body;
}

/** An endpoint of the website, under `/api/crm`. */
export interface PublicRoute<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> extends RouteShape<Query, Body> {
  /** which budget of requests it draws on, see `limits.ts` */
  limit: 'read' | 'write' | 'credentials' | 'upload';
  /** takes one multipart `file` */
  takesFile?: true;
  handler(
    input: RouteInput<z.output<Query>, z.output<Body>> & { file: UploadedFile | null },
  ): Promise<Answer>;
}

/** An endpoint of the admin panel, under `/beneficiary-crm`; any one of the permissions opens it. */
export interface AdminRoute<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> extends RouteShape<Query, Body> {
  permissions: readonly [Permission, ...Permission[]];
  /** takes one multipart `file` */
  takesFile?: true;
  handler(
    input: RouteInput<z.output<Query>, z.output<Body>> & {
      staff: Staff;
      file: UploadedFile | null;
    },
  ): Promise<Answer>;
}

/** Keeps the types of query and body together with the handler that takes them. */
export const publicRoute = <Query extends z.ZodType, Body extends z.ZodType>(
  route: PublicRoute<Query, Body>,
): PublicRoute => route as unknown as PublicRoute;
export const adminRoute = <Query extends z.ZodType, Body extends z.ZodType>(
  route: AdminRoute<Query, Body>,
): AdminRoute => route as unknown as AdminRoute;

/**
 * Follows events of other rooms. `with`: inside the transaction that records them, so both are
 * true or neither; `after`: by a job once it has committed, at least once, so it must be idempotent.
 */
export type Subscriber =
  | {
      on: readonly EventType[];
      when: 'with';
      name: string;
      run(work: UnitOfWork, event: RecordedEvent): Promise<void>;
    }
  | {
      on: readonly EventType[];
      when: 'after';
      name: string;
      run(crm: Crm, event: RecordedEvent): Promise<void>;
    };

/** A job's payload holds ids and nothing else. */
export type JobHandler = (
  crm: Crm,
  payload: Readonly<Record<string, string | number>>,
) => Promise<void>;

/** Strapi's description of a content type or component, as its JSON schema files have it. */
export type StrapiSchema = Readonly<Record<string, unknown>>;

/** A subject of the product with all that it brings; the plugin is the sum of its rooms. */
export interface Room {
  name: string;
  contentTypes?: Readonly<Record<string, { schema: StrapiSchema }>>;
  components?: Readonly<Record<string, StrapiSchema>>;
  migrations?: readonly Migration[];
  /** what must hold before editors may publish */
  publishing?: readonly PublishingRule[];
  publicRoutes?: readonly PublicRoute[];
  adminRoutes?: readonly AdminRoute[];
  /** effects of actions on a request; each action has one home */
  actions?: Readonly<Partial<Record<RequestAction, ActionHandler>>>;
  /** what this room knows of a request that the rules of rooms before it ask for */
  facts?: (crm: Crm, db: Knex, request: RequestRow) => Promise<Partial<RequestFacts>>;
  subscribers?: readonly Subscriber[];
  jobs?: Readonly<Record<string, JobHandler>>;
  /** cron lines of graphile-worker: task name → pattern */
  schedules?: Readonly<Record<string, string>>;
}
