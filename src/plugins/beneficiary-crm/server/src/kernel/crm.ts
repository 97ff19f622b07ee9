import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Settings } from './settings';
import type { Vault } from './vault';
import type { FileStore } from './files';
import type { Staging } from './staging';
import type { Texts } from './texts';
import type { Jobs } from './jobs';
import type { Limits } from './limits';
import type { UnitOfWork } from './unit-of-work';
import type { Room } from './room';
import type { Locale } from '../../../contracts/vocabulary';

/** What every room is given: the one door to database, clock, keys, files, words and jobs. */
export interface Crm {
  strapi: Core.Strapi;
  db: Knex;
  /** the time; tests move it */
  now(): Date;
  settings: Settings;
  vault: Vault;
  files: FileStore;
  staging: Staging;
  texts: Texts;
  jobs: Jobs;
  limits: Limits;
  rooms: readonly Room[];
  /** One transaction; what was recorded in it is written last. See `unit-of-work.ts`. */
  transaction<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>;
  /** A sentence of the message files. */
  say(locale: Locale, key: string, params?: Record<string, string | number | Date>): string;
}
