import { createHmac, randomUUID } from 'node:crypto';

import type { Actor } from '../../src/core/actor.js';
import type { TrackerProvider } from '../../src/core/vocabulary.js';
import { TrackerConnections } from '../../src/features/tracker/tracker-connection.service.js';
import type { TestApp } from './app.js';
import { send, type RawAnswer } from './raw-http.js';

/** A connection that the tests know the secret of. */
export interface Connected {
  readonly id: string;
  readonly provider: TrackerProvider;
  readonly secret: string;
}

export const BASE_URLS: Readonly<Record<TrackerProvider, string>> = {
  GITHUB: 'https://github.com',
  GITLAB: 'https://gitlab.example.com',
  JIRA: 'https://acme.atlassian.net',
};

export async function aConnection(
  app: TestApp,
  provider: TrackerProvider = 'GITHUB',
  input: { readonly baseUrl?: string; readonly projects?: string[] } = {},
  actor?: Actor,
): Promise<Connected> {
  const values = { provider, name: provider, baseUrl: BASE_URLS[provider], ...input };
  const { row, secret } = await app.write(
    (tx) => app.get(TrackerConnections).create(tx, values),
    actor,
  );
  return { id: row.id, provider, secret };
}

type Headers = Readonly<Record<string, string>>;

const hmac = (secret: string | Buffer, content: string): Buffer =>
  createHmac('sha256', secret).update(content).digest();

/** The headers of GitHub: https://docs.github.com/webhooks/webhook-events-and-payloads. */
export const githubHeaders = (secret: string, body: string, event = 'issues'): Headers => ({
  'content-type': 'application/json',
  'user-agent': 'GitHub-Hookshot/044aadd',
  'x-github-delivery': randomUUID(),
  'x-github-event': event,
  'x-github-hook-id': '292430182',
  'x-hub-signature-256': `sha256=${hmac(secret, body).toString('hex')}`,
});

/** Those of GitLab with a secret token. */
export const gitlabHeaders = (secret: string): Headers => ({
  'content-type': 'application/json',
  'user-agent': 'GitLab/18.6.0',
  'x-gitlab-event': 'Issue Hook',
  'x-gitlab-instance': 'https://gitlab.example.com',
  'x-gitlab-token': secret,
  'idempotency-key': randomUUID(),
});

/** Those of GitLab with a signing token. */
export function gitlabSigned(secret: string, body: string, at: Date, id = randomUUID()): Headers {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = hmac(key, `${id}.${seconds}.${body}`).toString('base64');
  const { 'x-gitlab-token': _, ...plain } = gitlabHeaders(secret);
  return {
    ...plain,
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  };
}

/** Those of Jira: https://developer.atlassian.com/cloud/jira/platform/webhooks. */
export const jiraHeaders = (secret: string, body: string): Headers => ({
  'content-type': 'application/json; charset=UTF-8',
  'user-agent': 'Atlassian Webhook HTTP Client',
  'x-atlassian-webhook-flow': 'Primary',
  'x-atlassian-webhook-identifier': randomUUID(),
  'x-hub-signature': `sha256=${hmac(secret, body).toString('hex')}`,
});

/** Sends to the hook of a connection what was signed beforehand. */
export const deliver = (
  app: TestApp,
  { id }: Pick<Connected, 'id'>,
  headers: Headers,
  body: string,
): Promise<RawAnswer> => send(app, `/hooks/tracker/${id}`, { method: 'POST', headers, body });

/** Has a tracker tell something, signed as it should be. */
export function tell(
  app: TestApp,
  connection: Connected,
  payload: object,
  event?: string,
): Promise<RawAnswer> {
  const { provider, secret } = connection;
  const body = JSON.stringify(payload);
  const headers =
    provider === 'GITHUB'
      ? githubHeaders(secret, body, event)
      : provider === 'JIRA'
        ? jiraHeaders(secret, body)
        : gitlabSigned(secret, body, app.platform.clock.now());
  return deliver(app, connection, headers, body);
}

