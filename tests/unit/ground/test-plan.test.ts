const load = () => import('../../../scripts/lib/test-plan.mjs');

test.each([
  [[], ['unit', 'api', 'browser']],
  [['some.test.ts'], ['unit', 'api', 'browser']],
  [['--selectProjects', 'unit'], ['unit']],
  [['--selectProjects=api'], ['api']],
  [
    ['--selectProjects', 'api', 'browser', '-t', 'unit'],
    ['api', 'browser'],
  ],
])('%j asks for %j', async (args, suites) => {
  const { suitesOf } = await load();
  expect(suitesOf(args)).toEqual(suites);
});

test('without arguments the rules run first; with arguments jest gets them as they are', async () => {
  const { stagesOf } = await load();
  expect(stagesOf([])).toEqual([
    ['--selectProjects', 'unit'],
    ['--selectProjects', 'api', 'browser'],
  ]);
  expect(stagesOf(['-t', 'x'])).toEqual([['-t', 'x']]);
});

test('suites that could not run count as failed, and so does a jest that fails in silence', async () => {
  const { countOf } = await load();
  const results = (passed: number, failed: number, broken: number) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: broken,
    testResults: [],
  });
  expect(countOf(results(5, 0, 0), 0)).toEqual({ passed: 5, failed: 0 });
  expect(countOf(results(5, 1, 2), 1)).toEqual({ passed: 5, failed: 3 });
  expect(countOf(results(5, 0, 0), 1)).toEqual({ passed: 5, failed: 1 });
  expect(countOf(undefined, 1)).toEqual({ passed: 0, failed: 1 });
});

test('the table of accounts keeps its columns, with Arabic last', async () => {
  const { summary } = await import('../../../scripts/lib/demo-summary.mjs');
  const text = summary(
    { accounts: [{ role: 'administrator', name: 'ياسر', email: 'a@x.example', password: 'p' }] },
    { url: 'http://localhost:1337', log: 'demo.log' },
  );
  expect(text).toContain('http://localhost:1337/admin');
  expect(text).toContain('  a@x.example  p  Administrator  مدير النظام (ياسر)');
});
