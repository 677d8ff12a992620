import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import type {
  ActionItemDocument,
  CaseDocument,
  PersonRef,
  TimelineEventDocument,
} from '../case-file/case-document.js';
import type { TeamEntity } from '../people/team.entity.js';
import type { PostmortemMoveEntity } from '../postmortem/postmortem-move.entity.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';

/** An object without its null and undefined keys: in a document, missing means unknown. */
type WithoutBlanks<Shape> = {
  [
    Key in keyof Shape as null extends Shape[Key]
      ? never
      : undefined extends Shape[Key]
        ? never
        : Key
  ]: Shape[Key];
} & {
  [
    Key in keyof Shape as null extends Shape[Key] ? Key : undefined extends Shape[Key] ? Key : never
  ]?: NonNullable<Shape[Key]>;
};

export function withoutBlanks<Shape extends object>(shape: Shape): WithoutBlanks<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== null && value !== undefined),
  ) as WithoutBlanks<Shape>;
}

export function movesDocument(moves: readonly PostmortemMoveEntity[]): CaseDocument['moves'] {
  if (moves.length === 0) return undefined;
  return moves.map(({ at, fromStatus, status }) => ({
    at: at.toISOString(),
    from: fromStatus,
    to: status,
  }));
}

export function timelineDocument(event: TimelineEventEntity): TimelineEventDocument {
  return withoutBlanks({
    at: event.at.toISOString(),
    zone: event.zone,
    marker: event.marker,
    text: event.text,
    source:
      event.sourceKind === null
        ? null
        : withoutBlanks({ kind: event.sourceKind, name: event.sourceName }),
    original: event.original,
    evidence: event.evidence,
  });
}

export function actionDocument(
  action: ActionItemEntity,
  persons: ReadonlyMap<string, PersonRef>,
  teams: ReadonlyMap<string, TeamEntity>,
  more: Pick<ActionItemDocument, 'trackers' | 'history'>,
): ActionItemDocument {
  const person = (id: string | null): PersonRef | undefined =>
    id === null ? undefined : persons.get(id);
  return withoutBlanks({
    id: action.id,
    key: action.key,
    title: action.title,
    detail: action.detail,
    doneWhen: action.doneWhen,
    type: action.type,
    priority: action.priority,
    status: action.status,
    owner: person(action.ownerId),
    ownerText: action.ownerText,
    team: action.teamId === null ? undefined : teams.get(action.teamId)?.key,
    dueOn: action.dueOn,
    evidence: action.evidence,
    completedAt: action.completedAt?.toISOString(),
    verifier: person(action.verifierId),
    verifiedAt: action.verifiedAt?.toISOString(),
    effectCheckOn: action.effectCheckOn,
    effectNote: action.effectNote,
    reason: action.reason,
    pauseApprover: person(action.pauseApproverId),
    pausedUntil: action.pausedUntil,
    pausedFrom: action.pausedFrom,
    trackerUrl: action.trackerUrl,
    ...more,
  });
}

/** A document for a revision: what happened to the case and its action items is kept with them, and what trackers told. */
export function withoutHistory(document: CaseDocument): CaseDocument {
  const { moves: _, ...rest } = document;
  const actions = document.actions.map(({ history: _, trackers, ...action }) => ({
    ...action,
    ...(trackers ? { trackers: trackers.map(({ url }) => ({ url })) } : {}),
  }));
  return { ...rest, actions };
}
