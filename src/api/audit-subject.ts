import {
  getArgumentValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLResolveInfo,
} from 'graphql';

import type { Ctx } from '../core/ctx.js';
import { ActionItemEntity } from '../features/action-item/action-item.entity.js';
import { actionItemById } from '../features/action-item/action-item.loaders.js';
import { ActionLinkEntity } from '../features/action-link/action-link.entity.js';
import { AttachmentEntity } from '../features/attachment/attachment.entity.js';
import type { AuditDetail } from '../features/audit/audit-entry.entity.js';
import type { AuditNote, AuditPlace, AuditSubject } from '../features/audit/audit-log.service.js';
import { CaseLinkEntity } from '../features/case-link/case-link.entity.js';
import { CommentEntity, CommentThreadEntity } from '../features/comment/comment.entity.js';
import { FactorEntity } from '../features/factor/factor.entity.js';
import { FindingEntity } from '../features/finding/finding.entity.js';
import { incidentById } from '../features/incident/incident.loaders.js';
import { postmortemById } from '../features/postmortem/postmortem.loaders.js';
import { isForSome } from '../features/postmortem/postmortem.policy.js';
import type { PostmortemEntity } from '../features/postmortem/postmortem.entity.js';
import { PublicEditionEntity } from '../features/public-edition/public-edition.entity.js';
import {
  ReviewAgendaCaseEntity,
  ReviewDecisionEntity,
} from '../features/review-meeting/review-agenda.entity.js';
import { TimelineEventEntity } from '../features/timeline/timeline-event.entity.js';
import { TrackerLinkEntity } from '../features/tracker/tracker-link.entity.js';

type Values = Readonly<Record<string, unknown>>;

/** What is to be noted of a mutation that was done: what it was about, and what was given, by name. */
export function noteOfDone(info: GraphQLResolveInfo, payload: object): AuditNote {
  const act = info.fieldName;
  const { name, type } = objectField(info);
  const answered = (payload as Values)[name];
  const objects = [answered].flat().filter(isValues);
  const detail = {
    ...detailOf(info),
    ...(Array.isArray(answered) ? { count: objects.length } : {}),
  };
  const [object = {}] = objects;
  const named = namedThings(info);
  return {
    act,
    subject: subjectOf(type, object, Array.isArray(answered)) ?? named[0],
    about: act.endsWith('Delete')
      ? placeOfGone(type, object)
      : {
          caseId: named.find((thing) => thing.type === 'Postmortem')?.id,
          ...placeOf(type, object),
        },
    detail,
  };
}

/**
 * The same of one that was refused. Nothing came of it, so it is about whatever was named by its
 * id; what the caller may not read counts as not there, as it does for them.
 */
export async function noteOfRefused(ctx: Ctx, info: GraphQLResolveInfo): Promise<AuditNote> {
  const named = namedThings(info);
  const places = await Promise.all(named.map((thing) => readablePlace(ctx, thing)));
  const [caseId, otherCaseId] = places.flatMap((place) => [
    ...[place.caseId, place.otherCaseId].filter((id) => id !== undefined),
  ]);
  const incidentId = places.find((place) => place.incidentId !== undefined)?.incidentId;
  const about = { caseId, otherCaseId, incidentId };
  return { act: info.fieldName, subject: named[0], about, detail: detailOf(info) };
}

/** The field of the payload that holds the object, beside `userErrors` and plain values. */
export function objectField(info: GraphQLResolveInfo): { name: string; type: string } {
  const payload = getNamedType(info.returnType);
  for (const field of isObjectType(payload) ? Object.values(payload.getFields()) : []) {
    const type = getNamedType(field.type);
    if (field.name !== 'userErrors' && isObjectType(type)) {
      return { name: field.name, type: type.name };
    }
  }
  return { name: '', type: '' };
}

function subjectOf(type: string, object: Values, isOneOfMany: boolean): AuditSubject | undefined {
  const { id, key, postmortemId } = object;
  if (typeof id === 'string' && !isOneOfMany) {
    return { type, id, key: typeof key === 'string' ? key : undefined };
  }
  // Many at once, or what has no id of its own, go by their case.
  return typeof postmortemId === 'string' ? { type: 'Postmortem', id: postmortemId } : undefined;
}

/** What an object lets on, by its GraphQL type. */
function placeOf(type: string, object: Values): AuditPlace {
  const { id, postmortemId, otherId } = object;
  if (typeof id === 'string' && type === 'Postmortem') return { caseId: id };
  if (typeof id === 'string' && type === 'Incident') return { incidentId: id };
  return {
    ...(typeof postmortemId === 'string' ? { caseId: postmortemId } : {}),
    ...(typeof otherId === 'string' ? { otherCaseId: otherId } : {}),
  };
}

