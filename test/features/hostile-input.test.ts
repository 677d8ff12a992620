import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { ask, graphql } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { mutate, rowOf } from '../support/mutation.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

const codeOf = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
  (await graphql(app, query, variables)).errors?.[0]?.extensions.code;

const cursor = (...parts: unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('what nobody should send', () => {
  it('an empty id names nobody', async () => {
    const { id } = await aCase(app);
    const item = { postmortemId: id, title: 'Alert on expiry' };
    for (const [name, field, args] of [
      ['actionItemCreate', 'actionItem', { input: { ...item, ownerId: '' } }],
      ['actionItemCreate', 'actionItem', { input: { ...item, teamId: '' } }],
      ['postmortemUpdate', 'postmortem', { id, input: { facilitatorId: '' } }],
      ['serviceCreate', 'service', { input: { name: 'checkout', ownerTeamId: '' } }],
    ] as const) {
      const { refusal } = await mutate(app, name, field, args, 'id');
      expect(refusal?.code).toBe('NOT_FOUND');
    }
  });

  it('a null where a value must stand is refused in the language of the caller', async () => {
    const { id } = await aCase(app);
    const { data } = await graphql<{
      postmortemUpdate: { userErrors: { code: string; field: string[]; message: string }[] };
    }>(
      app,
      `
        mutation ($id: ID!) {
          postmortemUpdate(id: $id, input: { title: null }) {
            userErrors {
              code
              field
              message
            }
          }
        }
      `,
      { id },
      { 'accept-language': 'zh-TW' },
    );
    expect(data?.postmortemUpdate.userErrors).toEqual([
      {
        code: 'VALIDATION',
        field: ['input', 'title'],
        message: '請在這裡填入內容，或不要送出這個欄位。',
      },
    ]);
  });

  it('a heading and an address hold no characters that cannot be stored', async () => {
    const { id } = await aCase(app);
    const heading = { sections: [{ heading: 'a\0b', body: '' }] };
    const refused = await mutate(
      app,
      'postmortemUpdate',
      'postmortem',
      { id, input: heading },
      'id',
    );
    expect(refused.refusal?.field).toEqual(['input', 'sections', '0', 'heading']);
    const lines = { sections: [{ heading: ' a\n# b ', body: '' }] };
    const fields = 'id sections { heading }';
    expect(
      await rowOf(mutate(app, 'postmortemUpdate', 'postmortem', { id, input: lines }, fields)),
    ).toMatchObject({ sections: [{ heading: 'a # b' }] });
    for (const url of ['http://x/\0', 'http://x/\ny', 'http://x/\u202Ey', 'http://x/\uD800']) {
      const input = { title: 'x', references: [{ source: 'x', url }] };
      const { refusal } = await mutate(app, 'incidentCreate', 'incident', { input }, 'id');
      expect(refusal?.code).toBe('VALIDATION');
    }
  });

  it('an instant on a day that does not exist is refused and not moved', async () => {
    const query = `mutation ($at: DateTime) {
      incidentCreate(input: { title: "x", startedAt: $at }) { incident { startedAt } } }`;
    expect(await codeOf(query, { at: '2024-02-30T00:00:00Z' })).toBe('BAD_USER_INPUT');
    const { incidentCreate } = await ask<{ incidentCreate: { incident: { startedAt: string } } }>(
      app,
      query,
      { at: '2024-02-29T23:30:00-08:00' },
    );
    expect(incidentCreate.incident.startedAt).toBe('2024-03-01T07:30:00.000Z');
  });

  it('a filter with thousands of values is refused, an empty one keeps everything', async () => {
    const many = Array.from({ length: 40_000 }, () => '');
    for (const query of [
      'query ($many: [String!]) { postmortems(filter: { tag: $many }) { totalCount } }',
      'query ($many: [String!]) { postmortems(filter: { service: $many }) { totalCount } }',
      'query ($many: [String!]) { incidents(filter: { service: $many }) { totalCount } }',
      'query ($many: [String!]) { actionItems(filter: { team: $many }) { totalCount } }',
    ]) {
      expect(await codeOf(query, { many })).toBe('VALIDATION');
    }
    expect(await codeOf('{ actionItems(filter: { status: [], team: [] }) { totalCount } }')).toBe(
      undefined,
    );
  });

  it('thousands of wrong words are the fault of the caller', async () => {
    const words = Array.from({ length: 1_000 }, () => 'x');
    const { status, errors } = await graphql(
      app,
      'query ($words: [PostmortemStatus!]) { postmortems(filter: { status: $words }) { totalCount } }',
      { words },
    );
    expect(status).toBe(400);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });

  it('a page size of null is refused', async () => {
    for (const query of [
      'query ($first: Int) { postmortems(first: $first) { totalCount } }',
      'query ($first: Int) { search(query: "", first: $first) { totalCount } }',
    ]) {
      expect(await codeOf(query, { first: null })).toBe('VALIDATION');
    }
  });

  it('a cursor of null is the first page', async () => {
    const { search } = await ask<{ search: { pageInfo: { hasPreviousPage: boolean } } }>(
      app,
      '{ search(query: "", after: null) { pageInfo { hasPreviousPage } } }',
    );
    expect(search.pageInfo.hasPreviousPage).toBe(false);
  });

  it('an argument that cannot be measured is refused before anything is executed', async () => {
    const { status, errors } = await graphql(
      app,
      'query ($id: ID) { revision(postmortemId: "x", number: 1) { number } node(id: $id) { id } }',
      { id: null },
    );
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    const query = 'query ($id: ID! = "x") { node(id: $id) { id } }';
    expect(await codeOf(query, { id: null })).toBe('BAD_USER_INPUT');
  });

  it('a cursor that nobody gave out is refused', async () => {
    const { id } = await aCase(app);
    const byKey =
      'query ($after: String) { postmortems(orderBy: { field: KEY }, after: $after) { totalCount } }';
    for (const value of ['x', 1.5, 1e300, null, {}]) {
      const after = cursor('number DESC', value, id);
      expect(await codeOf(byKey, { after })).toBe('VALIDATION');
    }
    const byTitle =
      'query ($after: String) { postmortems(orderBy: { field: TITLE }, after: $after) { totalCount } }';
    expect(await codeOf(byTitle, { after: cursor('title DESC', 7, id) })).toBe('VALIDATION');
    const revisions =
      'query ($id: ID!, $after: String) { postmortem(id: $id) { revisions(after: $after) { totalCount } } }';
    const after = cursor('revision DESC', 'x', id);
    expect(await codeOf(revisions, { id, after })).toBe('VALIDATION');
  });

  it('text that the database cannot hold finds nothing or is refused, and is never a fault', async () => {
    for (const query of [
      'query ($text: String!) { postmortem(key: $text) { id } }',
      'query ($text: String!) { postmortems(filter: { tag: [$text] }) { totalCount } }',
      'query ($text: String!) { search(query: $text) { totalCount } }',
    ]) {
      for (const text of ['a\0b', '\uD800', '\u202E', '{name}', "'; --"]) {
        expect([undefined, 'VALIDATION']).toContain(await codeOf(query, { text }));
      }
    }
  });

  it('a path that cannot be decoded is answered like everything else', async () => {
    const response = await fetch(`${app.url}/%zz`);
    const { errors } = (await response.json()) as {
      errors: [{ extensions: { code: string; requestId: string } }];
    };
    expect([response.status, errors[0].extensions.code]).toEqual([400, 'VALIDATION']);
    expect(errors[0].extensions.requestId).toBeTruthy();
  });
});
