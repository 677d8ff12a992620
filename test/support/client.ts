import type { TestApp } from './app.js';

interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors?: {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly requestId?: string };
  }[];
}

/** Sends a document as it is and returns whatever comes back. */
export async function graphql<Data = Record<string, unknown>>(
  app: Pick<TestApp, 'url'>,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer<Data>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<GraphqlAnswer<Data>, 'status'>;
  return { ...body, status: response.status };
}

/** Sends a document that must succeed; returns its data. */
export async function ask<Data>(
  app: Pick<TestApp, 'url'>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const { data, errors } = await graphql<Data>(app, query, variables);
  if (errors || data === null) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return data;
}

/** What a refused mutation says. */
export interface Refusal {
  readonly code: string;
  readonly field: string[] | null;
  readonly message: string;
}
