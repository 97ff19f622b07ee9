// @ts-check
/** `npm run typecheck`: the types of every project, two at a time; a project without sources is left out. */
import * as fs from 'node:fs';
import path from 'node:path';
import { isInstalled } from './lib/install.mjs';
import { runTsc } from './lib/parts.mjs';
import { inRoot } from './lib/paths.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { filesUnder } from './lib/staleness.mjs';

const plugin = 'src/plugins/beneficiary-crm';
/** A project's folder, and where to look for its sources. */
const projects = [
  { folder: '.', sources: ['config', 'src/index.ts'] },
  { folder: plugin, sources: [`${plugin}/server`, `${plugin}/contracts`] },
  { folder: `${plugin}/admin`, sources: [`${plugin}/admin`] },
  { folder: 'src/admin', sources: ['src/admin'] },
  { folder: 'src/website', sources: ['src/website'] },
  { folder: 'tests', sources: ['tests'] },
  { folder: 'scripts', sources: ['scripts'] },
];

/** @param {{ sources: string[] }} project */
const hasSources = ({ sources }) =>
  sources.some((name) => filesUnder(inRoot(name)).some((file) => /\.(tsx?|mjs)$/.test(file)));

/** @param {string} folder @returns {Promise<boolean>} */
async function check(folder) {
  const cache = inRoot('.cache/types', `${folder.replaceAll('/', '-')}.tsbuildinfo`);
  const project = path.join(inRoot(folder), 'tsconfig.json');
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', cache];
  const { code, tail } = await runTsc(['-p', project, ...options, '--pretty', 'false']);
  if (code === 0) say('types.ok', { name: folder });
  else say('types.failed', { name: folder, tail });
  return code === 0;
}

await main(async () => {
  if (!isInstalled()) throw new Stop('install.missing');
  fs.mkdirSync(inRoot('.cache/types'), { recursive: true });
  const queue = projects.filter(hasSources).map(({ folder }) => folder);
  let failed = 0;
  const worker = async () => {
    for (let folder = queue.shift(); folder; folder = queue.shift())
      if (!(await check(folder))) failed += 1;
  };
  await Promise.all([worker(), worker()]);
  return failed > 0 ? 1 : 0;
});
