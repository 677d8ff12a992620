import { FrameDocument, type FrameQuery } from '../gql/documents.js';
import { browserZone } from '../ui/time.js';
import { useAsk } from './ask.js';

export type Viewer = NonNullable<FrameQuery['viewer']>;

/** Whoever is signed in; undefined until the server has said. */
export function useViewer(): Viewer | undefined {
  return useAsk(FrameDocument, {}).data?.viewer ?? undefined;
}

/** The zone that whoever is signed in reads times in: the one they have chosen, or their browser’s. */
export function useOwnZone(): string {
  return useViewer()?.zone ?? browserZone();
}
