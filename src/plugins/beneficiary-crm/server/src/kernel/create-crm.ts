import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Crm } from './crm';
import { createFileStore } from './files';
import { createJobs } from './jobs';
import { createLimits } from './limits';
import type { Room } from './room';
import { readSettings } from './settings';
import { createStaging } from './staging';
import { createTexts } from './texts';
import { runTransaction } from './unit-of-work';
import { createVault } from './vault';

/** Puts the door together at boot. @throws Error when a secret or the database is unfit */
export async function createCrm(strapi: Core.Strapi, rooms: readonly Room[]): Promise<Crm> {
  const settings = readSettings(process.env);
  const db: Knex = strapi.db.connection;
  await refuseUnfitDatabase(db);
  const vault = createVault(settings.fieldKey, settings.indexKey);
  const texts = createTexts();
  const crm: Crm = {
    strapi,
    db,
    now: () => new Date(),
    settings,
    vault,
    files: await createFileStore(path.join(settings.dataDir, 'files')),
    staging: await createStaging(path.join(settings.dataDir, 'staging')),
    texts,
    jobs: createJobs(process.env.DATABASE_URL ?? ''),
    limits: createLimits(db, settings, vault),
    rooms,
    transaction: (work) => runTransaction(crm, work),
    say: (locale, key, params) => texts.say(locale, key, params),
  };
  return crm;
}

/** With LC_CTYPE `C` trigram search finds nothing in Arabic, and says nothing about it. */
async function refuseUnfitDatabase(db: Knex): Promise<void> {
  await db.raw('create extension if not exists pg_trgm');
  const { rows } = (await db.raw(`select cardinality(show_trgm('احمد')) as trigrams`)) as {
    rows: { trigrams: number }[];
  };
  if (!rows[0]?.trigrams) {
    throw new Error(
      'This database was created with LC_CTYPE "C": search would find no Arabic name. ' +
        'Create it with: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME\n' +
        'أُنشئت قاعدة البيانات هذه بإعداد LC_CTYPE "C" فلا يجد البحث فيها اسمًا عربيًا. أنشئها بالأمر المذكور أعلاه.',
    );
  }
}
