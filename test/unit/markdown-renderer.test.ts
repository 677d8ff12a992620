import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';

import { silentLogger } from '../../src/infra/logging/logger.js';
import {
  MarkdownRenderer,
  type RenderingLimits,
} from '../../src/infra/markdown/markdown-renderer.js';
import { renderedMarkdown } from '../../src/infra/markdown/markdown.js';
import { Turns } from '../../src/infra/markdown/turns.js';
import { hostileText } from '../support/rendering.js';

const renderers: MarkdownRenderer[] = [];
const started = (limits: Partial<RenderingLimits> = {}): MarkdownRenderer => {
  const renderer = new MarkdownRenderer(silentLogger, {
    patienceMs: 60_000,
    textMs: 60_000,
    ...limits,
  });
  renderers.push(renderer);
  return renderer;
};
afterEach(async () => {
  await Promise.all(renderers.splice(0).map((renderer) => renderer.stop()));
});

/** Everything that the renderer knows, in a text longer than what is rendered at once. */
const LONG = `# PM-1

- [ ] a[^n] *b* 復盤 https://a.example/b。
- ![c](https://a.example/c.png) \`d\`

[^n]: the note

| a | b |
|---|--:|
| 1 | 2 |

\`\`\`sql
select 1
\`\`\`

`.repeat(60);

describe('a text on a thread', () => {
  test('becomes what it becomes on the main thread, byte by byte', async () => {
    const onThreads = started({ atOnce: -1 });
    const texts = [LONG, '', 'x', '\u0000 <b> &amp; "', '復盤'.repeat(10), hostileText(8_000)];
    const html = await Promise.all(texts.map((text) => onThreads.html(text, 'p', 'one')));
    expect(html).toEqual(texts.map((text) => renderedMarkdown(text, 'p')));
  });

  test('that takes too long is given up, and the next one is rendered', async () => {
    const renderer = started({ threads: 1, textMs: 1_000 });
    const slow = renderer.html(hostileText(), 'p', 'one');
    const next = renderer.html(LONG, 'p', 'one');
    expect(await slow).toBeNull();
    expect(await next).toBe(renderedMarkdown(LONG, 'p'));
    // It is not tried again at once.
    expect(await renderer.html(hostileText(), 'p', 'two')).toBeNull();
  });

  test('that takes too much memory is given up, and the next one is rendered', async () => {
    const renderer = started({ threads: 1, heapMb: 64 });
    const large = renderer.html(hostileText(), 'p', 'one');
    const next = renderer.html(LONG, 'p', 'one');
    expect(await large).toBeNull();
    expect(await next).toBe(renderedMarkdown(LONG, 'p'));
  });

  test('that has to wait too long is answered, and is there for the next one who asks', async () => {
    const renderer = started({ threads: 1, patienceMs: 1 });
    expect(await renderer.html(LONG, 'p', 'one')).toBeNull();
    let html: string | null = null;
    while (html === null) {
      await sleep(10);
      html = await renderer.html(LONG, 'p', 'one');
    }
    expect(html).toBe(renderedMarkdown(LONG, 'p'));
  });

  test('is answered when the renderer stops', async () => {
    const renderer = started();
    const answers = [1, 2, 3].map((n) => renderer.html(hostileText(), String(n), 'one'));
    await renderer.stop();
    expect(await Promise.all(answers)).toEqual([null, null, null]);
    expect(await renderer.html(LONG, 'p', 'one')).toBeNull();
  });
});

describe('many texts', () => {
  test('come back each in its place, however many there are', async () => {
    const renderer = started({ atOnceMs: 0 });
    const texts = Array.from({ length: 500 }, (_, n) => `*${n}*`);
    const html = await Promise.all(texts.map((text) => renderer.html(text, 'p', 'one')));
    expect(html).toEqual(texts.map((text) => renderedMarkdown(text, 'p')));
  });

  test('of one person leave a thread for the others', async () => {
    const renderer = started({ textMs: 6_000 });
    const slow = [1, 2].map((n) => renderer.html(hostileText(), String(n), 'one'));
    const order: string[] = [];
    await Promise.all([
      ...slow.map(async (answer) => answer.then(() => order.push('one'))),
      renderer.html(LONG, 'p', 'two').then(() => order.push('two')),
    ]);
    expect(order).toEqual(['two', 'one', 'one']);
  });
});

describe('people', () => {
  const item = (name: string, size = 1) => ({ name, size });
  const limits = { perPerson: 10, together: 15 };

  test('take turns, each with what they asked for first', () => {
    const turns = new Turns<{ name: string; size: number }>(limits);
    for (const name of ['a1', 'a2', 'a3']) turns.add(item(name), 'a');
    for (const name of ['b1', 'b2']) turns.add(item(name), 'b');
    const names = Array.from({ length: 6 }, () => turns.next(new Set())?.item.name);
    expect(names).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', undefined]);
  });

  test('who are being served have no turn; what two wait for comes once, by who is first', () => {
    const turns = new Turns<{ name: string; size: number }>(limits);
    const shared = item('shared');
    turns.add(item('a1'), 'a');
    turns.add(shared, 'a');
    turns.add(shared, 'b');
    expect(turns.next(new Set(['a']))).toEqual({ item: shared, person: 'b' });
    expect(turns.next(new Set(['a']))).toBeUndefined();
    expect(turns.next(new Set())?.item.name).toBe('a1');
    expect(turns.next(new Set())).toBeUndefined();
  });

  test('have so much waiting and no more, each and together', () => {
    const turns = new Turns<{ name: string; size: number }>(limits);
    expect(turns.add(item('a1', 10), 'a')).toBe(true);
    expect(turns.add(item('a2', 1), 'a')).toBe(false);
    expect(turns.add(item('b1', 5), 'b')).toBe(true);
    expect(turns.add(item('b2', 1), 'b')).toBe(false);
    turns.next(new Set());
    expect(turns.add(item('a2', 10), 'a')).toBe(true);
  });
});
