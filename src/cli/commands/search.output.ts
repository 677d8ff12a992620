import type { PostmortemStatus, Severity } from '../../core/vocabulary.js';
import type { SearchFilter } from '../../infra/search/search-index.js';
import { printable, say, sayJson, styled, type Io } from '../io.js';
import { counted, duration, table } from '../table.js';

export interface SearchArguments {
  readonly query: string;
  /** 1 to 100. */
  readonly limit: number;
  readonly filter: SearchFilter;
  readonly json: boolean;
}

/** A page of hits, for programs. */
export interface PlainHits {
  readonly totalCount: number;
  readonly didYouMean: string | null;
  readonly nodes: readonly {
    readonly key: string;
    readonly title: string;
    readonly score: number;
    readonly externalId: string | null;
  }[];
}

/** Prints hits in the shape of the contract. */
export function printHits(io: Io, { totalCount, didYouMean, nodes }: PlainHits): void {
  sayJson(io, {
    totalCount,
    didYouMean,
    nodes: nodes.map(({ key, title, score, externalId }) => ({ key, title, score, externalId })),
  });
}

/** A page of hits, for people. */
export interface ShownHits {
  readonly totalCount: number;
  readonly didYouMean: string | null;
  /** Some hits match only part of the words. */
  readonly relaxed: boolean;
  readonly tookMs: number;
  readonly nodes: readonly ShownHit[];
}

/** A hit with what somebody in the middle of an incident asks of an older one first. */
export interface ShownHit {
  readonly key: string;
  readonly title: string;
  readonly status: PostmortemStatus;
  readonly company: string | undefined;
  readonly product: string | undefined;
  readonly incidents: readonly {
    readonly severity: Severity | null;
    readonly startedAt: Date | null;
    readonly services: readonly string[];
  }[];
  readonly highlights: readonly Highlight[];
}

interface Highlight {
  readonly field: string;
  readonly fragments: readonly { readonly text: string; readonly matched: boolean }[];
}

/** The graver, the louder. */
const SEVERITY_STYLE: Record<Severity, Parameters<typeof styled>[1]> = {
  SEV1: ['bold', 'red'],
  SEV2: 'red',
  SEV3: 'yellow',
  SEV4: 'dim',
  SEV5: 'dim',
};

/** Shows hits with what made them match. */
export function showHits({ stdout }: Io, page: ShownHits): void {
  if (page.didYouMean !== null) {
    say(stdout, `Did you mean ${styled(stdout, 'bold', printable(page.didYouMean))}?`);
  }
  const heads = table(page.nodes.map((hit) => headOf(stdout, hit)));
  const indent = ' '.repeat(Math.max(0, ...page.nodes.map(({ key }) => key.length + 2)));
  page.nodes.forEach((hit, index) => {
    say(stdout);
    say(stdout, heads[index]);
    for (const line of detailsOf(stdout, hit)) say(stdout, indent + line);
  });
  if (page.nodes.length > 0) say(stdout);
  const shown =
    page.nodes.length < page.totalCount ? `, the first ${page.nodes.length} shown (--limit)` : '';
  const relaxed = page.relaxed ? ', some with only part of the words' : '';
  const count =
    page.totalCount === 0 ? 'No case found' : `${counted(page.totalCount, 'case')} found`;
  say(stdout, styled(stdout, 'dim', `${count}${relaxed}${shown} in ${duration(page.tookMs)}`));
}

function headOf(stdout: Io['stdout'], { key, title, highlights }: ShownHit): string[] {
  const match = highlights.find(({ field }) => field === 'title');
  return [styled(stdout, 'cyan', key), match ? marked(stdout, match) : printable(title)];
}

/** More services than these are counted. */
const SHOWN_SERVICES = 3;

function detailsOf(stdout: Io['stdout'], hit: ShownHit): string[] {
  const { incidents, company, product, status, highlights } = hit;
  // SEV1 is the gravest, and the days are written so that they sort.
  const severities = incidents.map(({ severity }) => severity).filter((known) => known !== null);
  const [severity] = severities.sort();
  const [day] = incidents
    .flatMap(({ startedAt }) => startedAt?.toISOString().slice(0, 10) ?? [])
    .sort();
  const services = [...new Set(incidents.flatMap((incident) => incident.services))];
  const more = services.length - SHOWN_SERVICES;
  const facts = [
    day,
    services.slice(0, SHOWN_SERVICES).join(', ') + (more > 0 ? ` +${more}` : ''),
    company,
    // The service of a case from elsewhere is often the product itself.
    product !== undefined && services.includes(product) ? null : product,
    status === 'PUBLISHED' ? null : status.toLowerCase().replaceAll('_', ' '),
  ];
  const line = [
    ...(severity === undefined ? [] : [styled(stdout, SEVERITY_STYLE[severity], severity)]),
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
