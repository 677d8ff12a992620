import { z } from 'zod';

import { POSTMORTEM_STATUSES, SEVERITIES } from '../../core/vocabulary.js';
import type { SearchFilter } from '../../infra/search/search-index.js';
import { EXIT, type RemoteCommand } from '../command-app.js';
import { say } from '../io.js';
import { printHits, showHits, type SearchArguments } from './search.output.js';

const HEAD = 'query ($query: String!, $filter: SearchFilter, $first: Int!)';
const ARGUMENTS = 'query: $query, filter: $filter, first: $first';

const PLAIN = `${HEAD} { search(${ARGUMENTS}) {
  totalCount didYouMean
  nodes { score postmortem { key title source { externalId } } } } }`;

const plainSchema = z.object({
  search: z.object({
    totalCount: z.number(),
    didYouMean: z.string().nullable(),
    nodes: z.array(
      z.object({
        score: z.number(),
        postmortem: z.object({
          key: z.string(),
          title: z.string(),
          source: z.object({ externalId: z.string().nullable() }).nullable(),
        }),
      }),
    ),
  }),
});

const FULL = `${HEAD} { search(${ARGUMENTS}) {
  totalCount didYouMean relaxed tookMs
  nodes {
    highlights { field fragments { text matched } }
    postmortem {
      key title status source { company product }
      incidents { severity startedAt services { service { name } } } } } } }`;

const fullSchema = z.object({
  search: z.object({
    totalCount: z.number(),
    didYouMean: z.string().nullable(),
    relaxed: z.boolean(),
    tookMs: z.number(),
    nodes: z.array(
      z.object({
        highlights: z.array(
          z.object({
            field: z.string(),
            fragments: z.array(z.object({ text: z.string(), matched: z.boolean() })),
          }),
        ),
        postmortem: z.object({
          key: z.string(),
          title: z.string(),
          status: z.enum(POSTMORTEM_STATUSES),
          source: z
            .object({ company: z.string().nullable(), product: z.string().nullable() })
            .nullable(),
          incidents: z.array(
            z.object({
              severity: z.enum(SEVERITIES).nullable(),
              startedAt: z.coerce.date().nullable(),
              services: z.array(z.object({ service: z.object({ name: z.string() }) })),
            }),
          ),
        }),
      }),
    ),
  }),
});

export function searchElsewhere({ query, limit, filter, json }: SearchArguments): RemoteCommand {
  return async (io, library) => {
    const variables = { query, filter: inSchema(filter), first: limit };
    let isEmpty: boolean;
    if (json) {
      const { search } = await library.ask(plainSchema, PLAIN, variables);
      isEmpty = search.totalCount === 0;
      const nodes = search.nodes.map(({ score, postmortem: { key, title, source } }) => ({
        key,
        title,
        score,
        externalId: source?.externalId ?? null,
      }));
      printHits(io, { ...search, nodes });
    } else {
      const { search } = await library.ask(fullSchema, FULL, variables);
      isEmpty = search.totalCount === 0;
      const nodes = search.nodes.map(({ highlights, postmortem }) => ({
        ...postmortem,
        company: postmortem.source?.company ?? undefined,
        product: postmortem.source?.product ?? undefined,
        incidents: postmortem.incidents.map((incident) => ({
          ...incident,
          services: incident.services.map(({ service }) => service.name),
        })),
        highlights,
      }));
      showHits(io, { ...search, nodes });
    }
    if (isEmpty) {
      const all = z.object({ postmortems: z.object({ totalCount: z.number() }) });
      const { postmortems } = await library.ask(all, '{ postmortems(first: 1) { totalCount } }');
      if (postmortems.totalCount === 0) {
        say(io.stderr, `fupan: the library at ${library.url} is empty, as far as you may see`);
      }
    }
    return EXIT.success;
  };
}

/** As the schema has it: languages in the spelling of an enum, instants as text. */
function inSchema({ language, occurredAfter, occurredBefore, ...rest }: SearchFilter): object {
  const text = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));
  return {
    ...rest,
    language: language?.map((tag) => tag.toUpperCase().replace('-', '_')),
    occurredAfter: text(occurredAfter),
    occurredBefore: text(occurredBefore),
  };
}
