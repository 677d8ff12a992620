import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { ask, graphql, type Refusal } from '../support/client.js';

interface Case {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly revision: number;
  readonly title: string;
  readonly status: string;
  readonly tags: string[];
  readonly sections: { heading: string; body: string; position: number }[];
}
type Answer = Record<string, { postmortem: Case | null; userErrors: Refusal[] }>;

const FIELDS = `postmortem { id key version revision title status tags sections { heading body position } }
  userErrors { code field message }`;
const CREATE = `mutation ($input: PostmortemCreateInput!) { postmortemCreate(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: PostmortemUpdateInput!) {
  postmortemUpdate(id: $id, input: $input) { ${FIELDS} } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

async function create(input: Record<string, unknown> = {}): Promise<Case> {
  const { postmortemCreate } = await ask<Answer>(app, CREATE, {
    input: { title: 'Checkout returned 503', language: 'EN', ...input },
  });
  const created = postmortemCreate?.postmortem;
  if (!created) throw new Error(JSON.stringify(postmortemCreate));
  return created;
}

describe('writing a case', () => {
  it('a new case is a draft with a key, its tags and its sections in order', async () => {
    const created = await create({
      tags: ['pool', 'checkout'],
      sections: [
        { heading: '', body: 'before' },
        { heading: '影響範圍', body: '下單失敗' },
      ],
    });
    expect(created).toMatchObject({
      version: 1,
      revision: 1,
      status: 'DRAFT',
      tags: ['pool', 'checkout'],
      sections: [
        { heading: '', body: 'before', position: 0 },
        { heading: '影響範圍', body: '下單失敗', position: 1 },
      ],
    });
    expect(created.key).toMatch(/^PM-\d+$/);
  });

  it('an empty title is refused in the language of the caller and leaves no trace', async () => {
    const before = await ask<{ postmortems: { totalCount: number } }>(
      app,
      '{ postmortems { totalCount } }',
    );
    const { data } = await graphql<Answer>(
      app,
      CREATE,
      { input: { title: ' ', language: 'ZH_HANT' } },
      { 'accept-language': 'zh-TW' },
    );
    expect(data?.['postmortemCreate']).toEqual({
      postmortem: null,
      userErrors: [{ code: 'VALIDATION', field: ['input', 'title'], message: '請填寫內容。' }],
    });
    const after = await ask(app, '{ postmortems { totalCount } }');
    expect(after).toEqual(before);
  });

  it('a stale version is a conflict that answers the present case and changes nothing', async () => {
    const { id } = await create();
    await ask(app, UPDATE, { id, input: { title: 'First', expectedVersion: 1 } });
    const { postmortemUpdate } = await ask<Answer>(app, UPDATE, {
      id,
      input: { title: 'Second', expectedVersion: 1 },
    });
    expect(postmortemUpdate?.userErrors[0]?.code).toBe('CONFLICT');
    expect(postmortemUpdate?.postmortem).toMatchObject({ title: 'First', version: 2 });
  });

  it('a reference to an incident that does not exist takes the whole edit back', async () => {
    const { id } = await create({ title: 'Whole' });
    const { postmortemUpdate } = await ask<Answer>(app, UPDATE, {
      id,
      input: { title: 'Half', incidentIds: ['00000000-0000-7000-8000-000000000000'] },
    });
    expect(postmortemUpdate?.userErrors[0]?.code).toBe('NOT_FOUND');
    const { postmortem } = await ask<{ postmortem: Case }>(
      app,
      'query ($id: ID!) { postmortem(id: $id) { title version revision } }',
      { id },
    );
    expect(postmortem).toEqual({ title: 'Whole', version: 1, revision: 1 });
  });
});
