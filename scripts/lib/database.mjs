// @ts-check
/** The database of a run: the one in DATABASE_URL, else the embedded one. */
import { checkDatabase } from './database-check.mjs';
import { lockOwner } from './lock.mjs';
import { dataDirectory } from './paths.mjs';
import { ensureDatabase, startPostgres } from './postgres.mjs';
import { say } from './say.mjs';

/**
 * @param {(undo: import('./session.mjs').Undo) => void} onStop
 * @param {{ visit?: boolean }} [options] `visit`: by a script that holds no lock, which leaves the
 *   server running when it found it so or when somebody else has come to use it
 * @returns {Promise<string>} its url
 * @throws {import('./say.mjs').Stop} when it cannot be used, with what to do
 */
export async function openDatabase(onStop, { visit = false } = {}) {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkDatabase(given);
    return given;
  }
  const dataDir = dataDirectory();
  say('postgres.starting');
  const starting = startPostgres({ dataDir, log: say });
  // Told before it is up: Ctrl-C may come in between.
  onStop(async () => {
    const server = await starting.catch(() => undefined);
    if (visit && (server?.adopted || lockOwner(dataDir))) return;
    await server?.stop();
  });
  const server = await starting;
  if (server.adopted && !visit) say('postgres.adopted');
  const url = await ensureDatabase(server.url, 'beneficiary_crm');
  await checkDatabase(url);
  return url;
}
