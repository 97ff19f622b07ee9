// @ts-check
/** Says in plain words why a given PostgreSQL cannot carry the application. */
import { Stop } from './say.mjs';

/** @typedef {{ host: string, port: string, user: string, name: string }} Target never the password */
/** @typedef {[key: import('./say.mjs').MessageKey, values: import('./say.mjs').Values]} Problem */
/**
 * @typedef {object} Facts
 * @property {number} version `server_version_num`
 * @property {string} encoding
 * @property {string} locale LC_CTYPE
 * @property {boolean} knowsArabic whether pg_trgm finds trigrams in an Arabic word
 * @property {boolean} mayCreate tables in the current schema
 */

const network = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ECONNRESET',
];

/**
 * @param {string} url DATABASE_URL
 * @returns {Target}
 * @throws {Stop} when it is no PostgreSQL address
 */
export function targetOf(url) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || !parsed.hostname)
    throw new Stop('database.url-invalid');
  const user = decodeURIComponent(parsed.username);
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port || '5432',
    user,
    name: decodeURIComponent(parsed.pathname.slice(1)) || user,
  };
}

/**
 * The problem behind an error of connecting or of creating the extension.
 * @param {{ code?: string, message: string }} error
 * @param {Target} target
 * @returns {Problem}
 */
export function problemOfError(error, target) {
  const code = error.code ?? '';
  if (network.includes(code) || /timeout/i.test(error.message))
    return ['database.unreachable', { ...target, code: code || 'timeout' }];
  if (code.startsWith('28')) return ['database.wrong-password', target];
  if (code === '3D000') return ['database.missing', target];
  if (code === '42501') return ['database.extension-forbidden', target];
  if (code === '58P01' || code === '0A000') return ['database.extension-missing', target];
  return ['database.refused', { ...target, reason: error.message }];
}

/**
 * The first thing in the way, of what a server says about itself.
 * @param {Facts} facts
 * @param {Target} target
 * @returns {Problem | undefined}
 */
export function problemOfFacts(facts, target) {
  if (facts.version < 140000)
    return ['database.too-old', { version: Math.floor(facts.version / 10000) }];
  if (facts.encoding !== 'UTF8')
    return ['database.encoding', { ...target, encoding: facts.encoding }];
  if (!facts.mayCreate) return ['database.schema-forbidden', target];
  if (!facts.knowsArabic) return ['database.locale', { ...target, locale: facts.locale }];
  return undefined;
}

/**
 * @param {import('pg').Client} client
 * @param {Target} target
 */
async function inspect(client, target) {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version,
            current_setting('server_encoding') as encoding,
            (select datctype from pg_database where datname = current_database()) as locale,
            has_schema_privilege(coalesce(current_schema(), 'public'), 'create') as "mayCreate"`,
  );
  const early = problemOfFacts({ ...rows[0], knowsArabic: true }, target);
  if (early) return early;
  await client.query('create extension if not exists pg_trgm');
  const trigrams = await client.query(`select cardinality(show_trgm('احمد')) > 0 as "knowsArabic"`);
  return problemOfFacts({ ...rows[0], ...trigrams.rows[0] }, target);
}

/**
 * Connects, looks, creates the extension pg_trgm if it is not there.
 * @param {string} url
 * @throws {Stop} with what is wrong and what to do
 */
export async function checkDatabase(url) {
  const target = targetOf(url);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  client.on('error', () => {}); // a connection lost later is reported by the query that misses it
  let problem;
  try {
    await client.connect();
    problem = await inspect(client, target);
  } catch (error) {
    // Several addresses for one host: Node reports them together.
    const first = error instanceof AggregateError ? error.errors[0] : error;
    problem = problemOfError(first, target);
  } finally {
    await client.end().catch(() => undefined);
  }
  if (problem) throw new Stop(...problem);
}
