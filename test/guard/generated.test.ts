import { readFileSync, writeFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
} from 'graphql';

import { describeSettings } from '../../src/core/config.js';
import { startApp, type TestApp } from '../support/app.js';

const SCHEMA_FILE = 'src/schema.graphql';
const SETTINGS_PLACE = /(?<=<!-- settings -->\n)[\s\S]*(?=<!-- \/settings -->)/;

let app: TestApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  app = await startApp();
  schema = lexicographicSortSchema(app.server.get(GraphQLSchemaHost).schema);
});
afterAll(async () => {
  await app.close();
});

/** Compares a checked-in file with what it is generated from; `npm run generate` writes it anew. */
function expectFile(path: string, generated: (present: string) => string): void {
  const present = read(path);
  const wanted = generated(present);
  if (process.env['FUPAN_GENERATE']) writeFileSync(path, wanted);
  else expect(present).toBe(wanted);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function settingsTable(): string {
  const rows = describeSettings().map(({ name, fallback, meaning }) => {
    const names = name.split(', ').map((each) => `\`${each}\``);
    return [names.join(', '), fallback === '' ? '' : `\`${fallback}\``, meaning];
  });
  const lines = [['Variable', 'Default', 'Meaning'], ['---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** The paths of everything in the schema that says nothing about itself. */
function undescribed(): string[] {
  const silent: string[] = [];
  const look = (path: string, thing: { description?: string | null | undefined }): void => {
    if (!thing.description?.trim()) silent.push(path);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const isRoot = [schema.getQueryType(), schema.getMutationType()].some((root) => root === type);
    if (!isRoot) look(type.name, type);
    if (isEnumType(type)) {
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        look(`${type.name}.${field.name}`, field);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) {
          look(`${type.name}.${field.name}(${argument.name}:)`, argument);
        }
      }
    }
  }
  for (const directive of schema.getDirectives()) {
    if (!isSpecifiedDirective(directive)) look(`@${directive.name}`, directive);
  }
  return silent;
}

describe('what is generated and checked in', () => {
  it('src/schema.graphql is the schema of the running program (if not: npm run generate)', () => {
    expectFile(SCHEMA_FILE, () => `${printSchema(schema)}\n`);
  });

  it("README.md's table of settings is that of the configuration (if not: npm run generate)", () => {
    expectFile('README.md', (readme) => {
      expect(readme).toMatch(SETTINGS_PLACE);
      return readme.replace(SETTINGS_PLACE, settingsTable);
    });
  });
});

describe('the GraphQL schema', () => {
  it('describes every type, field, argument and enum value', () => {
    expect(undescribed()).toEqual([]);
  });

  it('says of every field that may be null what null means, unless it is an input', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !isIntrospectionType(type))
      .flatMap((type) =>
        isObjectType(type)
          ? Object.values(type.getFields())
              .filter((field) => !String(field.type).endsWith('!'))
              .filter((field) => !/\bnull\b/i.test(field.description ?? ''))
              .map((field) => `${type.name}.${field.name}`)
          : [],
      );
    expect(silent).toEqual([]);
  });
});
