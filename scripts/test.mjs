// @ts-check
/** `npm test [-- jest's arguments]`: installs and builds what is needed, then every suite. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { buildStale } from './lib/build.mjs';
import { checkNode } from './lib/checks.mjs';
import { testEnvironment } from './lib/environment.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { explain, say, Stop } from './lib/say.mjs';
import { countOf, stagesOf, suitesOf } from './lib/test-plan.mjs';
import { sweepTestPostgres } from './lib/test-postgres.mjs';

const minutes = 20;
const resultsFile = inRoot('.tmp/test-results.json');

/** @returns {string} path of a Chromium @throws {Stop} when there is none */
function findChromium() {
  // The headless shell draws no window of its own: half the work for the same pages.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ];
  const candidates = [
    process.env.CHROME_PATH ?? '',
    ...names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  const found = candidates.find((file) => file && fs.existsSync(file));
  if (!found) throw new Stop('test.chromium');
  return found;
}

/** @type {number | undefined} process group of the jest that runs */
let running;
const killJest = () => {
  try {
    if (running) process.kill(-running, 'SIGKILL');
  } catch {
    // it has ended in the meantime
  }
};

/**
 * @param {string[]} args @param {Record<string, string | undefined>} env
 * @param {number} deadline
 * @returns {Promise<number>} exit code
 */
function jest(args, env, deadline) {
  const bin = inRoot('node_modules/jest/bin/jest.js');
  const output = ['--json', `--outputFile=${resultsFile}`, '--maxWorkers=2'];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...output, ...args], {
      cwd: root,
      env,
      detached: true,
      // With --json jest repeats its results on stdout; what a person reads is on stderr.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running = child.pid;
    const limit = setTimeout(() => {
      say('test.time', { minutes });
      killJest();
    }, deadline - Date.now());
    child.on('exit', (code) => {
      clearTimeout(limit);
      running = undefined;
      resolve(code ?? 1);
    });
  });
}

/** @param {string[]} args @returns {Promise<{ passed: number, failed: number }>} */
async function test(args) {
  checkNode();
  const suites = suitesOf(args);
  await installIfNeeded();
  const chromium = suites.includes('browser') ? findChromium() : undefined;
  if (suites.includes('browser')) await buildStale();
  else if (suites.includes('api')) await buildStale({ only: ['plugin', 'app', 'website'] });

  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules`.trim();
  const env = {
    ...testEnvironment(process.env),
    NODE_OPTIONS: nodeOptions,
    NODE_NO_WARNINGS: '1',
    ...(chromium && { CHROME_PATH: chromium }),
  };
  const deadline = Date.now() + minutes * 60_000;
  const total = { passed: 0, failed: 0 };
  /** @type {unknown[]} */
  const files = [];
  fs.mkdirSync(inRoot('.tmp'), { recursive: true });
  for (const stage of stagesOf(args)) {
    fs.rmSync(resultsFile, { force: true });
    const code = await jest(stage, env, deadline);
    const results = fs.existsSync(resultsFile)
      ? JSON.parse(fs.readFileSync(resultsFile, 'utf8'))
      : undefined;
    const count = countOf(results, code);
    total.passed += count.passed;
    total.failed += count.failed;
    files.push(...(results?.testResults ?? []));
  }
  fs.writeFileSync(resultsFile, JSON.stringify({ ...total, testResults: files }));
  await sweepTestPostgres();
  return total;
}

for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, () => {
    killJest();
    process.exit(130);
  });

const { passed, failed } = await test(process.argv.slice(2)).catch((error) => {
  process.stderr.write(explain(error));
  return { passed: 0, failed: 1 };
});
// The last line, for people and programs alike.
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
