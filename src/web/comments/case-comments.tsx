import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { say } from '../app/said.js';
import { useCase } from '../case/case-context.js';
import { CaseThreadsDocument, type CommentThreadFragment } from '../gql/documents.js';
import { CommentsProvider } from './comments-context.js';
import css from './comments.module.css';
import { anchorOf, keyOf, placeOf, type Place } from './place.js';

const route = getRouteApi('/postmortems/$key');

// Whoever only reads the case does not need it.
const CommentsPanel = lazy(() =>
  import('./comments-panel.js').then((m) => ({ default: m.CommentsPanel })),
);

/** Milliseconds between looks whether something was said. */
const LOOK_MS = 30_000;

/** Where the panel stands beside the text. */
const BESIDE = '(min-width: 75rem)';

/** The page of a case, with what is said about it beside what it is about. */
export function CaseComments({ children }: { readonly children: ReactNode }) {
  const { postmortem, mayEdit, isClosed } = useCase();
  const { thread: threadId } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useAsk(
    CaseThreadsDocument,
    { key: postmortem.key },
    { when: !isClosed, everyMs: LOOK_MS },
  );
  const threads = useMemo(
    () => [...(data?.postmortem?.open.nodes ?? []), ...(data?.postmortem?.settled.nodes ?? [])],
    [data],
  );
  const at = useMemo(() => byPlace(threads), [threads]);
  const [unsent] = useState(() => new Map<string, string>());
  const [chosen, setChosen] = useState<{ readonly place: Place; readonly quote: string }>();
  const linked = threads.find(({ id }) => id === threadId);
  const place = linked ? placeOf(linked) : (chosen?.place ?? null);
  useLinked(threadId, linked, data !== undefined);
  const show = (next: typeof chosen): void => {
    setChosen(next);
    if (threadId === undefined) return;
    void navigate({
      search: ({ thread: _, ...search }) => search,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <CommentsProvider
      value={{
        caseId: postmortem.id,
        mayWrite: mayEdit,
        threads,
        at,
        openQuestions: data?.postmortem?.openQuestions ?? 0,
        place,
        threadId,
        quote: chosen?.quote ?? '',
        unsent,
        open: (next, quote) => {
          show({ place: next, quote });
        },
        close: () => {
          show(undefined);
          if (place) document.getElementById(anchorOf(place))?.focus({ preventScroll: true });
        },
      }}
    >
      <div className={place && !isClosed ? css['beside'] : undefined}>
        <div className={css['page']}>{children}</div>
        {place && !isClosed && (
          <Suspense>
            <CommentsPanel key={keyOf(place)} place={place} />
          </Suspense>
        )}
      </div>
    </CommentsProvider>
  );
}

function byPlace(
  threads: readonly CommentThreadFragment[],
): ReadonlyMap<string, readonly CommentThreadFragment[]> {
  const found = new Map<string, CommentThreadFragment[]>();
  for (const thread of threads) {
    const key = keyOf(placeOf(thread));
    found.set(key, [...(found.get(key) ?? []), thread]);
  }
  return found;
}

/** Goes to what a thread is about that the address names. */
function useLinked(
  threadId: string | undefined,
  linked: CommentThreadFragment | undefined,
  isKnown: boolean,
): void {
  const { t } = useTranslation('comments');
  const anchor = linked && anchorOf(placeOf(linked));
  useEffect(() => {
    if (anchor === undefined) return;
    // A sheet covers the lower part of a narrow window.
    const block = window.matchMedia(BESIDE).matches ? 'center' : 'start';
    document.getElementById(anchor)?.scrollIntoView({ block });
  }, [threadId, anchor]);
  const isGone = threadId !== undefined && isKnown && linked === undefined;
  useEffect(() => {
    if (isGone) say({ text: t('threadGone') });
  }, [isGone, t]);
}
