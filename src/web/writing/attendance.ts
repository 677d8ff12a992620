import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';

import { change } from '../app/api.js';
import { AttendCaseDocument, type AttendCaseMutation } from '../gql/documents.js';

/** Somebody else who has the case open. */
export type Other = NonNullable<AttendCaseMutation['caseAttend']['others']>[number];

/** Milliseconds between two calls; the server forgets us after three of them. */
const EVERY_MS = 10_000;

/** The block that the address says is being written; undefined for none. */
export const useBlock = (): string | undefined =>
  useRouterState({
    select: ({ location }) => {
      const { edit } = location.search as { readonly edit?: unknown };
      return typeof edit === 'string' ? edit : undefined;
    },
  });

/** Tells the server that we are at a case, and what we write; knows who else is. */
export function useOthers(caseId: string): readonly Other[] {
  const block = useBlock();
  const { data = [] } = useQuery({
    queryKey: ['attend', caseId, block ?? null],
    queryFn: async () => {
      const { others } = await change(AttendCaseDocument, { id: caseId, writing: block ?? null });
      return others ?? [];
    },
    refetchInterval: EVERY_MS,
    // What others see of us has nothing to do with what has been changed.
    staleTime: 'static',
    gcTime: 0,
    retry: false,
    placeholderData: (before) => before,
  });
  return data;
}
