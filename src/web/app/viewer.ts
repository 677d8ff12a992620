import { FrameDocument, type FrameQuery } from '../gql/documents.js';
import { browserZone } from '../ui/time.js';
import { question, useAsk } from './ask.js';
import { queryClient } from './query-client.js';

export type Viewer = NonNullable<FrameQuery['viewer']>;

/** Whoever is signed in; undefined until the server has said. */
export function useViewer(): Viewer | undefined {
  return useAsk(FrameDocument, {}).data?.viewer ?? undefined;
}

/** The id of whoever is signed in; empty until the server has said. */
export const viewerId = (): string =>
  queryClient.getQueryData(question(FrameDocument, {}).queryKey)?.viewer?.id ?? '';

/** The zone that whoever is signed in reads times in: the one they have chosen, or their browser’s. */
export function useOwnZone(): string {
  return useViewer()?.zone ?? browserZone();
}
