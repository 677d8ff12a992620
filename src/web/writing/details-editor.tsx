import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { send, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { WriteDetailsDocument, type WriteDetailsQuery } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { DetailsDesk } from './details-desk.js';
import { LostCase } from './lost-case.js';

/** What a case is called, whose it is, and who may read it. */
export function DetailsEditor({
  postmortem,
  onDone,
}: {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}) {
  const [openedAt] = useState(Date.now);
  const { data, error, refetch } = useQuery<WriteDetailsQuery, RequestError>({
    queryKey: ['write-details', postmortem.id, openedAt],
    queryFn: ({ signal }) => send(WriteDetailsDocument, { id: postmortem.id }, signal),
    staleTime: 'static',
    gcTime: 0,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!data.postmortem) return <LostCase text="" />;
  return <DetailsDesk loaded={data.postmortem} onDone={onDone} />;
}
