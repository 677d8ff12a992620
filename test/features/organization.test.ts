import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask } from '../support/client.js';
import { actingAs, aPerson } from '../support/factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

const UPDATE = `mutation ($input: OrganizationUpdateInput!) {
  organizationUpdate(input: $input) { organization { name version } userErrors { code } } }`;

const update = (input: object): Promise<unknown> =>
  ask<{ organizationUpdate: unknown }>(app, UPDATE, { input }).then(
    ({ organizationUpdate }) => organizationUpdate,
  );

const known = (): Promise<unknown> => ask(app, '{ organization { name version } }');

describe('the organization', () => {
  it('has no name until an administrator gives it one, and each change is a version', async () => {
    expect(await known()).toEqual({ organization: { name: null, version: 0 } });
    const first = { name: '尚品優優', version: 1 };
    expect(await update({ name: first.name, expectedVersion: 0 })).toEqual({
      organization: first,
      userErrors: [],
    });
    expect(await update({ name: 'Late', expectedVersion: 0 })).toEqual({
      organization: first,
      userErrors: [{ code: 'CONFLICT' }],
    });
    await update({ name: null, expectedVersion: 1 });
    expect(await known()).toEqual({ organization: { name: null, version: 2 } });
  });

  it('is read by everybody who is here and changed by no member', async () => {
    const member = actingAs(await aPerson(app));
    const { organization } = await askAs<{ organization: unknown }>(
      app,
      member,
      '{ organization { version } }',
    );
    expect(organization).toBeDefined();
    await expect(askAs(app, member, UPDATE, { input: { name: 'Mine' } })).resolves.toMatchObject({
      organizationUpdate: { organization: null, userErrors: [{ code: 'FORBIDDEN' }] },
    });
  });
});
