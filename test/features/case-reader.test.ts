import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ReadManager } from '../../src/core/ctx.js';
import { CaseReader } from '../../src/features/library/case-reader.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

describe('reading a whole case outside of a transaction', () => {
  it('an edit that comes between two statements does not mix two states', async () => {
    const service = app.get(PostmortemService);
    const { id } = await app.write((tx) =>
      service.create(tx, { title: 'old', language: 'en', tags: ['old'] }),
    );
    let edited = false;
    const { read } = app.platform.database;
    const interrupted: ReadManager = new Proxy(read, {
      get: (target, name): unknown => {
        const member: unknown = Reflect.get(target, name, target);
        if (name !== 'find' || typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          if (!edited) {
            edited = true;
            await app.write((tx) => service.update(tx, id, { title: 'new', tags: ['new'] }));
          }
          return Reflect.apply(member, target, args) as Promise<unknown>;
        };
      },
    });
    const [loaded] = await app.get(CaseReader).read(interrupted, [id]);
    expect(loaded?.document).toMatchObject({ title: 'new', tags: ['new'] });
  });
});
