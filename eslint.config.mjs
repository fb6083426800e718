import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const strict = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/unbound-method': 'off',
  '@typescript-eslint/require-await': 'off',
  'max-lines': ['error', { max: 300 }],
  'no-console': 'off',
  eqeqeq: 'error',
};

const RAW_SQL = {
  selector: "CallExpression[callee.property.name='raw']",
  message: 'Raw SQL lives in queries/ (docs/architecture.md, region scope).',
};
const CLIENT_SQL = {
  selector:
    "CallExpression[callee.object.name='client'][callee.property.name='query']:not([arguments.0.value=/^(begin|commit|rollback)$/])",
  message: 'SQL lives in queries/ (docs/architecture.md, region scope).',
};
const LEDGER = '/\\b(up_users|up_roles|strapi_sessions)\\b/';
const LEDGER_SQL = [`Literal[value=${LEDGER}]`, `TemplateElement[value.raw=${LEDGER}]`].map((selector) => ({
  selector,
  message: 'The user ledger is read in plugins/access/server/queries only.',
}));

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/build/', '.data/', '.cache/', 'screenshots/', 'cms/types/'] },
  {
    files: ['plugins/**/*.ts', 'cms/**/*.ts', 'admin/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: strict,
  },
  {
    files: ['plugins/*/server/**/*.ts', 'plugins/*/src/**/*.ts'],
    ignores: ['plugins/*/server/queries/**', 'plugins/kit/src/background.ts'],
    rules: {
      'no-restricted-syntax': ['error', RAW_SQL, CLIENT_SQL, ...LEDGER_SQL],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['plugins/*/server/queries/**/*.ts'],
    ignores: ['plugins/access/server/queries/**'],
    rules: { 'no-restricted-syntax': ['error', ...LEDGER_SQL] },
  },
  {
    files: ['plugins/domain/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'The domain knows no clock.' }],
    },
  },
  {
    files: ['admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  { files: ['tests/**/*.{ts,tsx}'], rules: { 'max-lines': ['error', { max: 400 }] } },
);
