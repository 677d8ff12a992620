import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { trackerReference } from '../../core/tracker-reference.js';
import type { TrackerProvider, TrackerState } from '../../core/vocabulary.js';
import type { Delivery } from './tracker-signature.js';

/** What a tracker tells of an issue, or of a pull or merge request. */
export interface TrackerEvent {
  /** In whose project: `org/repo`, `group/project`, `KEY`. */
  readonly project: string;
  /** Where it is, below the address of the tracker. */
  readonly path: string;
  /** Null where the tracker keeps it to some people. */
  readonly title: string | null;
  readonly state: TrackerState;
  /** It was closed because it is done, as far as that can be known. */
  readonly isDone: boolean;
  /** As of when this is; null where it is not said. */
  readonly at: Date | null;
  /** Since when it is closed; null where it is not, or nobody says. */
  readonly closedAt: Date | null;
}

/** The content of a delivery cannot be read. */
export class UnreadableDelivery extends Error {
  constructor(options?: ErrorOptions) {
    super('what the tracker sent cannot be read', options);
    this.name = 'UnreadableDelivery';
  }
}

/**
 * What a delivery tells of an issue; null where it is about something else, such as a ping.
 * @throws UnreadableDelivery for what is no JSON, or lacks what its kind must have
 */
export function trackerEvent(provider: TrackerProvider, delivery: Delivery): TrackerEvent | null {
  const content = contentOf(delivery);
  try {
    return READ[provider](content, delivery);
  } catch (error) {
    throw new UnreadableDelivery({ cause: error });
  }
}

/** The same for every address of the issue; null where the tracker cannot have such an issue. */
export function identityOf(
  { provider, baseUrl }: { readonly provider: TrackerProvider; readonly baseUrl: string },
  { path }: TrackerEvent,
): string | null {
  const address = `${baseUrl}${path}`;
  const reference = trackerReference(address);
  // Another address would come of `..` and the like: it is not for the payload to say where.
  const isThere = reference?.identity === address.slice(address.indexOf('//') + 2).toLowerCase();
  return isThere && reference.provider === provider ? reference.identity : null;
}

/** GitHub sends a form, unless it is told to send JSON. */
function contentOf({ header, body }: Delivery): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const isForm = header('content-type').startsWith('application/x-www-form-urlencoded');
    return JSON.parse(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text) as unknown;
  } catch (error) {
    throw new UnreadableDelivery({ cause: error });
  }
}

const title = z.string().transform((text) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LIMITS.title)
    .toWellFormed(),
);
const instant = z
  .union([z.string().max(64), z.number()])
  .nullish()
  .transform((value) => {
    const at = new Date(value ?? Number.NaN);
    return Number.isNaN(at.getTime()) ? null : at;
  });
const number = z.int().min(1).max(9_999_999_999);

const githubPart = z.object({
  number,
  title,
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  merged: z.boolean().nullish(),
  updated_at: instant,
  closed_at: instant,
});
const github = z.object({
  action: z.string(),
  repository: z.object({ full_name: z.string() }),
  issue: githubPart.optional(),
  pull_request: githubPart.optional(),
});
const GITHUB_NOT_DONE: readonly unknown[] = ['not_planned', 'duplicate'];

function fromGithub(content: unknown, { header }: Delivery): TrackerEvent | null {
  const kind = header('x-github-event');
  if (kind !== 'issues' && kind !== 'pull_request') return null;
  const { action, repository, issue, pull_request: request } = github.parse(content);
  const part = kind === 'issues' ? issue : request;
  if (!part) throw new UnreadableDelivery();
  const isGone = kind === 'issues' && (action === 'deleted' || action === 'transferred');
  const isClosed = part.state === 'closed';
  return {
    project: repository.full_name,
    path: `/${repository.full_name}/issues/${part.number}`,
    title: part.title,
    state: isGone ? 'UNKNOWN' : isClosed ? 'CLOSED' : 'OPEN',
    isDone:
      isClosed &&
      (kind === 'issues' ? !GITHUB_NOT_DONE.includes(part.state_reason) : part.merged === true),
    at: part.updated_at,
    closedAt: part.closed_at,
  };
}

