// @ts-check
/** What a test run needs, and what came out of it. */

/**
 * The suites that jest's arguments ask for; all when none is named.
 * @param {string[]} args
 * @returns {string[]}
 */
export function suitesOf(args) {
  const all = ['unit', 'api', 'browser'];
  const at = args.findIndex((arg) => /^--selectProjects(=|$)/.test(arg));
  if (at < 0) return all;
  const inline = args[at]?.split('=')[1];
  const following = args.slice(at + 1);
  const end = following.findIndex((arg) => arg.startsWith('-'));
  const listed = end < 0 ? following : following.slice(0, end);
  return all.filter((name) => name === inline || listed.includes(name));
}

/**
 * The jest runs for these arguments: rules first, since they fail fastest.
 * @param {string[]} args
 * @returns {string[][]}
 */
export const stagesOf = (args) =>
  args.length > 0
    ? [args]
    : [
        ['--selectProjects', 'unit'],
        ['--selectProjects', 'api', 'browser'],
      ];

/**
 * Jest's own JSON, as far as it is read here.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, testResults: unknown[] }} Results
 */

/**
 * @param {Results | undefined} results undefined when jest did not come to write any
 * @param {number} code jest's exit code
 * @returns {{ passed: number, failed: number }} tests, and suites that could not run
 */
export function countOf(results, code) {
  const passed = results?.numPassedTests ?? 0;
  const failed = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  // Jest can fail without a failed test: nothing found, a broken setup, a limit that was passed.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}
