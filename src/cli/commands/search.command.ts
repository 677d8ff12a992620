import type { Ctx } from '../../core/ctx.js';
import { highlightsOf, type Highlight } from '../../features/search/highlights.read.js';
import {
  SearchService,
  type FoundCase,
  type FoundPage,
} from '../../features/search/search.service.js';
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

async function show(io: Io, ctx: Ctx, page: FoundPage): Promise<void> {
  const { stdout } = io;
  if (page.didYouMean !== null) {
    say(stdout, `Did you mean ${styled(stdout, 'bold', printable(page.didYouMean))}?`);
  }
  const highlights = await Promise.all(page.nodes.map((node) => highlightsOf(ctx).load(node)));
  const heads = table(page.nodes.map((node, index) => headOf(io, node, highlights[index] ?? [])));
  page.nodes.forEach((node, index) => {
    say(stdout);
    say(stdout, heads[index]);
    showDetails(io, node, highlights[index] ?? []);
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

function showDetails(
  { stdout }: Io,
  { postmortem }: FoundCase,
  highlights: readonly Highlight[],
): void {
  const { source, status } = postmortem;
  const facts = [status, source?.company, source?.product].filter((fact) => fact !== undefined);
  say(stdout, `    ${styled(stdout, 'dim', facts.map(printable).join(' · '))}`);
  for (const highlight of highlights) {
    if (highlight.field === 'title') continue;
    const field = styled(stdout, 'dim', `${highlight.field}:`);
    say(stdout, `    ${field} ${marked(stdout, highlight)}`);
  }
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
