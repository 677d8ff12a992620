import type { Ctx } from '../../core/ctx.js';
import type { Severity } from '../../core/vocabulary.js';
import { affectedServicesOf, incidentById } from '../../features/incident/incident.loaders.js';
import { PostmortemEntity } from '../../features/postmortem/postmortem.entity.js';
import { incidentIdsOf } from '../../features/postmortem/postmortem.loaders.js';
import { highlightsOf, type Highlight } from '../../features/search/highlights.read.js';
import {
  SearchService,
  type FoundCase,
  type FoundPage,
} from '../../features/search/search.service.js';
import { serviceById } from '../../features/service-catalog/service.loaders.js';
import type { SearchFilter } from '../../infra/search/search-index.js';
import { EXIT, type Command } from '../command-app.js';
import { printable, say, sayJson, styled, type Io } from '../io.js';
import { counted, duration, table } from '../table.js';

export interface SearchArguments {
  readonly query: string;
  /** 1 to 100. */
  readonly limit: number;
  readonly filter: SearchFilter;
  readonly json: boolean;
}

export function searchCommand({ query, limit, filter, json }: SearchArguments): Command {
  return async (io, app) => {
    await app.awake();
    const ctx = await app.ctx(io);
    const page = await (await app.get(SearchService)).search(ctx, { query, filter, first: limit });
    if (page.totalCount === 0 && !(await ctx.db.existsBy(PostmortemEntity, {}))) {
      // Most often the command was given in another folder than the one with the data.
      const place = printable(app.config.dataDir);
      say(io.stderr, `fupan: the library in ${place} is empty; import something first`);
    }
    if (json) {
      sayJson(io, {
        totalCount: page.totalCount,
        didYouMean: page.didYouMean,
        nodes: page.nodes.map(({ postmortem, score }) => ({
          key: postmortem.key,
          title: postmortem.title,
          score,
          externalId: postmortem.source?.externalId ?? null,
        })),
      });
    } else await show(io, ctx, page);
    return EXIT.success;
  };
}

/** The graver, the louder. */
const SEVERITY_STYLE: Record<Severity, Parameters<typeof styled>[1]> = {
  SEV1: ['bold', 'red'],
  SEV2: 'red',
  SEV3: 'yellow',
  SEV4: 'dim',
  SEV5: 'dim',
};

async function show(io: Io, ctx: Ctx, page: FoundPage): Promise<void> {
  const { stdout } = io;
  if (page.didYouMean !== null) {
    say(stdout, `Did you mean ${styled(stdout, 'bold', printable(page.didYouMean))}?`);
  }
  const [highlights, impacts] = await Promise.all([
    Promise.all(page.nodes.map((node) => highlightsOf(ctx).load(node))),
    Promise.all(page.nodes.map(({ postmortem }) => impactOf(ctx, postmortem.id))),
  ]);
  const heads = table(page.nodes.map((node, index) => headOf(io, node, highlights[index] ?? [])));
  const indent = ' '.repeat(
    Math.max(0, ...page.nodes.map(({ postmortem }) => postmortem.key.length + 2)),
  );
  page.nodes.forEach((node, index) => {
    say(stdout);
    say(stdout, heads[index]);
    for (const line of detailsOf(io, node, impacts[index] ?? NO_IMPACT, highlights[index] ?? [])) {
      say(stdout, indent + line);
    }
  });
  if (page.nodes.length > 0) say(stdout);
  const shown =
    page.nodes.length < page.totalCount ? `, the first ${page.nodes.length} shown (--limit)` : '';
  const relaxed = page.relaxed ? ', some with only part of the words' : '';
  const count =
    page.totalCount === 0 ? 'No case found' : `${counted(page.totalCount, 'case')} found`;
  say(stdout, styled(stdout, 'dim', `${count}${relaxed}${shown} in ${duration(page.tookMs)}`));
}

function headOf(
  { stdout }: Io,
  { postmortem }: FoundCase,
  highlights: readonly Highlight[],
): string[] {
  const title = highlights.find(({ field }) => field === 'title');
  return [
    styled(stdout, 'cyan', postmortem.key),
    title ? marked(stdout, title) : printable(postmortem.title),
  ];
}

/** What somebody in the middle of an incident asks of an older one first. */
interface Impact {
  /** The gravest of its incidents. */
  readonly severity: Severity | null;
  /** The first day, in UTC. */
  readonly day: string | null;
  readonly services: readonly string[];
}

const NO_IMPACT: Impact = { severity: null, day: null, services: [] };

async function impactOf(ctx: Ctx, postmortemId: string): Promise<Impact> {
  const ids = await incidentIdsOf(ctx).load(postmortemId);
  const [found, struck] = await Promise.all([
    Promise.all(ids.map((id) => incidentById(ctx).load(id))),
    Promise.all(ids.map((id) => affectedServicesOf(ctx).load(id))),
  ]);
  const services = await Promise.all(
    struck.flat().map(({ serviceId }) => serviceById(ctx).load(serviceId)),
  );
  const incidents = found.filter((incident) => incident !== null);
  // SEV1 is the gravest, and the days are written so that they sort.
  const severities = incidents.map(({ severity }) => severity).filter((known) => known !== null);
  const days = incidents.flatMap(({ startedAt }) => startedAt?.toISOString().slice(0, 10) ?? []);
  return {
    severity: severities.sort()[0] ?? null,
    day: days.sort()[0] ?? null,
    services: [...new Set(services.flatMap((service) => service?.name ?? []))],
  };
}

/** More services than these are counted. */
const SHOWN_SERVICES = 3;

function detailsOf(
  { stdout }: Io,
  { postmortem }: FoundCase,
  { severity, day, services }: Impact,
  highlights: readonly Highlight[],
): string[] {
  const { source, status } = postmortem;
  const more = services.length - SHOWN_SERVICES;
  const facts = [
    day,
    services.slice(0, SHOWN_SERVICES).join(', ') + (more > 0 ? ` +${more}` : ''),
    source?.company,
    // The service of a case from elsewhere is often the product itself.
    source?.product !== undefined && services.includes(source.product) ? null : source?.product,
    status === 'PUBLISHED' ? null : status.toLowerCase().replaceAll('_', ' '),
  ];
  const line = [
    ...(severity === null ? [] : [styled(stdout, SEVERITY_STYLE[severity], severity)]),
    ...facts.filter((fact) => fact).map((fact) => styled(stdout, 'dim', printable(fact ?? ''))),
  ].join(styled(stdout, 'dim', ' · '));
  return [
    ...(line === '' ? [] : [line]),
    ...highlights
      .filter(({ field }) => field !== 'title')
      .map((highlight) => {
        const field = styled(stdout, 'dim', `${highlight.field}:`);
        return `${field} ${marked(stdout, highlight)}`;
      }),
  ];
}

/** The words of a fragment, those that were looked for in bold. */
function marked(output: Io['stdout'], { fragments }: Highlight): string {
  return fragments
    .map(({ text, matched }) => {
      const words = printable(text.replace(/\s+/g, ' '));
      if (!matched) return words;
      return output.hasColors ? styled(output, ['bold', 'yellow'], words) : `*${words}*`;
    })
    .join('')
    .trim();
}
