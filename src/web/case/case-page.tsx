import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import { CaseComments } from '../comments/case-comments.js';
import { CasePageDocument, CasePulseDocument } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { CaseProvider } from './case-context.js';
import type { CaseOnPage } from './case-on-page.js';
import { CaseView } from './case-view.js';
import { mayEdit } from './may-edit.js';

const route = getRouteApi('/postmortems/$key');

/** Milliseconds between looks whether the case has changed. */
const PULSE_MS = 20_000;

/** A case, to be read from its title to its history. */
export function CasePage() {
  const { key } = route.useParams();
  // Another case is another page: nothing of the one before may stay.
  return <KeyedPage key={key} />;
}

function KeyedPage() {
  const { key } = route.useParams();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useAsk(CasePageDocument, { key });
  usePulse(key, data?.postmortem ?? undefined, refetch);
  // What was on the page stays known when it is taken away, for the sake of what is being written.
  const [last, setLast] = useState<CaseOnPage>();
  if (data?.postmortem && data.postmortem !== last) setLast(data.postmortem);
  const postmortem = data?.postmortem ?? last;
  const isClosed = data?.postmortem === null;
  useTitle(postmortem && !isClosed ? `${postmortem.key} ${postmortem.title}` : key);
  if (!postmortem) {
    if (data) return <NothingHere />;
    return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />;
  }
  return (
    <CaseProvider
      value={{
        postmortem,
        lang: tagOf(postmortem.language),
        mayEdit: mayEdit(postmortem),
        editing: edit !== undefined && mayEdit(postmortem) ? edit : undefined,
        isClosed,
        onDone: () => {
          void navigate({
            search: ({ edit: _, ...search }) => search,
            replace: true,
            resetScroll: false,
          });
        },
      }}
    >
      {error && data && <Failure error={error} onRetry={() => void refetch()} />}
      <CaseComments>
        <CaseView />
      </CaseComments>
    </CaseProvider>
  );
}

function Waiting() {
  const { t } = useTranslation('case');
  return (
    <div aria-busy aria-label={t('loading')}>
      <Skeleton lines={14} />
    </div>
  );
}

/** Looks now and then whether the case has changed, and asks for it anew only if it has. */
function usePulse(key: string, shown: CaseOnPage | undefined, refetch: () => unknown): void {
  const { data } = useAsk(CasePulseDocument, { key }, { when: !!shown, everyMs: PULSE_MS });
  const isOther =
    data !== undefined && shown !== undefined && data.postmortem?.updatedAt !== shown.updatedAt;
  const seen = data?.postmortem?.updatedAt;
  useEffect(() => {
    if (isOther) refetch();
    // Once for each state that is seen, however the answer turns out.
  }, [isOther, seen, refetch]);
}
