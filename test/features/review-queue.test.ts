import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase, aPerson } from '../support/factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

describe('the cases that somebody is asked to review', () => {
  it('are those they review and those whose review they lead, and not those they write', async () => {
    const { id } = await aPerson(app);
    const reviewed = await aCase(app, { reviewerIds: [id] });
    const led = await aCase(app, { facilitatorId: id });
    await aCase(app, { authorIds: [id] });
    await aCase(app);
    const document = `query ($id: ID!) { postmortems(filter: { reviewerId: $id }) {
      totalCount nodes { key } } }`;
    const { postmortems } = await ask<{
      postmortems: { totalCount: number; nodes: { key: string }[] };
    }>(app, document, { id });
    expect(postmortems.totalCount).toBe(2);
    expect(postmortems.nodes.map(({ key }) => key).sort()).toEqual([reviewed.key, led.key].sort());
  });
});
