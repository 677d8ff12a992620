import { isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';

import type { Visibility } from '../core/vocabulary.js';
import type { GraphqlContext, Shown } from '../infra/graphql/request.js';

/** An answer at its beginning. */
export function nothingShown(): Shown {
  return { cases: new Set(), settledCases: new Set(), incidents: new Set() };
}

interface CaseRow {
  readonly id: string;
  readonly visibility: Visibility;
}

const showCase = (shown: Shown, { id, visibility }: CaseRow): void => {
  shown.cases.add(id);
  if (visibility === 'ORGANIZATION') shown.settledCases.add(id);
};
const showPart = (shown: Shown, { postmortemId }: { postmortemId: string }): void => {
  shown.cases.add(postmortemId);
};
const showHit = (shown: Shown, { postmortem }: { postmortem: CaseRow }): void => {
  showCase(shown, postmortem);
};
const showAll = (shown: Shown, { caseIds }: { caseIds: readonly string[] }): void => {
  for (const id of caseIds) shown.cases.add(id);
};
const showIncident = (shown: Shown, { id }: { id: string }, { path }: GraphQLResolveInfo): void => {
  const field = typeof path.key === 'number' ? path.prev : path;
  // As a part of a case it shows nothing but that case, which has been asked about already.
  if (field?.typename !== 'Postmortem') shown.incidents.add(id);
};

const showDraft = (
  shown: Shown,
  row: { postmortemId: string },
  { path }: GraphQLResolveInfo,
): void => {
  // Whoever keeps a draft is told what they have just sent.
  if (path.typename !== 'DraftSavePayload') showPart(shown, row);
};

/** What an object of each type shows; what can only be reached through one of them is left out. */
const SHOWN_BY: Readonly<
  Record<string, (shown: Shown, row: never, info: GraphQLResolveInfo) => void>
> = {
  ActionItem: showPart,
  CaseLink: showPart,
  Comment: showPart,
  CommentThread: showPart,
  DigestEntry: showPart,
  DigestMailText: showAll,
  DigestRecurrence: showPart,
  DigestWaitingReview: showPart,
  DigestWorthReading: showPart,
  Draft: showDraft,
  Factor: showPart,
  Finding: showPart,
  Incident: showIncident,
  KinCase: showHit,
  Postmortem: showCase,
  PracticeAssessment: showPart,
  PublicEdition: showPart,
  RecurrenceAnswer: showPart,
  ReviewAgendaCase: showPart,
  ReviewDecision: showPart,
  ReviewMinutes: showAll,
  ReviewQueueEntry: showHit,
  Revision: showPart,
  SearchResult: showHit,
  SimilarCase: showHit,
  TimelineEvent: showPart,
};

/**
 * Has each request note which cases and incidents its answer shows to a person, by whatever road
 * they came into it. GraphQL asks each object once whether it is of its type, before it looks at
 * any field of it: that costs less than to watch the fields.
 */
export function watchWhatIsShown(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, show] of Object.entries(SHOWN_BY)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`the schema has no type ${name}`);
    type.isTypeOf = (row: unknown, { ctx, shown }: GraphqlContext, info) => {
      if (shown && ctx.actor.kind === 'person') show(shown, row as never, info);
      return true;
    };
  }
  return schema;
}