const gitlabKind = z.object({ object_kind: z.string() });
const gitlab = z.object({
  event_type: z.string().nullish(),
  project: z.object({ path_with_namespace: z.string() }).nullish(),
  object_attributes: z.object({
    iid: number,
    title,
    state: z.string(),
    confidential: z.boolean().nullish(),
    moved_to_id: z.number().nullish(),
    duplicated_to_id: z.number().nullish(),
    updated_at: instant,
    closed_at: instant,
  }),
});

function fromGitlab(content: unknown): TrackerEvent | null {
  const { object_kind: kind } = gitlabKind.parse(content);
  if (!['issue', 'work_item', 'merge_request'].includes(kind)) return null;
  const { event_type: type, project, object_attributes: it } = gitlab.parse(content);
  // An epic belongs to a group.
  if (!project) return null;
  const isRequest = kind === 'merge_request';
  const isElsewhere = [it.moved_to_id, it.duplicated_to_id].some(
    (id) => id !== null && id !== undefined,
  );
  const isSecret = it.confidential === true || (type ?? '').startsWith('confidential');
  return {
    project: project.path_with_namespace,
    path: `/${project.path_with_namespace}/-/${isRequest ? 'merge_requests' : 'issues'}/${it.iid}`,
    title: isSecret ? null : it.title,
    state: it.state === 'closed' || it.state === 'merged' ? 'CLOSED' : 'OPEN',
    isDone: isRequest ? it.state === 'merged' : it.state === 'closed' && !isElsewhere,
    at: it.updated_at,
    closedAt: it.closed_at,
  };
}

const jiraKind = z.object({ webhookEvent: z.string() });
const jira = z.object({
  timestamp: instant,
  issue: z.object({
    key: z.string().regex(/^[A-Za-z]\w{0,60}-\d{1,10}$/),
    fields: z.object({
      summary: title,
      status: z.object({ statusCategory: z.object({ key: z.string() }) }),
      resolution: z.object({ name: z.string() }).nullish(),
      resolutiondate: instant,
      security: z.unknown(),
    }),
  }),
});
const JIRA_EVENTS: readonly string[] = [
  'jira:issue_created',
  'jira:issue_updated',
  'jira:issue_deleted',
];
/** Of the resolutions that Jira comes with, and its usual others, those that mean it was not done. */
const JIRA_NOT_DONE: readonly string[] = [
  "won't do",
  "won't fix",
  'abandoned',
  'cannot reproduce',
  'canceled',
  'cancelled',
  'declined',
  'duplicate',
  'incomplete',
  'invalid',
  'known error',
  'not a bug',
  'obsolete',
  'rejected',
];

function fromJira(content: unknown): TrackerEvent | null {
  const { webhookEvent: kind } = jiraKind.parse(content);
  if (!JIRA_EVENTS.includes(kind)) return null;
  const { timestamp, issue } = jira.parse(content);
  const { summary, status, resolution, resolutiondate, security } = issue.fields;
  const key = issue.key.toUpperCase();
  const isClosed = status.statusCategory.key === 'done';
  const reason = (resolution?.name ?? '').replace('’', "'").trim().toLowerCase();
  return {
    project: key.slice(0, key.lastIndexOf('-')),
    path: `/browse/${key}`,
    title: security === null || security === undefined ? summary : null,
    state: kind === 'jira:issue_deleted' ? 'UNKNOWN' : isClosed ? 'CLOSED' : 'OPEN',
    isDone: isClosed && !JIRA_NOT_DONE.includes(reason),
    at: timestamp,
    closedAt: isClosed ? resolutiondate : null,
  };
}

const READ: Readonly<
  Record<TrackerProvider, (content: unknown, delivery: Delivery) => TrackerEvent | null>
> = { GITHUB: fromGithub, GITLAB: fromGitlab, JIRA: fromJira };