interface Told {
  readonly at: string;
  readonly title?: string;
}

/** An `issues` event of GitHub: issue 12 of acme/shop. */
export function githubIssue(
  { at, title = 'Raise the limit' }: Told,
  issue: object = {},
  action = 'closed',
) {
  const isClosed = action === 'closed';
  return {
    action,
    issue: {
      url: 'https://api.github.com/repos/acme/shop/issues/12',
      html_url: 'https://github.com/acme/shop/issues/12',
      id: 444_500_041,
      number: 12,
      title,
      user: { login: 'ada', id: 21_031_067, type: 'User' },
      labels: [],
      state: isClosed ? 'closed' : 'open',
      state_reason: isClosed ? 'completed' : null,
      created_at: '2026-01-02T03:04:05Z',
      updated_at: at,
      closed_at: isClosed ? at : null,
      ...issue,
    },
    repository: {
      id: 186_853_002,
      name: 'shop',
      full_name: 'acme/shop',
      private: true,
      html_url: 'https://github.com/acme/shop',
    },
    sender: { login: 'ada', id: 21_031_067, type: 'User' },
  };
}

/** A `pull_request` event of GitHub: pull request 12 of acme/shop. */
export function githubPull({ at, title = 'Raise the limit' }: Told, merged: boolean) {
  const { repository, sender } = githubIssue({ at });
  return {
    action: 'closed',
    number: 12,
    pull_request: {
      html_url: 'https://github.com/acme/shop/pull/12',
      number: 12,
      state: 'closed',
      title,
      merged,
      merged_at: merged ? at : null,
      updated_at: at,
      closed_at: at,
    },
    ...{ repository, sender },
  };
}

/** An issue event of GitLab, which writes its times in this way: issue 3 of shop/core. */
export function gitlabIssue(
  { at, title = 'Raise the limit' }: Told,
  attributes: object = {},
  rest: object = {},
) {
  const time = at.replace('T', ' ').replace('Z', ' UTC');
  return {
    object_kind: 'issue',
    event_type: 'issue',
    user: { id: 1, name: 'Ada', username: 'ada' },
    project: {
      id: 1,
      name: 'core',
      web_url: 'https://gitlab.example.com/shop/core',
      path_with_namespace: 'shop/core',
    },
    object_attributes: {
      id: 301,
      iid: 3,
      title,
      confidential: false,
      moved_to_id: null,
      duplicated_to_id: null,
      state: 'closed',
      action: 'close',
      created_at: '2026-01-02 03:04:05 UTC',
      updated_at: time,
      closed_at: time,
      url: 'https://gitlab.example.com/shop/core/-/issues/3',
      ...attributes,
    },
    ...rest,
  };
}

/** A merge-request event of GitLab: merge request 3 of shop/core. */
export const gitlabRequest = ({ at }: Told, state: 'merged' | 'closed' | 'opened') =>
  gitlabIssue(
    { at },
    { state, action: state === 'merged' ? 'merge' : 'close', closed_at: undefined },
    { object_kind: 'merge_request', event_type: 'merge_request' },
  );

/** An issue event of Jira: OPS-7. */
export function jiraIssue(
  { at, title = 'Raise the limit' }: Told,
  fields: object = {},
  webhookEvent = 'jira:issue_updated',
) {
  return {
    timestamp: Date.parse(at),
    webhookEvent,
    issue_event_type_name: 'issue_generic',
    user: { accountId: '99:27935d01', displayName: 'Ada' },
    issue: {
      id: '99291',
      self: 'https://acme.atlassian.net/rest/api/2/issue/99291',
      key: 'OPS-7',
      fields: {
        summary: title,
        status: { name: '完成', statusCategory: { id: 3, key: 'done', name: 'Done' } },
        resolution: { id: '10000', name: 'Done' },
        resolutiondate: at.replace('Z', '.000+0000'),
        security: null,
        ...fields,
      },
    },
    changelog: {
      id: 10_124,
      items: [{ field: 'status', fromString: 'To Do', toString: 'Done' }],
    },
  };
}
