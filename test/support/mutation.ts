import type { TestApp } from './app.js';
import { ask, type Refusal } from './client.js';

/** The object that a mutation answers. */
export type Row = Record<string, unknown> & { readonly id: string };

export interface Outcome {
  readonly row: Row | null;
  readonly refusal: Refusal | undefined;
}

type Answer = Record<string, Record<string, Row | null> & { userErrors: Refusal[] }>;

/**
 * Runs one mutation over HTTP.
 * @param field the field of its payload that holds the object
 * @param args `input` is of the type that is called after the mutation; all others are ids
 */
export async function mutate(
  app: Pick<TestApp, 'url'>,
  name: string,
  field: string,
  args: Record<string, unknown>,
  fields = 'id version text',
): Promise<Outcome> {
  const types: Record<string, string> = {
    input: `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`,
    practice: 'Practice!',
  };
  const names = Object.keys(args);
  const head = names.map((arg) => `$${arg}: ${types[arg] ?? 'ID!'}`).join(', ');
  const pass = names.map((arg) => `${arg}: $${arg}`).join(', ');
  const document = `mutation (${head}) { ${name}(${pass}) {
    ${field} { ${fields} } userErrors { code field message } } }`;
  const answer = (await ask<Answer>(app, document, args))[name];
  return { row: answer?.[field] ?? null, refusal: answer?.userErrors[0] };
}

/** The object of a mutation that must succeed. */
export async function rowOf(outcome: Promise<Outcome>): Promise<Row> {
  const { row, refusal } = await outcome;
  if (!row || refusal) throw new Error(JSON.stringify(refusal));
  return row;
}
