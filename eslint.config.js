import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Only the programs' entry points and the tests see the environment; everybody else is handed a `Config`. */
const SEES_ENVIRONMENT = [
  'src/main.ts',
  'src/cli/main.ts',
  'src/cli/runtime.ts',
  'test/**',
  'bench/**',
  '.ci/**',
];

const DATABASE_DOORS = [
  'BaseEntity',
  'DataSource',
  'Repository',
  'getConnection',
  'getManager',
  'getRepository',
];

export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'src/web/gql/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler looks after these, in its own words.
      '@typescript-eslint/no-unused-vars': 'off',
      'no-undef': 'off',
      // `import type` of what Nest injects would leave it nothing to inject by; the rule knows decorated files.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A Nest module is a class whose only content is its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty string often is nothing given.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Rows are spread into changed rows, and strings into code points: that is what is meant.
      '@typescript-eslint/no-misused-spread': 'off',
      // Rows and options are written as literals of the class that describes them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `async` also makes a rejection of what is thrown before the first wait.
      '@typescript-eslint/require-await': 'off',
      // The other way to say it is `!`, which is not allowed.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Marked as deprecated to stand out, and nothing else: a provider on this machine has no certificate.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // tsconfig's noPropertyAccessFromIndexSignature asks for the brackets.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      // Much of what is read here comes from strangers, control characters and all.
      'no-control-regex': 'off',
      'max-lines': ['error', 400],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings come from src/core/config.ts.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['node:process', 'process'].map((name) => ({
            name,
            importNames: ['env', 'default'],
            message: 'Settings come from src/core/config.ts.',
          })),
        },
      ],
    },
  },
  { files: SEES_ENVIRONMENT, rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/web/*.config.ts', 'src/web/codegen.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from where it is.' },
      ],
    },
  },
  { files: ['src/cli/**', 'src/main.ts'], rules: { 'no-console': 'off' } },
  {
    // V8 makes an object for each number that `of` goes over in a list of a hundred thousand.
    files: ['src/infra/search/finding/**', 'src/infra/search/embedded/**'],
    rules: { '@typescript-eslint/prefer-for-of': 'off' },
  },
  {
    files: ['src/features/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'typeorm',
              importNames: DATABASE_DOORS,
              message: 'The road to the database is ctx.db, inside or outside a transaction.',
            },
            { name: '@nestjs/typeorm', message: 'The road to the database is ctx.db.' },
            { name: 'node:process', message: 'Settings come from src/core/config.ts.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from where it is.' },
        {
          selector: 'MemberExpression[property.name=/^(getRepository|dataSource|connection)$/]',
          message: 'The road to the database is ctx.db, inside or outside a transaction.',
        },
      ],
    },
  },
  {
    files: ['src/web/**/*.ts', 'src/web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        process: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
