import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ATTACKS } from '../../bench/attacks.js';
import { startApp, type TestApp } from '../support/app.js';
import { bearer } from '../support/bearer.js';
import { codeIn, post, send, type RawAnswer } from '../support/raw-http.js';

let app: TestApp;
let callers: Record<'nobody' | 'a member' | 'an administrator', Record<string, string>>;
beforeAll(async () => {
  app = await startApp({ as: 'door' });
  callers = {
    nobody: {},
    'a member': await bearer(app, 'MEMBER', 'read', 'write'),
    'an administrator': await bearer(app, 'ADMIN', 'read', 'write', 'admin'),
  };
});
afterAll(async () => {
  await app.close();
});

/** How long they take is measured by `npm run bench abuse`. */
describe.each(['nobody', 'a member', 'an administrator'] as const)('sent by %s', (who) => {
  const attack = (body: string): Promise<RawAnswer> =>
    send(app, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...callers[who] },
      body,
    });

  it.each(ATTACKS)('$name: refused', async ({ body }) => {
    const answer = await attack(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(codeIn(answer)).toEqual(expect.stringMatching(/^[A-Z_]+$/));
    // The answer to a long question is short.
    expect(answer.body.length).toBeLessThan(64 * 1024);
    expect((await post(app, '{ __typename }', callers[who])).status).toBe(200);
  });
});
