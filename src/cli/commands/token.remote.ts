import { z } from 'zod';

import { TOKEN_SCOPES, type TokenScope } from '../../core/vocabulary.js';
import { EXIT, type RemoteCommand } from '../command-app.js';
import { RemoteError, type RemoteLibrary } from '../remote-library.js';
import { nobodyHas } from './person.output.js';
import {
  printNewToken,
  printRevoked,
  printTokens,
  type TokenCreateArguments,
  type TokenListArguments,
  type TokenRevokeArguments,
} from './token.output.js';

const FIELDS = 'id hint kind name scopes createdAt expiresAt lastUsedAt revokedAt';

/** In the spelling of the enum of the schema. */
const inSchema = (scope: TokenScope): string => scope.toUpperCase();

const tokenSchema = z.object({
  id: z.string(),
  hint: z.string(),
  kind: z.enum(['API', 'FEED']),
  name: z.string(),
  scopes: z.array(z.string().toLowerCase().pipe(z.enum(TOKEN_SCOPES))),
  createdAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
  lastUsedAt: z.coerce.date().nullable(),
  revokedAt: z.coerce.date().nullable(),
});
const ownerSchema = z.object({ email: z.string().nullable(), apiTokens: z.array(tokenSchema) });

export function tokenCreateElsewhere({
  email,
  scopes,
  days,
  name,
  feed,
  json,
}: TokenCreateArguments): RemoteCommand {
  return async (io, library) => {
    if (email !== undefined) await refuseOthers(library, email);
    const { token, apiToken } = await library.mutate(
      'apiTokenCreate',
      { token: z.string(), apiToken: tokenSchema },
      `mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) {
        token apiToken { ${FIELDS} } userErrors { code message } } }`,
      { input: { name, scopes: scopes.map(inSchema), days, kind: feed ? 'FEED' : 'API' } },
    );
    printNewToken(io, token, apiToken, json);
    return EXIT.success;
  };
}

/** Elsewhere a token is for whoever asks. */
async function refuseOthers(library: RemoteLibrary, email: string): Promise<void> {
  const schema = z.object({ viewer: z.object({ email: z.string().nullable() }).nullable() });
  const { viewer } = await library.ask(schema, '{ viewer { email } }');
  if (viewer?.email === email.trim().toLowerCase()) return;
  throw new RemoteError(
    `this token is ${viewer?.email ?? 'nobody'}’s; a token for somebody else is made on the machine of the library`,
  );
}

export function tokenListElsewhere({ email, json }: TokenListArguments): RemoteCommand {
  return async (io, library) => {
    const owner = email === undefined ? await viewerOf(library) : await ownerOf(library, email);
    printTokens(
      io,
      owner.apiTokens.map((token) => ({ ...token, email: owner.email })),
      json,
    );
    return EXIT.success;
  };
}

async function viewerOf(library: RemoteLibrary): Promise<z.output<typeof ownerSchema>> {
  const schema = z.object({ viewer: ownerSchema });
  const query = `{ viewer { email apiTokens { ${FIELDS} } } }`;
  return (await library.ask(schema, query)).viewer;
}

async function ownerOf(
  library: RemoteLibrary,
  given: string,
): Promise<z.output<typeof ownerSchema>> {
  const email = given.trim().toLowerCase();
  const { people } = await library.ask(
    z.object({ people: z.object({ nodes: z.array(ownerSchema) }) }),
    `query ($email: String!) { people(first: 100, filter: { query: $email }) {
      nodes { email apiTokens { ${FIELDS} } } } }`,
    { email },
  );
  const owner = people.nodes.find((person) => person.email === email);
  if (!owner) throw nobodyHas(given);
  return owner;
}

export function tokenRevokeElsewhere({ id, json }: TokenRevokeArguments): RemoteCommand {
  return async (io, library) => {
    const { apiToken } = await library.mutate(
      'apiTokenRevoke',
      { apiToken: tokenSchema },
      `mutation ($id: ID!) { apiTokenRevoke(id: $id) {
        apiToken { ${FIELDS} } userErrors { code message } } }`,
      { id },
    );
    printRevoked(io, apiToken, json);
    return EXIT.success;
  };
}
