import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { aCase } from '../support/factory.js';
import { zipOf } from '../support/zip.js';

let app: TestApp;
let caseId: string;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  caseId = (await aCase(app)).id;
});

const said = (ts: string, text: string, more: object = {}) => ({
  ...{ type: 'message', user: 'U1', ts, text },
  ...more,
});
const EXPORT = {
  'users.json': [
    { id: 'U1', name: 'ann', profile: { display_name: 'Ann Lee' } },
    { id: 'U2', name: 'bo', real_name: '王小明', profile: { display_name: '' } },
  ],
  'channels.json': [{ id: 'C1', name: 'inc-7' }],
  'inc-7/2026-03-11.json': [
    said('1773209133.000250', 'see <@U2>, &lt;502&gt; at <https://grafana.example/d/1|the graph>'),
    said('1773209100.5', 'joined', { subtype: 'channel_join' }),
    said('1773209190.000100', 'reply', { user: 'U2', thread_ts: '1773209133.000250' }),
    said('1773209160.000100', '', {
      ...{ user: undefined, subtype: 'bot_message', username: 'Alertmanager', bot_id: 'B1' },
      attachments: [{ title: '[FIRING] checkout 5xx', text: '<!here> in <#C1>' }],
    }),
    said('1773209200.000100', 'befor', {}),
    said('1773209300.000100', '', {
      subtype: 'message_changed',
      message: { user: 'U1', ts: '1773209200.000100', text: 'after', edited: { user: 'U1' } },
    }),
    said('1773209210.000100', 'deploy done', { bot_id: 'B2', bot_profile: { name: 'deploy' } }),
    { type: 'message', text: 'without an instant' },
  ],
  'inc-7/2026-03-13.json': [said('1773381933.000100', 'two days later')],
  'random/2026-03-11.json': [said('1773209133.000100', 'lunch?')],
};

interface Answer {
  readonly status: number;
  readonly body: {
    readonly code?: string;
    readonly message?: string;
    readonly channels?: object[];
    readonly lines?: { at: string; text: string; source: object; original: string }[];
  };
}
const send = async (
  content: Buffer,
  query: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const search = new URLSearchParams({ postmortem: caseId, ...query }).toString();
  const response = await fetch(`${app.url}/slack-export?${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/zip' },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
};
const DAY = { channel: 'inc-7', from: '2026-03-11T06:00:00Z', to: '2026-03-11T07:00:00Z' };

describe('an export of Slack', () => {
  it('names its channels and the days that they have', async () => {
    expect(await send(await zipOf(EXPORT))).toEqual({
      status: 200,
      body: {
        channels: [
          { folder: 'inc-7', from: '2026-03-11', to: '2026-03-13' },
          { folder: 'random', from: '2026-03-11', to: '2026-03-11' },
        ],
      },
    });
  });

  it('is read in order, with names for ids, alerts as such and what was edited once', async () => {
    const { body } = await send(await zipOf(EXPORT), DAY);
    expect(body.lines?.map(({ at, text, source }) => [at, text, source])).toEqual([
      [
        '2026-03-11T06:05:33.000Z',
        'see @王小明, <502> at the graph (https://grafana.example/d/1)',
        { kind: 'CHAT', name: 'Ann Lee' },
      ],
      [
        '2026-03-11T06:06:00.000Z',
        '[FIRING] checkout 5xx\n@here in #inc-7',
        { kind: 'ALERT', name: 'Alertmanager' },
      ],
      ['2026-03-11T06:06:30.000Z', 'reply', { kind: 'CHAT', name: '王小明' }],
      ['2026-03-11T06:06:40.000Z', 'after', { kind: 'CHAT', name: 'Ann Lee' }],
      ['2026-03-11T06:06:50.000Z', 'deploy done', { kind: 'CHAT', name: 'deploy' }],
    ]);
    expect(body.lines?.[0]?.original).toBe(
      '1773209133.000250 U1: see <@U2>, &lt;502&gt; at <https://grafana.example/d/1|the graph>',
    );
  });

  it('is refused for a channel that it has not, and a range turned round', async () => {
    const zip = await zipOf(EXPORT);
    expect(await send(zip, { ...DAY, channel: 'none' })).toMatchObject({
      ...{ status: 400, body: { code: 'VALIDATION' } },
    });
    expect(await send(zip, { ...DAY, to: '2026-03-01T00:00:00Z' })).toMatchObject({
      ...{ status: 400, body: { code: 'VALIDATION' } },
    });
  });
});

describe('a zip that is none of Slack, or none to be trusted', () => {
  const renamed = async (path: string): Promise<Buffer> => {
    const safe = 'x'.repeat(path.length);
    const zip = await zipOf({ [safe]: [] });
    return Buffer.from(zip.toString('latin1').replaceAll(safe, path), 'latin1');
  };
  const bad: readonly (readonly [string, () => Promise<Buffer>, number])[] = [
    ['no zip', () => Promise.resolve(Buffer.from('PK, but not one')), 400],
    ['a zip that is cut off', async () => (await zipOf(EXPORT)).subarray(0, 400), 400],
    ['another zip', () => zipOf({ 'notes.json': [] }), 400],
    ['a path that leads out', () => renamed('../../etc/2026-03-11.json'), 400],
    ['a path from the root', () => renamed('/etc/2026-03-11.json'), 400],
    ['a path of Windows', () => renamed('a\\..\\b\\2026-03-11.json'), 400],
    ['a link', () => zipOf({ 'inc-7/2026-03-11.json': [] }, 0o120777), 400],
    ['a bomb', () => zipOf({ 'inc-7/2026-03-11.json': Buffer.alloc(15 * 1024 ** 2, 32) }), 413],
    ['a file too large', () => zipOf({ 'a/2026-03-11.json': Buffer.alloc(21 * 1024 ** 2) }), 413],
  ];

  it.each(bad)('%s is refused with a reason', async (_, make, status) => {
    const answer = await send(await make(), {});
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(status === 413 ? 'TOO_LARGE' : 'VALIDATION');
    expect(answer.body.message?.length).toBeGreaterThan(20);
  });

  it('whose file is no JSON is refused when it is read', async () => {
    const zip = await zipOf({ 'inc-7/2026-03-11.json': Buffer.from('[{') });
    expect(await send(zip, DAY)).toMatchObject({ status: 400, body: { code: 'VALIDATION' } });
  });

  it('is not even read for a case that is not there', async () => {
    const search = { postmortem: '00000000-0000-7000-8000-000000000000' };
    expect(await send(await zipOf(EXPORT), search)).toMatchObject({ status: 404 });
  });
});
