import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { newId } from '../../src/core/ids.js';
import { AuditLog } from '../../src/features/audit/audit-log.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAsker, entriesOf, type Asker } from '../support/audit.js';
import { graphql } from '../support/client.js';
import { aPerson } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly act: string;
  readonly subjectId: string | null;
  readonly subjectKey: string | null;
  readonly person: { readonly name: string } | null;
  readonly postmortem: { readonly key: string } | null;
  readonly details: { readonly name: string; readonly values: string[] }[];
}
interface Answer {
  readonly auditEntries: {
    readonly totalCount: number;
    readonly nodes: Entry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const LIST = `query ($filter: AuditEntryFilter, $first: Int, $after: String, $orderBy: AuditEntryOrder) {
  auditEntries(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id at actor personId tokenId sessionId address requestId act subjectType subjectId
      subjectKey outcome code person { name } postmortem { key } details { name values } } } }`;

let app: TestApp;
let admin: Asker;
let author: Asker;
beforeAll(async () => {
  app = await startApp({ as: 'door', env: { FUPAN_POINTS_PER_MINUTE: '1000000000' } });
  admin = await anAsker(app, 'ADMIN');
  author = await anAsker(app, 'MEMBER');
});
afterAll(async () => {
  await app.close();
});

async function list(asker: Asker, variables: Record<string, unknown> = {}) {
  const { data, errors } = await graphql<Answer>(app, LIST, variables, asker.headers);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.auditEntries;
}

/** The object of a mutation. */
async function act(
  asker: Asker,
  field: string,
  mutation: string,
): Promise<{ readonly id: string; readonly key: string }> {
  const keyed = ['postmortem', 'incident'].includes(field) ? 'id key' : 'id';
  const { data, errors } = await graphql<
    Record<string, Record<string, { id: string; key: string }>>
  >(
    app,
    `mutation { it: ${mutation} { ${field} { ${keyed} } userErrors { code message } } }`,
    {},
    asker.headers,
  );
  const object = data?.['it']?.[field];
  if (!object) throw new Error(`${mutation}: ${JSON.stringify(data ?? errors)}`);
  return object;
}

const aCase = (asker: Asker, more = '') =>
  act(asker, 'postmortem', `postmortemCreate(input: { title: "A case", language: EN, ${more} })`);

async function anOpenCase(asker: Asker) {
  const found = await aCase(asker);
  await act(asker, 'postmortem', `postmortemSubmit(id: "${found.id}")`);
  return found;
}

/** What an administrator sees about something. */
async function seen(subjectId: string, asker = admin) {
  const { nodes, totalCount } = await list(asker, { filter: { subjectId } });
  expect(totalCount).toBe(nodes.length);
  return nodes.map((node) => node.act);
}

describe('the list of what was done', () => {
  it('is for administrators with the scope for it, and newest first', async () => {
    const { id, key } = await anOpenCase(author);
    const { nodes } = await list(admin, { filter: { subjectId: id } });
    expect(nodes).toMatchObject([
      { act: 'postmortemSubmit', subjectKey: key },
      {
        act: 'postmortemCreate',
        subjectKey: key,
        actor: 'PERSON',
        personId: author.id,
        tokenId: author.tokenId,
        sessionId: null,
        address: '127.0.0.1',
        person: { name: 'MEMBER' },
        postmortem: { key },
        outcome: 'DONE',
        code: null,
        details: [
          { name: 'fields', values: ['title', 'language'] },
          { name: 'language', values: ['en'] },
        ],
      },
    ]);
    for (const asker of [author, await anAsker(app, 'ADMIN', ['read', 'write'])]) {
      const { data, errors } = await graphql(app, LIST, {}, asker.headers);
      expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
    }
  });

  it('keeps what is asked for', async () => {
    const { id } = await anOpenCase(author);
    const refused = `mutation { postmortemPublish(id: "${id}") { userErrors { code } } }`;
    await graphql(app, refused, {}, author.headers);
    const acts = async (filter: object) => {
      const { nodes } = await list(admin, { filter: { subjectId: id, ...filter } });
      return nodes.map((node) => node.act);
    };
    expect(await acts({ personId: author.id })).toHaveLength(3);
    expect(await acts({ personId: admin.id })).toEqual([]);
    expect(await acts({ outcome: 'REFUSED' })).toEqual(['postmortemPublish']);
    expect(await acts({ act: ['postmortemCreate', 'postmortemPublish'] })).toHaveLength(2);
    expect(await acts({ act: 'postmortemSubmit' })).toEqual(['postmortemSubmit']);
    const [last] = (await list(admin, { filter: { subjectId: id } })).nodes;
    expect(await acts({ after: last?.at })).toContain('postmortemPublish');
    expect(await acts({ before: last?.at })).not.toContain('postmortemPublish');
  });

  it('shows every entry once, page by page, from either end', async () => {
    const all = (await list(admin, { first: 100 })).nodes.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(5);
    for (const direction of ['DESC', 'ASC']) {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const variables = { first: 2, after, orderBy: { field: 'AT', direction } };
        const { nodes, pageInfo } = await list(admin, variables);
        ids.push(...nodes.map(({ id }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(direction === 'DESC' ? ids : ids.reverse()).toEqual(all);
    }
  });

  it('costs the same number of statements however many it shows', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, (_, at) => aPerson(app, `P${at}`)));
    const audit = app.get(AuditLog);
    for (const { id: personId } of people) {
      const actor = { kind: 'person', personId, role: 'MEMBER' } as const;
      await audit.record(app.ctx(actor), { act: 'signIn' });
    }
    const counted = async (first: number) => {
      const statements = await statementsOf(app, () => list(admin, { first }));
      return statements.length;
    };
    await counted(1);
    expect(await counted(50)).toBe(await counted(15));
  });
});

describe('an administrator who may not read a case', () => {
  it('sees nothing of what is done to it, its parts, its links and its incident', async () => {
    const secret = await aCase(author, 'visibility: RESTRICTED');
    const open = await anOpenCase(author);
    const before = (await list(admin)).totalCount;
    const incident = await act(author, 'incident', `incidentCreate(input: { title: "It" })`);
    const on = `postmortemId: "${secret.id}"`;
    await act(
      author,
      'postmortem',
      `postmortemUpdate(id: "${secret.id}", input: { incidentIds: ["${incident.id}"] })`,
    );
    await act(author, 'incident', `incidentUpdate(id: "${incident.id}", input: { title: "That" })`);
    const factor = await act(
      author,
      'factor',
      `factorCreate(${on}, input: { kind: TRIGGER, text: "x" })`,
    );
    await act(author, 'actionItem', `actionItemCreate(input: { ${on}, title: "x" })`);
    const links = [
      `caseLink(${on}, input: { toId: "${open.id}", kind: RELATED })`,
      `caseLink(postmortemId: "${open.id}", input: { toId: "${secret.id}", kind: RELATED })`,
    ];
    for (const mutation of links) {
      const link = await act(author, 'caseLink', mutation);
      await act(author, 'caseLink', `caseUnlink(id: "${link.id}")`);
    }
    for (const mutation of [
      `practiceAssess(${on}, input: { practice: P1_1, verdict: HELD })`,
      `timelinePaste(${on}, input: { text: "2025-01-01 10:00 it broke", zone: "UTC" })`,
      `postmortemPublish(id: "${secret.id}")`,
      `factorUpdate(id: "${factor.id}", input: { text: " " })`,
      `factorCreate(${on}, input: { kind: TRIGGER, text: " " })`,
      `actionItemCreate(input: { ${on}, title: " " })`,
      `caseLink(postmortemId: "${open.id}", input: { toId: "${secret.id}", kind: RELATED, note: " " })`,
      `incidentUpdate(id: "${incident.id}", input: { title: " " })`,
    ]) {
      await graphql(app, `mutation { ${mutation} { userErrors { code } } }`, {}, author.headers);
    }
    await graphql(app, `{ postmortem(id: "${secret.id}") { title } }`, {}, author.headers);
    const left = (await entriesOf(app)).slice(-17);
    expect(left.filter(({ caseId, incidentId }) => caseId ?? incidentId).length).toBe(left.length);

    expect(await seen(secret.id)).toEqual([]);
    expect(await seen(factor.id)).toEqual([]);
    expect(await seen(incident.id)).toEqual([]);
    expect((await list(admin)).totalCount).toBe(before);
    expect(await seen(open.id)).toEqual(['postmortemSubmit', 'postmortemCreate']);
  });

  it('sees it again when it is opened to them, and no longer when it is not', async () => {
    const secret = await aCase(author, 'visibility: RESTRICTED');
    await act(author, 'postmortem', `postmortemSubmit(id: "${secret.id}")`);
    expect(await seen(secret.id)).toEqual([]);
    const open = (visibility: string) =>
      act(
        author,
        'postmortem',
        `postmortemUpdate(id: "${secret.id}", input: { visibility: ${visibility} })`,
      );
    await open('ORGANIZATION');
    expect(await seen(secret.id)).toEqual([
      'postmortemUpdate',
      'postmortemSubmit',
      'postmortemCreate',
    ]);
    await open('RESTRICTED');
    expect(await seen(secret.id)).toEqual([]);
  });

  it('sees no draft of others', async () => {
    const { id } = await aCase(author);
    expect(await seen(id)).toEqual([]);
    await act(author, 'postmortem', `postmortemSubmit(id: "${id}")`);
    expect(await seen(id)).toEqual(['postmortemSubmit', 'postmortemCreate']);
  });

  it('sees who removed what everybody could read, and of nothing else that it was there', async () => {
    const remover = await anAsker(app, 'ADMIN');
    const open = await anOpenCase(author);
    const secret = await aCase(author, `visibility: RESTRICTED, reviewerIds: ["${remover.id}"]`);
    const draft = await aCase(remover);
    for (const { id } of [open, secret, draft]) {
      await act(remover, 'postmortem', `postmortemDelete(id: "${id}")`);
    }
    expect(await seen(open.id)).toEqual(['postmortemDelete']);
    expect(await seen(secret.id)).toEqual([]);
    expect(await seen(draft.id)).toEqual([]);
    const told = await entriesOf(app, { subjectId: secret.id });
    expect(told.map((entry) => entry.act)).toEqual(['postmortemCreate', 'postmortemDelete']);
  });

  it('cannot tell from the attempts of others whether it is there', async () => {
    const outsider = await anAsker(app, 'MEMBER');
    const secret = await aCase(author, 'visibility: RESTRICTED');
    const shapes = [];
    for (const id of [secret.id, newId()]) {
      await graphql(
        app,
        `mutation { postmortemSubmit(id: "${id}") { userErrors { code } } }`,
        {},
        outsider.headers,
      );
      const { nodes } = await list(admin, { filter: { subjectId: id } });
      shapes.push(nodes.map((node) => ({ ...node, id: '', at: '', requestId: '', subjectId: '' })));
    }
    expect(shapes[0]).toHaveLength(1);
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it('sees no number that counts what is hidden', async () => {
    await app.get(AuditLog).record(app.ctx(), {
      act: 'counted',
      detail: { cases: 7, role: 'ADMIN', scopes: ['read', 'write'], done: true },
    });
    const { nodes } = await list(admin, { filter: { act: 'counted' } });
    expect(nodes[0]?.details).toEqual([
      { name: 'role', values: ['ADMIN'] },
      { name: 'scopes', values: ['read', 'write'] },
      { name: 'done', values: ['true'] },
    ]);
  });
});
