import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { RequestError } from '../app/api.js';
import { useAsk } from '../app/ask.js';
import { queryClient } from '../app/query-client.js';
import { MeetingPageDocument, type MeetingPageQuery } from '../gql/documents.js';
import { followMeeting } from './live.js';

/** A meeting that stays as it is: what others do in it, and to the cases on its agenda, comes by itself. */
export function useLiveMeeting(key: string): UseQueryResult<MeetingPageQuery, RequestError> {
  const answer = useAsk(MeetingPageDocument, { key });
  const id = answer.data?.reviewMeeting?.id;
  useEffect(() => {
    if (id === undefined) return;
    return followMeeting(
      id,
      () => {
        void queryClient.invalidateQueries();
      },
      window,
    );
  }, [id]);
  return answer;
}
