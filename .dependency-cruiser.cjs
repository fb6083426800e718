/** Who may import whom (docs/architecture.md, "Packages"). */
const pluginNames = ['access', 'registry', 'options', 'statistics', 'warnings', 'exchange'];

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'domain-knows-nothing-but-zod',
      severity: 'error',
      from: { path: '^plugins/domain/src' },
      to: { pathNot: ['^plugins/domain/src', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'domain-root-without-zod',
      severity: 'error',
      comment: 'Only @anju/domain/contracts may load zod: the admin bundle does not carry it unasked.',
      from: { path: '^plugins/domain/src', pathNot: '^plugins/domain/src/contracts' },
      to: { path: ['(^|/)node_modules/zod/', '^plugins/domain/src/contracts'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kit-knows-only-domain',
      severity: 'error',
      from: { path: '^plugins/kit/src' },
      to: { path: '^(plugins/(?!kit|domain)|cms|admin|tests)/' },
    },
    ...pluginNames.map((name) => ({
      name: `${name}-imports-no-other-plugin`,
      severity: 'error',
      from: { path: `^plugins/${name}/` },
      to: { path: `^(plugins/(?!${name}/|kit/|domain/)|cms/|admin/|tests/)` },
    })),
    {
      name: 'admin-knows-only-domain',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^(cms/|tests/|plugins/(?!domain/))' },
    },
    {
      name: 'nobody-imports-cms',
      severity: 'error',
      from: { pathNot: '^(cms|tests|scripts)/' },
      to: { path: '^cms/' },
    },
    { name: 'config-is-read-not-imported', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^config/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['anju-source', 'types', 'import', 'require', 'node', 'default'],
    },
  },
};
