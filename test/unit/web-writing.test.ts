import { describe, expect, test } from '@jest/globals';

import { fitsMention, mentionAt } from '../../src/web/writing/completion-at.js';
import { openingOf } from '../../src/web/writing/draft-choice.js';
import {
  DraftKeeper,
  type DraftState,
  type SendFailure,
} from '../../src/web/writing/draft-keeper.js';
import {
  codeBlock,
  linkAround,
  nextCell,
  table,
  toggleAround,
  togglePrefix,
  type Selected,
  type TextEdit,
} from '../../src/web/writing/markdown-edit.js';

/** A browser and a server with a clock that is moved by hand. */
class World {
  now = 0;
  kept: string | null = null;
  sent: string[] = [];
  states: DraftState[] = [];
  failure: SendFailure | null = null;
  #timers: { at: number; call: () => void }[] = [];

  readonly keeper = new DraftKeeper({
    keep: (text) => {
      this.kept = text;
      return true;
    },
    drop: () => (this.kept = null),
    send: async (text) => {
      this.sent.push(text);
      return this.failure;
    },
    onState: (state) => this.states.push(state),
    now: () => this.now,
    later: (call, milliseconds) => {
      const timer = { at: this.now + milliseconds, call };
      this.#timers.push(timer);
      return () => (this.#timers = this.#timers.filter((each) => each !== timer));
    },
  });

  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.now = next.at;
      next.call();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
    this.now = end;
  }

  get state(): DraftState | undefined {
    return this.states.at(-1);
  }
}

describe('keeping what is written', () => {
  test('it is in the browser within 300 ms and with the server within two seconds', async () => {
    const world = new World();
    world.keeper.write(() => 'a');
    await world.pass(300);
    expect(world.kept).toBe('a');
    await world.pass(1_700);
    expect(world.sent).toEqual(['a']);
    expect(world.state).toMatchObject({ kind: 'saved' });
    expect(world.kept).toBeNull();
  });

  test('who never stops typing is saved all the same', async () => {
    const world = new World();
    for (let key = 0; key < 50; key += 1) {
      world.keeper.write(() => `text ${key}`);
      await world.pass(100);
    }
    expect(world.sent.length).toBeGreaterThan(2);
  });

  test('without a network it stays in the browser, is tried ever more seldom, and is sent when it is back', async () => {
    const world = new World();
    world.failure = { kind: 'unreachable' };
    world.keeper.write(() => 'a');
    await world.pass(120_000);
    expect(world.kept).toBe('a');
    expect(world.state).toEqual({ kind: 'waiting', why: 'unreachable' });
    expect(world.sent.length).toBeLessThan(10);
    world.failure = null;
    world.keeper.retryNow();
    await world.pass(0);
    expect(world.state).toMatchObject({ kind: 'saved' });
    expect(world.kept).toBeNull();
  });

  test('what is typed while it is on its way is sent as well', async () => {
    const world = new World();
    world.keeper.write(() => 'a');
    await world.pass(1_000);
    world.keeper.write(() => 'ab');
    await world.pass(2_000);
    expect(world.sent).toEqual(['a', 'ab']);
  });

  test('it stays in the browser when the case is gone', async () => {
    const world = new World();
    world.failure = { kind: 'gone' };
    world.keeper.write(() => 'a');
    await world.pass(60_000);
    expect(world.sent).toHaveLength(1);
    expect(world.state).toEqual({ kind: 'gone' });
    expect(world.kept).toBe('a');
  });

  test('a page that goes away has everything in the browser', () => {
    const world = new World();
    world.keeper.write(() => 'last word');
    world.keeper.keepNow();
    expect(world.kept).toBe('last word');
  });

  test('what an editor holds that is closed is sent at once, and again until it has arrived', async () => {
    const world = new World();
    world.failure = { kind: 'unreachable' };
    world.keeper.write(() => 'a');
    world.keeper.leave();
    await world.pass(0);
    expect(world.kept).toBe('a');
    world.failure = null;
    await world.pass(2_000);
    expect(world.sent).toEqual(['a', 'a']);
    expect(world.kept).toBeNull();
  });

  test('nothing is sent or kept of what has been saved for good', async () => {
    const world = new World();
    world.keeper.write(() => 'a');
    await world.pass(300);
    await world.keeper.settle();
    await world.pass(10_000);
    expect(world.sent).toEqual([]);
    expect(world.kept).toBeNull();
  });
});

