const transform = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

/** One project per kind of test; only `unit` reads the domain from source, the others run what is compiled. */
const project = (name, more) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/${name}/**/*.test.ts`, `<rootDir>/${name}/**/*.test.tsx`],
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/../(\\.cache|\\.data)'],
  ...more,
});

module.exports = {
  rootDir: __dirname,
  // A boot takes seconds. A file that needs longer says so itself.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/long-first.cjs',
  projects: [
    project('unit', { testEnvironmentOptions: { customExportConditions: ['anju-source', 'node', 'node-addons'] } }),
    project('integration', { globalSetup: '<rootDir>/harness/template.ts' }),
    project('e2e', { globalSetup: '<rootDir>/harness/template.ts' }),
    project('launcher', {}),
    project('faults', { globalSetup: '<rootDir>/harness/template.ts' }),
  ],
};
