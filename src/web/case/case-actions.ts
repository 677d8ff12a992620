import { useEffect, useState } from 'react';

import { usePages } from '../app/pages.js';
import { CaseActionsDocument, type CaseActionFragment } from '../gql/documents.js';
import type { CaseOnPage } from './case-on-page.js';

/** Actions that are asked for at once. */
const PAGE = 100;

const useActionPages = (postmortemId: string, when: boolean) =>
  usePages(
    CaseActionsDocument,
    { postmortemId, first: PAGE },
    ({ actionItems }) => actionItems,
    when,
  );

/** The actions to show: those that came with the page, and more on demand. */
export function useCaseActions({ id, actionItems, actionProgress }: CaseOnPage) {
  const [wantsMore, setWantsMore] = useState(false);
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useActionPages(
    id,
    wantsMore,
  );
  const isCut = actionProgress.count > actionItems.length;
  return {
    shown: isCut && data ? listOf(data) : actionItems,
    hasMore: isCut && (!data || hasNextPage),
    isAsking: isFetching,
    error,
    refetch,
    showMore: (): void => {
      if (wantsMore) void fetchNextPage();
      else setWantsMore(true);
    },
  };
}

/** Every action of a case, as an editor needs them; undefined until all have come. */
export function useAllCaseActions(postmortemId: string) {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useActionPages(
    postmortemId,
    true,
  );
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  // What was there stays known while more is on its way, and when the case is taken away.
  const [whole, setWhole] = useState<{ of: typeof data; all: readonly CaseActionFragment[] }>();
  const isWhole = data !== undefined && !hasNextPage && data.pages.every((page) => page.postmortem);
  if (isWhole && whole?.of !== data) setWhole({ of: data, all: listOf(data) });
  return { actionItems: whole?.all, error, refetch };
}

type Pages = NonNullable<ReturnType<typeof useActionPages>['data']>;

/** The pages as one list, in which nothing stands twice if something was moved between two of them. */
const listOf = ({ pages }: Pages): readonly CaseActionFragment[] => [
  ...new Map(
    pages.flatMap(({ actionItems }) => actionItems.nodes).map((item) => [item.id, item]),
  ).values(),
];