/** That something is gone that everybody could read is no secret; an incident with a case cannot go. */
function placeOfGone(type: string, object: Values): AuditPlace {
  if (type === 'Incident') return {};
  const wasOpen = type === 'Postmortem' && !isForSome(object as unknown as PostmortemEntity);
  return wasOpen ? {} : placeOf(type, object);
}

/** Arguments, and fields of `input`, that name something by its id; `id` is of the type of the payload. */
const ID_ARGUMENTS: Readonly<Record<string, string>> = {
  postmortemId: 'Postmortem',
  actionItemId: 'ActionItem',
  toId: 'Postmortem',
  personId: 'Person',
  teamId: 'Team',
  serviceId: 'Service',
};

/** What a caller sends for an id may be anything, and only an id is worth keeping. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function namedThings(info: GraphQLResolveInfo): AuditSubject[] {
  const { input, ...rest } = argumentsOf(info);
  const given: Values = { ...(isValues(input) ? input : {}), ...rest };
  const types = { id: objectField(info).type, ...ID_ARGUMENTS };
  return Object.entries(types).flatMap(([name, type]) => {
    const id = given[name];
    return typeof id === 'string' && ID.test(id) ? [{ type, id: id.toLowerCase() }] : [];
  });
}

const PARTS_OF_CASES = {
  ActionItem: ActionItemEntity,
  Attachment: AttachmentEntity,
  Comment: CommentEntity,
  CommentThread: CommentThreadEntity,
  Factor: FactorEntity,
  Finding: FindingEntity,
  PublicEdition: PublicEditionEntity,
  ReviewAgendaCase: ReviewAgendaCaseEntity,
  ReviewDecision: ReviewDecisionEntity,
  TimelineEvent: TimelineEventEntity,
} as const;

async function readablePlace(ctx: Ctx, { type, id }: AuditSubject): Promise<AuditPlace> {
  const readable = async (caseId: string) =>
    (await postmortemById(ctx).load(caseId)) ? caseId : undefined;
  if (type === 'Postmortem') return { caseId: await readable(id) };
  if (type === 'Incident') {
    return { incidentId: (await incidentById(ctx).load(id)) ? id : undefined };
  }
  if (type === 'CaseLink') {
    const link = await ctx.db.findOneBy(CaseLinkEntity, { id });
    if (!link) return {};
    return { caseId: await readable(link.fromId), otherCaseId: await readable(link.toId) };
  }
  if (type === 'ActionLink') {
    const link = await ctx.db.findOneBy(ActionLinkEntity, { id });
    if (!link) return {};
    const of = async (itemId: string) => (await actionItemById(ctx).load(itemId))?.postmortemId;
    return { caseId: await of(link.fromId), otherCaseId: await of(link.toId) };
  }
  if (type === 'TrackerLink') {
    const link = await ctx.db.findOneBy(TrackerLinkEntity, { id });
    return link ? readablePlace(ctx, { type: 'ActionItem', id: link.actionItemId }) : {};
  }
  const entity = isPartOfCase(type) ? PARTS_OF_CASES[type] : undefined;
  const part =
    entity && (await ctx.db.findOneBy<{ id: string; postmortemId: string }>(entity, { id }));
  return part ? { caseId: await readable(part.postmortemId) } : {};
}

function isPartOfCase(type: string): type is keyof typeof PARTS_OF_CASES {
  return type in PARTS_OF_CASES;
}

/** The names of what was given, and what it was only where the schema has a list of words for it. */
function detailOf(info: GraphQLResolveInfo): AuditDetail {
  const { input } = argumentsOf(info);
  if (!isValues(input)) return {};
  const args = info.parentType.getFields()[info.fieldName]?.args ?? [];
  const argument = args.find(({ name }) => name === 'input');
  const type = argument && getNamedType(argument.type);
  const fields = isInputObjectType(type) ? type.getFields() : {};
  const words = Object.entries(input).filter(([name, value]) => {
    const field = fields[name];
    return field && isEnumType(getNamedType(field.type)) && typeof value === 'string';
  });
  return { fields: Object.keys(input), ...(Object.fromEntries(words) as Record<string, string>) };
}

function argumentsOf(info: GraphQLResolveInfo): Values {
  const definition = info.parentType.getFields()[info.fieldName];
  const [node] = info.fieldNodes;
  return definition && node ? getArgumentValues(definition, node, info.variableValues) : {};
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
