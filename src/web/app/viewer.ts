import { FrameDocument, type FrameQuery } from '../gql/documents.js';
import { useAsk } from './ask.js';

export type Viewer = NonNullable<FrameQuery['viewer']>;

/** Whoever is signed in; undefined until the server has said. */
export function useViewer(): Viewer | undefined {
  return useAsk(FrameDocument, {}).data?.viewer ?? undefined;
}
