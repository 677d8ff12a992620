import { lazy } from 'react';

import type { Block } from './case-address.js';
import { useViewer } from '../app/viewer.js';
import { useCase } from './case-context.js';

const ActionsEditor = lazy(() =>
  import('../writing/actions-editor.js').then((m) => ({ default: m.ActionsEditor })),
);
const DetailsEditor = lazy(() =>
  import('../writing/details-editor.js').then((m) => ({ default: m.DetailsEditor })),
);
const FactorsEditor = lazy(() =>
  import('../writing/factors-editor.js').then((m) => ({ default: m.FactorsEditor })),
);
const FindingsEditor = lazy(() =>
  import('../writing/findings-editor.js').then((m) => ({ default: m.FindingsEditor })),
);
const LinksEditor = lazy(() =>
  import('../writing/links-editor.js').then((m) => ({ default: m.LinksEditor })),
);
const PracticesEditor = lazy(() =>
  import('../writing/practices-editor.js').then((m) => ({ default: m.PracticesEditor })),
);
const ProseEditor = lazy(() =>
  import('../writing/prose-editor.js').then((m) => ({ default: m.ProseEditor })),
);
const SectionsEditor = lazy(() =>
  import('../writing/sections-editor.js').then((m) => ({ default: m.SectionsEditor })),
);
const TimelineEditor = lazy(() =>
  import('../writing/timeline-editor.js').then((m) => ({ default: m.TimelineEditor })),
);

/** What writes a part of the case. Each comes when somebody begins to write. */
export function Editor({ block }: { readonly block: Block }) {
  const { postmortem, onDone } = useCase();
  // What was kept unsaved is somebody's own.
  if (!useViewer()) return null;
  const props = { postmortem, onDone };
  switch (block) {
    case 'details':
      return <DetailsEditor {...props} />;
    case 'summary':
      return <ProseEditor {...props} part={{ kind: 'summary' }} />;
    case 'sections':
      return <SectionsEditor {...props} />;
    case 'timeline':
      return <TimelineEditor {...props} />;
    case 'factors':
      return <FactorsEditor {...props} />;
    case 'findings':
      return <FindingsEditor {...props} />;
    case 'practices':
      return <PracticesEditor {...props} />;
    case 'actions':
      return <ActionsEditor {...props} />;
    case 'links':
      return <LinksEditor {...props} />;
    default:
      return <ProseEditor {...props} part={{ kind: 'section', position: placeOf(block) }} />;
  }
}

const placeOf = (block: `section-${number}`): number => Number(block.slice('section-'.length));
