import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { send, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { WriteProseDocument, type WriteProseQuery } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { LostCase } from './lost-case.js';
import { SectionsDesk } from './sections-desk.js';

/** Adds, names, moves and removes the sections of a case. */
export function SectionsEditor({
  postmortem,
  onDone,
}: {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}) {
  const [openedAt] = useState(Date.now);
  const { data, error, refetch } = useQuery<WriteProseQuery, RequestError>({
    queryKey: ['write-sections', postmortem.id, openedAt],
    queryFn: ({ signal }) => send(WriteProseDocument, { id: postmortem.id }, signal),
    staleTime: 'static',
    gcTime: 0,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (!data.postmortem) return <LostCase text="" />;
  return <SectionsDesk postmortem={postmortem} loaded={data.postmortem} onDone={onDone} />;
}
