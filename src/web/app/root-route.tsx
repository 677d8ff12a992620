import { createRootRoute } from '@tanstack/react-router';

import { FrameDocument } from '../gql/documents.js';
import { question } from './ask.js';
import { NothingHere } from './failure.js';
import { Frame } from './frame.js';
import { applyZone } from './own-zone.js';
import { queryClient } from './query-client.js';

/** The frame that every screen stands in. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: NothingHere,
  beforeLoad: () => {
    // Asked for at once, beside the code of the screen; whoever needs it finds it on its way.
    queryClient
      .query(question(FrameDocument, {}))
      .then(({ viewer }) => {
        if (viewer) applyZone(viewer.zone);
      })
      .catch(() => undefined);
  },
});
