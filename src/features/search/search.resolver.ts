import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';
import type { FacetCounts } from '../../infra/search/search-index.js';
import { Highlights, type Highlight as FoundHighlight } from './highlights.service.js';
import {
  Highlight,
  SearchFilter,
  SearchResult,
  SearchResultConnection,
  SimilarCase,
} from './search.graphql.js';
import { SearchService, type FoundCase, type SimilarCaseFound } from './search.service.js';

@Resolver(() => SearchResult)
export class SearchResolver {
  constructor(
    private readonly service: SearchService,
    private readonly shown: Highlights,
  ) {}

  @Requires('read')
  @Query(() => SearchResultConnection, {
    description:
      'Finds cases. The query understands plain words in any order, "exact phrase", -without, a word cut short at the end, and field:value for service, severity, team, tag, category, status, lang, after, before. Anything else is plain text; no query fails. At most 10,000 characters are read.',
  })
  async search(
    @Reading() ctx: Ctx,
    @Args('query', { description: 'As typed; empty lists everything, newest first.' })
    query: string,
    @Args() { first, after }: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: everything.' }) filter?: SearchFilter,
  ): Promise<SearchResultConnection> {
    const { occurredAfter, occurredBefore, ...fields } = filter ?? {};
    const page = await this.service.search(ctx, {
      query,
      filter: {
        ...fields,
        occurredAfter: occurredAfter?.getTime(),
        occurredBefore: occurredBefore?.getTime(),
      },
      first,
      after,
    });
    const understood = page.understood.map((token) => ({
      ...token,
      kind: KIND[token.kind],
      field: token.field ?? null,
    }));
    return { ...page, understood, facets: page.facets.map(inEnumNames) };
  }

  @ResolveField(() => [Highlight], {
    description: 'What made it match, in its own words; at most 4.',
  })
  highlights(@Reading() ctx: Ctx, @Parent() found: FoundCase): Promise<FoundHighlight[]> {
    return this.shown.of(ctx).load(found);
  }

  @Requires('read')
  @Query(() => [SimilarCase], { description: 'The cases most like one, best first.' })
  similarCases(
    @Reading() ctx: Ctx,
    @Args('postmortemId', { type: () => ID, description: 'The case to compare with.' })
    postmortemId: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 5,
      description: 'How many, 1 to 100.',
    })
    first: number,
  ): Promise<SimilarCaseFound[]> {
    return this.service.similar(ctx, postmortemId, first);
  }
}

/** Languages are named in the schema as GraphQL can write them. */
function inEnumNames(facet: FacetCounts): FacetCounts {
  if (facet.field !== 'language') return facet;
  const names = new Map(Object.entries(LanguageEnum).map(([name, tag]) => [tag as string, name]));
  const values = facet.values.map(({ value, count }) => ({
    value: names.get(value) ?? value,
    count,
  }));
  return { ...facet, values };
}

const KIND = { word: 'WORD', phrase: 'PHRASE', filter: 'FILTER' } as const;
