import { z } from 'zod';

import { EXIT, type RemoteCommand } from '../command-app.js';
import type { Io } from '../io.js';
import type { RemoteLibrary } from '../remote-library.js';
import { printEntry, type AuditArguments } from './audit.output.js';
import { nobodyHas } from './person.output.js';

const PAGE = 100;

const ENTRIES = `query ($filter: AuditEntryFilter!, $first: Int!, $after: String) {
  auditEntries(filter: $filter, orderBy: { field: AT, direction: ASC }, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      at actor personId person { name email } id sessionId tokenId address requestId act
      subjectType subjectId subjectKey postmortem { id key } outcome code details { name values }
    } } }`;

const entriesSchema = z.object({
  auditEntries: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(
      z.looseObject({ details: z.array(z.object({ name: z.string(), values: z.unknown() })) }),
    ),
  }),
});

/** Prints what the token's owner may see of the audit log elsewhere, as lines of JSON, oldest first. */
export function auditElsewhere({ since, until, act, person }: AuditArguments): RemoteCommand {
  return async (io, library) => {
    const filter = {
      after: since,
      before: until,
      act,
      personId: person === undefined ? undefined : await personIdOf(library, person),
    };
    let after: string | null = null;
    do after = await printPage(io, library, { filter, first: PAGE, after });
    while (after !== null);
    return EXIT.success;
  };
}

/** Answers where the next page begins; null if there is none. */
async function printPage(
  io: Io,
  library: RemoteLibrary,
  variables: object,
): Promise<string | null> {
  const { nodes, pageInfo } = (await library.ask(entriesSchema, ENTRIES, variables)).auditEntries;
  for (const { details, ...entry } of nodes) {
    const detail = Object.fromEntries(details.map(({ name, values }) => [name, values]));
    printEntry(io, { ...entry, detail });
  }
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}

async function personIdOf(library: RemoteLibrary, given: string): Promise<string> {
  const email = given.trim().toLowerCase();
  const node = z.object({ id: z.string(), email: z.string().nullable() });
  const { people } = await library.ask(
    z.object({ people: z.object({ nodes: z.array(node) }) }),
    `query ($email: String!) { people(first: 100, filter: { query: $email }) { nodes { id email } } }`,
    { email },
  );
  const found = people.nodes.find((each) => each.email === email);
  if (!found) throw nobodyHas(given);
  return found.id;
}
