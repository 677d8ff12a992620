/**
 * Who may import whom. Every rule names what is forbidden; `test/guard/layers.test.ts` plants a
 * wrong import for each of them and sees it found.
 */

/** What one feature may use of another: its use cases, its policy, its loaders, its rows, its GraphQL types. */
const OPEN_TO_FEATURES =
  '[.](service|policy|states|wording|loaders|entity|graphql|module|error|errors)[.]ts$';
/** The shape of a whole case, which many features read and write; it has no business of its own. */
const SHARED_MODEL = '^src/features/case-file/';

const outside = (folders) => ({ path: '^(src|migrations|test|bench|scripts)/', pathNot: folders });

module.exports = {
  forbidden: [
    {
      name: 'core-imports-nobody',
      severity: 'error',
      from: { path: '^src/core/' },
      to: outside('^src/core/'),
    },
    {
      name: 'core-knows-no-framework',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '(^|/)node_modules/(@nestjs|@apollo|graphql|fastify|pg|better-sqlite3)' },
    },
    {
      name: 'locales-import-core-only',
      severity: 'error',
      from: { path: '^src/locales/' },
      to: outside('^src/(core|locales)/'),
    },
    {
      name: 'infra-imports-core-only',
      severity: 'error',
      from: { path: '^src/infra/' },
      to: outside('^src/(core|infra)/'),
    },
    {
      name: 'features-import-core-infra-locales',
      severity: 'error',
      from: { path: '^src/features/' },
      to: outside('^src/(core|infra|locales|features)/'),
    },
    {
      name: 'api-and-cli-are-apart',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'web-client-knows-nothing-of-the-server',
      severity: 'error',
      from: { path: '^src/web/' },
      to: outside('^src/web/'),
    },
    {
      name: 'the-server-knows-nothing-of-the-web-client',
      severity: 'error',
      from: { path: '^src/(core|infra|features|api|cli|locales)/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      from: { path: '^migrations/' },
      to: outside('^migrations/'),
    },
    {
      name: 'the-program-never-imports-its-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'feature-to-feature-through-its-open-files',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/[^/]+/',
        pathNot: ['^src/features/$1/', OPEN_TO_FEATURES, SHARED_MODEL],
      },
    },
    {
      name: 'only-modules-import-modules',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '[.]module[.]ts$' },
      to: { path: '[.]module[.]ts$' },
    },
    {
      name: 'business-knows-no-graphql',
      severity: 'error',
      from: { path: '^src/features/.*[.](service|policy|entity|loaders|read)[.]ts$' },
      to: { path: '(^|/)node_modules/@nestjs/graphql|[.](graphql|resolver)[.]ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      // Types come and go freely: they are gone before anything runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      // The web client is built from development packages; what runs is its bundle.
      from: { path: '^(src|migrations)/', pathNot: '^src/web/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: { path: '^(src|migrations|test|bench|scripts)/' },
      to: { couldNotResolve: true, path: '^[.]' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
