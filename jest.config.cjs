/** Three suites: rules beside their code, the real Strapi on the real PostgreSQL, the real browser. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022', keepClassNames: true },
      module: { type: 'commonjs', ignoreDynamic: true },
    },
  ],
};
const common = {
  testEnvironment: 'node',
  transform,
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/src/plugins/[^/]+/dist/',
    '<rootDir>/.tmp/',
  ],
};
const withServer = {
  testEnvironment: '<rootDir>/tests/support/product.environment.cjs',
  globalSetup: '<rootDir>/tests/support/postgres.setup.ts',
  globalTeardown: '<rootDir>/tests/support/postgres.teardown.ts',
};

module.exports = {
  testSequencer: '<rootDir>/tests/support/sequencer.cjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/tests/unit/**/*.test.ts'],
    },
    {
      ...common,
      ...withServer,
      displayName: 'api',
      testMatch: ['<rootDir>/tests/api/**/*.test.ts'],
    },
    {
      ...common,
      ...withServer,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
    },
  ],
};
