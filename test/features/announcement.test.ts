import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';

import type { ChannelTopic } from '../../src/core/vocabulary.js';
import { Channels } from '../../src/features/channel/channel.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { startLoopback, type Loopback } from '../support/loopback.js';
import { aSigningCast, type SigningCast } from '../support/sign-off-case.js';

let app: TestApp;
let chat: Loopback;
let cast: SigningCast;
beforeAll(async () => {
  chat = await startLoopback();
  app = await startApp({ env: { FUPAN_OUTBOUND_NETWORKS: '127.0.0.1' } });
  cast = await aSigningCast(app);
  const channel = (name: string, teamId: string | null, topics?: ChannelTopic[]) =>
    app.write((tx) =>
      app.get(Channels).create(tx, {
        ...{ kind: 'SLACK', name, locale: 'zh-Hant', teamId, topics },
        webhook: `http://127.0.0.1:${chat.port}/${name}`,
      }),
    );
  await channel('everybody', null);
  await channel('owners', cast.owners.id);
  await channel('doers', cast.doers.id, ['PUBLICATIONS']);
  await channel('quiet', cast.doers.id, ['DIGEST']);
  await channel('bystanders', cast.bystanders.id);
});
afterAll(async () => {
  await app.close();
  await chat.close();
});
beforeEach(() => {
  chat.arrivals.length = 0;
  chat.answer = (_arrival, response) => response.end('ok');
});

async function publish(id: string): Promise<void> {
  const life = app.get(PostmortemLifecycle);
  for (const move of ['submit', 'approve', 'publish'] as const) {
    await app.write((tx) => life[move](tx, id));
  }
  await app.platform.outbox.drained();
}

const told = (): string[] => chat.arrivals.map(({ path }) => path).sort();

it('a published case is told to the organization and to the teams that it concerns, once', async () => {
  const id = await cast.aDraft();
  await publish(id);
  expect(told()).toEqual(['/doers', '/everybody', '/owners']);
  expect(JSON.stringify(chat.arrivals.map(({ body }) => body))).toContain('已發布');
  await app.write((tx) => app.get(PostmortemLifecycle).archive(tx, id));
  await app.write((tx) => app.get(PostmortemLifecycle).reopen(tx, id));
  chat.arrivals.length = 0;
  await publish(id);
  expect(told()).toEqual([]);
});

it('a restricted case is told nowhere, nor one that was restricted before it could be told', async () => {
  const restricted = await cast.aDraft();
  const service = app.get(PostmortemService);
  await app.write((tx) => service.update(tx, restricted, { visibility: 'RESTRICTED' }));
  await publish(restricted);
  expect(told()).toEqual([]);
  const late = await cast.aDraft();
  const life = app.get(PostmortemLifecycle);
  await app.write((tx) => life.submit(tx, late));
  await app.write((tx) => life.approve(tx, late));
  await app.write(async (tx) => {
    await life.publish(tx, late);
    await service.update(tx, late, { visibility: 'RESTRICTED' });
  });
  await app.platform.outbox.drained();
  expect(told()).toEqual([]);
});
