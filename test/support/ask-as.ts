import { GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql } from 'graphql';

import type { Actor } from '../../src/core/actor.js';
import type { Language } from '../../src/core/vocabulary.js';
import type { TestApp } from './app.js';

/** Asks as somebody, past the door; what is refused as a whole throws. */
export async function askAs<Data>(
  app: TestApp,
  actor: Actor,
  source: string,
  variableValues: Record<string, unknown> = {},
  locale: Language = 'en',
): Promise<Data> {
  const { schema } = app.get(GraphQLSchemaHost);
  const contextValue = { ctx: { ...app.ctx(actor), locale } };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  if (errors) throw new Error(JSON.stringify(errors));
  return JSON.parse(JSON.stringify(data)) as Data;
}