describe('opening an editor', () => {
  const saved = { text: 'saved', version: 4 };
  const draft = (text: string, at: number) => ({ text, base: 'base', baseVersion: 3, at });

  test('without a draft it is what is saved', () => {
    expect(openingOf(saved, null, draft('saved', 1))).toMatchObject({
      text: 'saved',
      baseVersion: 4,
      draftAt: null,
    });
  });

  test('the newest draft wins, and another one is not thrown away', () => {
    expect(openingOf(saved, draft('here', 2), draft('elsewhere', 1))).toMatchObject({
      text: 'here',
      base: 'base',
      baseVersion: 3,
      draftAt: 2,
      other: { text: 'elsewhere' },
    });
    expect(openingOf(saved, draft('text and more', 2), draft('text and', 1)).other).toBeNull();
  });
});

describe('naming things while writing', () => {
  test.each([
    ['see PM-3', { kind: 'key', from: 4, query: 'PM-3' }],
    ['參見inc-', { kind: 'key', from: 2, query: 'inc-' }],
    ['xPM-3', null],
    ['參見 ai-', { kind: 'key', from: 3, query: 'ai-' }],
    ['as in [[connection po', { kind: 'link', from: 6, query: 'connection po' }],
    ['由@林', { kind: 'person', from: 1, query: '林' }],
    ['ask @Ada Love', { kind: 'person', from: 4, query: 'Ada Love' }],
    ['mail ada@example', null],
    ['[[closed]]', null],
    ['/postmortems/PM-3', null],
    ['plain', null],
  ])('%s', (line, mention) => {
    expect(mentionAt(line)).toEqual(mention);
  });

  test('after @ only people are offered', () => {
    const person = mentionAt('@a');
    const key = mentionAt('PM-');
    if (!person || !key) throw new Error('nothing is named');
    expect(fitsMention(person, 'POSTMORTEM')).toBe(false);
    expect(fitsMention(key, 'PERSON')).toBe(false);
    expect(fitsMention(key, 'INCIDENT')).toBe(true);
  });
});

/** `‹` and `›` stand at both ends of what is selected. */
function selected(marked: string): Selected {
  const from = marked.indexOf('‹');
  const to = marked.indexOf('›') - 1;
  return { text: marked.replace(/[‹›]/g, ''), from, to };
}
function done({ text }: Selected, edit: TextEdit | null): string | null {
  if (!edit) return null;
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const [from, to] = edit.select;
  return `${after.slice(0, from)}‹${after.slice(from, to)}›${after.slice(to)}`;
}

describe('editing Markdown', () => {
  const on = (marked: string, edit: (at: Selected) => TextEdit | null): string | null =>
    done(selected(marked), edit(selected(marked)));

  test('a mark is put around and taken away again', () => {
    expect(on('a ‹b› c', (at) => toggleAround(at, '**'))).toBe('a **‹b›** c');
    expect(on('a **‹b›** c', (at) => toggleAround(at, '**'))).toBe('a ‹b› c');
    expect(on('a ‹**b**› c', (at) => toggleAround(at, '**'))).toBe('a ‹b› c');
  });

  test('lines become a list, tasks or a quotation, and plain again', () => {
    expect(on('‹a\nb›', (at) => togglePrefix(at, '- '))).toBe('‹- a\n- b›');
    expect(on('‹- a\n- b›', (at) => togglePrefix(at, '- [ ] '))).toBe('‹- [ ] a\n- [ ] b›');
    expect(on('‹- [x] a›', (at) => togglePrefix(at, '- [ ] '))).toBe('a‹›');
    expect(on('a‹›', (at) => togglePrefix(at, '> '))).toBe('> a‹›');
  });

  test('links, code and tables', () => {
    expect(on('‹pool›', (at) => linkAround(at, 'text'))).toBe('[pool](‹https://›)');
    expect(on('‹https://x.org›', (at) => linkAround(at, 'text'))).toBe('[‹text›](https://x.org)');
    expect(on('a‹›', codeBlock)).toBe('a\n\n```\n‹›\n```\n');
    expect(on('‹›', (at) => table(at, 'H'))).toContain('| ‹H› | H | H |\n| --- |');
  });

  test('Tab goes from cell to cell and makes a row at the end', () => {
    expect(on('| a‹› | b |', (at) => nextCell(at, false))).toBe('| a | ‹b› |');
    expect(on('| a | b‹› |\n| --- | --- |\n| c | d |', (at) => nextCell(at, false))).toBe(
      '| a | b |\n| --- | --- |\n| ‹c› | d |',
    );
    expect(on('| a | b‹› |', (at) => nextCell(at, false))).toBe('| a | b |\n| ‹›  |   |');
    expect(on('| a | ‹b› |', (at) => nextCell(at, true))).toBe('| ‹a› | b |');
    expect(on('text‹›', (at) => nextCell(at, false))).toBeNull();
  });
});
