import { beforeEach, describe, expect, it } from '@jest/globals';

import {
  FIRST_RETRY_MS,
  followMeeting,
  LONGEST_RETRY_MS,
  POLL_MS,
  type LiveBrowser,
} from '../../src/web/review/live.js';

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 2;

class FakeSource {
  static all: FakeSource[] = [];
  readyState = CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSource.all.push(this);
  }
  close(): void {
    this.readyState = CLOSED;
  }
  opens(): void {
    this.readyState = OPEN;
    this.onopen?.();
  }
  fails(state: number): void {
    this.readyState = state;
    this.onerror?.();
  }
}

/** A browser whose time goes on when it is told. */
class FakeBrowser implements LiveBrowser {
  readonly EventSource = FakeSource;
  readonly listeners = new Set<() => void>();
  readonly #timers = new Map<number, { readonly at: number; readonly work: () => void }>();
  #now = 0;
  #timer = 0;
  readonly document = {
    visibilityState: 'visible',
    addEventListener: (_type: string, listener: () => void) => this.listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => this.listeners.delete(listener),
  };

  setTimeout(work: () => void, ms: number): number {
    this.#timer += 1;
    this.#timers.set(this.#timer, { at: this.#now + ms, work });
    return this.#timer;
  }
  clearTimeout(timer: number | undefined): void {
    this.#timers.delete(timer ?? 0);
  }
  shows(visibilityState: string): void {
    this.document.visibilityState = visibilityState;
    for (const listener of this.listeners) listener();
  }
  wait(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers].sort(([, one], [, other]) => one.at - other.at);
      if (!next || next[1].at > end) break;
      this.#now = next[1].at;
      this.#timers.delete(next[0]);
      next[1].work();
    }
    this.#now = end;
  }
}

describe('a page that follows a meeting', () => {
  let browser: FakeBrowser;
  let changes: number;
  let stop: () => void;
  const last = (): FakeSource => {
    const source = FakeSource.all.at(-1);
    if (!source) throw new Error('nothing was opened');
    return source;
  };
  beforeEach(() => {
    FakeSource.all = [];
    browser = new FakeBrowser();
    changes = 0;
    stop = followMeeting('0198-a/b', () => (changes += 1), browser);
  });

  it('asks again when it is told, and not otherwise', () => {
    expect(last().url).toBe('/live/review-meetings/0198-a%2Fb');
    last().opens();
    expect(changes).toBe(1);
    last().onmessage?.();
    browser.wait(10 * POLL_MS);
    expect(changes).toBe(2);
  });

  it('asks every 5 s while the browser comes back, and leaves the rest to what it is told', () => {
    last().opens();
    last().fails(CONNECTING);
    last().fails(CONNECTING);
    browser.wait(2 * POLL_MS);
    expect(changes).toBe(3);
    last().opens();
    browser.wait(10 * POLL_MS);
    expect(changes).toBe(3);
    expect(FakeSource.all).toHaveLength(1);
  });

  it('tries again after a refusal, later each time, and asks meanwhile', () => {
    const waits: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      const { length } = FakeSource.all;
      last().fails(CLOSED);
      let waited = 0;
      while (FakeSource.all.length === length) {
        browser.wait(1_000);
        waited += 1_000;
      }
      waits.push(waited);
    }
    expect(waits[0]).toBe(FIRST_RETRY_MS);
    expect(waits.at(-1)).toBe(LONGEST_RETRY_MS);
    const asked = changes;
    expect(asked).toBe(Math.floor(waits.reduce((sum, wait) => sum + wait, 0) / POLL_MS));
    last().opens();
    expect(changes).toBe(asked + 1);
    last().fails(CLOSED);
    browser.wait(FIRST_RETRY_MS);
    expect(last().readyState).toBe(CONNECTING);
  });

  it('rests while nobody sees it, and asks when somebody does again', () => {
    last().opens();
    browser.shows('hidden');
    expect(last().readyState).toBe(CLOSED);
    browser.wait(10 * POLL_MS);
    expect(changes).toBe(1);
    browser.shows('visible');
    last().opens();
    expect([FakeSource.all.length, changes]).toEqual([2, 2]);
  });

  it('asks every 5 s in a browser that knows no such events', () => {
    stop();
    const old = { document: browser.document };
    const plain: LiveBrowser = {
      ...old,
      setTimeout: browser.setTimeout.bind(browser),
      clearTimeout: browser.clearTimeout.bind(browser),
    };
    stop = followMeeting('1', () => (changes += 1), plain);
    browser.wait(3 * POLL_MS);
    expect(changes).toBe(3);
  });

  it('ends with the page', () => {
    last().opens();
    last().fails(CONNECTING);
    stop();
    expect(last().readyState).toBe(CLOSED);
    browser.wait(10 * POLL_MS);
    browser.shows('hidden');
    browser.shows('visible');
    expect([changes, browser.listeners.size, FakeSource.all.length]).toEqual([1, 0, 1]);
  });
});
