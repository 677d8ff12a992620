import { change, send } from '../../app/api.js';
import {
  PresentTimelineDocument,
  TimelineEventCreateDocument,
  TimelineEventDeleteDocument,
  TimelineEventUpdateDocument,
  type CaseEventFragment,
  type TimelineMarker,
  type TimelineSourceKind,
} from '../../gql/documents.js';
import { attempt } from '../entries/attempt.js';
import type { Entry, Rules } from '../entries/steps.js';
import type { Maker, Present } from '../entries/store.js';

/** What an editor knows of an event. */
export interface EventValues {
  readonly at: string;
  readonly zone: string;
  readonly marker: TimelineMarker;
  readonly text: string;
  readonly source: { readonly kind: TimelineSourceKind; readonly name: string | null } | null;
  readonly evidence: string;
  readonly original: string | null;
}

export const SOURCES = [
  'PERSON',
  'CHAT',
  'LOG',
  'ALERT',
  'METRIC',
] as const satisfies readonly TimelineSourceKind[];

const valuesOf = (event: CaseEventFragment): EventValues => ({
  at: event.at,
  zone: event.zone,
  marker: event.marker,
  text: event.text,
  source: event.source && { kind: event.source.kind, name: event.source.name },
  evidence: event.evidence ?? '',
  original: event.original,
});

export const presentEvent = (event: CaseEventFragment): Present<EventValues> => ({
  id: event.id,
  version: event.version,
  parentId: null,
  values: valuesOf(event),
});

export const eventRules: Rules<EventValues> = {
  isOrdered: false,
  isReady: ({ text }) => text.trim() !== '',
  clean: (values) => ({
    ...values,
    text: values.text.trim(),
    evidence: values.evidence.trim(),
    source: values.source && { ...values.source, name: values.source.name?.trim() || null },
  }),
};

/** Makes the changes to the timeline of a case. */
export const eventMaker = (postmortemId: string): Maker<EventValues> => ({
  create: ({ evidence, ...values }) =>
    attempt(
      'timelineEvent',
      change(TimelineEventCreateDocument, {
        postmortemId,
        input: { ...values, evidence: evidence || null },
      }),
      valuesOf,
    ),
  // Where an event was read from stays for good.
  update: ({ id, version }, { evidence, original: _, ...changes }) =>
    attempt(
      'timelineEvent',
      change(TimelineEventUpdateDocument, {
        id,
        input: {
          ...changes,
          ...(evidence === undefined ? {} : { evidence: evidence || null }),
          expectedVersion: version,
        },
      }),
      valuesOf,
    ),
  remove: ({ id, values }) =>
    attempt('timelineEvent', change(TimelineEventDeleteDocument, { id }), () => values),
  present: async () => {
    const { postmortem } = await send(PresentTimelineDocument, { postmortemId });
    return postmortem?.timeline.map(presentEvent) ?? [];
  },
});

/** Events in order of time; those of one instant keep theirs. */
export const inTime = (entries: readonly Entry<EventValues>[]): readonly Entry<EventValues>[] =>
  [...entries].sort((a, b) => Date.parse(a.values.at) - Date.parse(b.values.at));
