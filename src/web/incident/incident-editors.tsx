import { lazy, Suspense } from 'react';

import { MILESTONES } from '../ui/milestones.js';
import { Skeleton } from '../ui/notice.js';
import type { EditorProps } from './editing.js';
import type { EditorName } from './editor-names.js';
import type { Incident } from './incident-edit.js';

const DetailsEditor = lazy(() =>
  import('./details-editor.js').then((module) => ({ default: module.DetailsEditor })),
);
const TimesEditor = lazy(() =>
  import('./times-editor.js').then((module) => ({ default: module.TimesEditor })),
);
const SummaryEditor = lazy(() =>
  import('./summary-editor.js').then((module) => ({ default: module.SummaryEditor })),
);
const ServicesEditor = lazy(() =>
  import('./services-editor.js').then((module) => ({ default: module.ServicesEditor })),
);
const RespondersEditor = lazy(() =>
  import('./responders-editor.js').then((module) => ({ default: module.RespondersEditor })),
);
const ReferencesEditor = lazy(() =>
  import('./references-editor.js').then((module) => ({ default: module.ReferencesEditor })),
);

/** Whether there is anything in each part. */
export const HAS = {
  times: (incident: Incident) => MILESTONES.some((field) => incident[field] !== null),
  summary: ({ summary }: Incident) => summary.trim() !== '',
  services: ({ services }: Incident) => services.length > 0,
  responders: ({ responders }: Incident) => responders.length > 0,
  references: ({ references }: Incident) => references.length > 0,
} as const;

/** The editor of one part. */
export function IncidentEditor({
  name,
  ...props
}: {
  readonly name: EditorName;
} & EditorProps) {
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      {name === 'details' && <DetailsEditor {...props} />}
      {name === 'times' && <TimesEditor {...props} />}
      {name === 'summary' && <SummaryEditor {...props} />}
      {name === 'services' && <ServicesEditor {...props} />}
      {name === 'responders' && <RespondersEditor {...props} />}
      {name === 'references' && <ReferencesEditor {...props} />}
    </Suspense>
  );
}
