import type { CodegenConfig } from '@graphql-codegen/cli';

/** Makes `gql/documents.ts`: every `.graphql` file of the client, typed by the schema. */
const config: CodegenConfig = {
  schema: 'src/schema.graphql',
  documents: 'src/web/**/*.graphql',
  generates: {
    'src/web/gql/documents.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        skipTypename: true,
        useTypeImports: true,
        dedupeFragments: true,
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
        inputMaybeValue: 'T | null | undefined',
        strictScalars: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          Html: 'string',
          Markdown: 'string',
        },
      },
    },
  },
};

export default config;
