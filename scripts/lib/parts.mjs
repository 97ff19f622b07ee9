// @ts-check
/** The parts that are built, in their order: from what, by what, into what. */
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compiled, inRoot, pluginRoot, root, siteRoot } from './paths.mjs';
import { run } from './processes.mjs';
import { filesUnder } from './staleness.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} inputs files and folders whose change makes it stale
 * @property {string} output a file that exists once it is built
 * @property {boolean} present whether its sources are there
 * @property {() => Promise<{ code: number, tail: string }>} build
 */

const inPlugin = (/** @type {string[]} */ ...parts) => path.join(pluginRoot, ...parts);

/**
 * The file of a package's command, to be run by this Node.js.
 * @param {string} packageName
 * @param {string} bin path in the package
 * @param {string} from folder of the package whose dependency it is
 */
export const binScript = (packageName, bin, from) => {
  const require = createRequire(path.join(from, 'package.json'));
  return path.join(path.dirname(require.resolve(`${packageName}/package.json`)), bin);
};

/** @param {string} script @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} [env] */
const runNode = (script, args, cwd, env = {}) =>
  run(process.execPath, [script, ...args], { cwd, env: { ...process.env, ...env } });

/** @param {string[]} args */
export const runTsc = (args) => runNode(binScript('typescript', 'bin/tsc', root), args, root);

/** tsc leaves what it does not compile: templates, fonts, schemas that nothing imports. */
function copyAssets(/** @type {string} */ from, /** @type {string} */ to) {
  for (const file of filesUnder(from).filter((name) => !/\.tsx?$/.test(name))) {
    const target = path.join(to, path.relative(from, file));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(file, target);
  }
}

/** Empties an output folder but for `keep`, so that nothing of a deleted source lives on. */
function empty(/** @type {string} */ directory, /** @type {string[]} */ keep = []) {
  if (!fs.existsSync(directory)) return;
  for (const name of fs.readdirSync(directory))
    if (!keep.includes(name)) fs.rmSync(path.join(directory, name), { recursive: true });
}

async function buildPlugin() {
  empty(inPlugin('dist'));
  const result = await runTsc(['-p', inPlugin('tsconfig.json')]);
  for (const folder of ['contracts', 'server/src'])
    copyAssets(inPlugin(folder), inPlugin('dist', folder));
  return result;
}

async function buildApp() {
  empty(inRoot('dist'), ['build']);
  const result = await runTsc(['-p', inRoot('tsconfig.json')]);
  copyAssets(inRoot('src/api'), inRoot('dist/src/api'));
  return result;
}

/** Arguments for vite. */
export const websiteBuild = ['build', '--outDir', inRoot('public/site'), '--emptyOutDir'];

const buildWebsite = () =>
  runNode(binScript('vite', 'bin/vite.js', siteRoot), websiteBuild, siteRoot);

/** Addresses are left out, so that the admin finds its server by itself on every port and host. */
const buildAdmin = () =>
  runNode(binScript('@strapi/strapi', 'bin/strapi.js', root), ['build'], root, {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    PUBLIC_URL: undefined,
    HOST: undefined,
    PORT: undefined,
  });

const contracts = inPlugin('contracts');
const typescript = inRoot('tsconfig.base.json');

/** @type {() => Part[]} */
export const parts = () => [
  {
    name: 'plugin',
    inputs: [
      contracts,
      inPlugin('server/src'),
      inPlugin('package.json'),
      inPlugin('tsconfig.json'),
      typescript,
    ],
    output: compiled.plugin,
    present: fs.existsSync(inPlugin('server/src/index.ts')),
    build: buildPlugin,
  },
  {
    name: 'app',
    inputs: [
      ...['config', 'database', 'src/api', 'src/middlewares', 'src/index.ts', 'tsconfig.json'].map(
        (name) => inRoot(name),
      ),
      typescript,
    ],
    output: compiled.app,
    present: fs.existsSync(inRoot('src/index.ts')),
    build: buildApp,
  },
  {
    name: 'website',
    inputs: [siteRoot, contracts],
    output: compiled.website,
    present: fs.existsSync(path.join(siteRoot, 'vite.config.ts')),
    build: buildWebsite,
  },
  {
    name: 'admin',
    inputs: [
      ...['src/admin', 'config/admin.ts', 'config/server.ts', 'config/plugins.ts'].map((name) =>
        inRoot(name),
      ),
      inPlugin('admin'),
      contracts,
    ],
    output: compiled.admin,
    present: fs.existsSync(inPlugin('admin/src/index.ts')),
    build: buildAdmin,
  },
];
