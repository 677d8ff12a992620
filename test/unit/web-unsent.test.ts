import { beforeEach, describe, expect, it } from '@jest/globals';

import { MAX_AGE_MS, MAX_CHARACTERS, UnsentTexts, type Store } from '../../src/web/app/unsent.js';

/** A browser's storage with little room, that can be forbidden. */
class Storage implements Store {
  readonly entries = new Map<string, string>();
  room = 5_000_000;
  isForbidden = false;

  get length(): number {
    return this.entries.size;
  }
  key(at: number): string | null {
    return [...this.entries.keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.room) {
      throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    }
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

const DAY_MS = 24 * 3_600_000;

describe('what is typed and not sent', () => {
  let storage: Storage;
  let now: number;
  let screen: { title: string; address: string };
  beforeEach(() => {
    storage = new Storage();
    now = Date.UTC(2026, 2, 11);
    screen = { title: 'PM-1 Pool', address: '/postmortems/PM-1?edit=details' };
  });

  /** A page that the server gave to this person. */
  const pageOf = (personId: string): UnsentTexts =>
    new UnsentTexts({
      storage: () => {
        if (storage.isForbidden) throw Object.assign(new Error('no'), { name: 'SecurityError' });
        return storage;
      },
      personId: () => personId,
      onScreen: () => screen,
      now: () => now,
    });

  it('is there after the page was closed, at its place only', () => {
    expect(pageOf('ann').keep('one/details', { title: 'Pool\nexhausted' })).toBeNull();
    expect(pageOf('ann').read('one/details')).toEqual({ title: 'Pool\nexhausted' });
    expect(pageOf('ann').read('two/details')).toBeUndefined();
  });

  it('is nobody else’s', () => {
    pageOf('ann').keep('new-incident', 'secret');
    const page = pageOf('bob');
    expect(page.read('new-incident')).toBeUndefined();
    expect(page.list()).toEqual([]);
    page.forget('new-incident');
    page.end();
    expect(pageOf('ann').read('new-incident')).toBe('secret');
  });

  it('is gone once it has been sent', () => {
    const page = pageOf('ann');
    page.keep('new-incident', 'text');
    page.forget('new-incident');
    expect(pageOf('ann').list()).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('is listed with the page it was typed on, the latest first', () => {
    const page = pageOf('ann');
    page.keep('one/details', 'a');
    now += 1_000;
    screen = { title: 'New incident', address: '/incidents/new' };
    page.keep('new-incident', 'b');
    page.keep('one/details', 'a, once more while the next page is shown');
    now += 1_000;
    page.keep('new-incident', 'c');
    expect(page.list()).toMatchObject([
      { place: 'new-incident', title: 'New incident', address: '/incidents/new', at: now },
      { place: 'one/details', title: 'PM-1 Pool', address: '/postmortems/PM-1?edit=details' },
    ]);
    expect(page.list('one/').map(({ place }) => place)).toEqual(['one/details']);
  });

  it('stays for two weeks after the last key, and not longer, whoever has written it', () => {
    pageOf('ann').keep('new-incident', 'text');
    now += MAX_AGE_MS - DAY_MS;
    pageOf('bob').sweep();
    expect(pageOf('ann').read('new-incident')).toBe('text');
    now += 2 * DAY_MS;
    expect(pageOf('ann').read('new-incident')).toBeUndefined();
    pageOf('bob').sweep();
    expect(storage.length).toBe(0);
  });

  it('does not stay for ever when a clock was wrong, or when it cannot be read', () => {
    pageOf('ann').keep('new-incident', 'text');
    storage.setItem('fupan-unsent/ann/broken', '{"at":');
    storage.setItem('fupan.theme', 'dark');
    now -= 10 * 365 * DAY_MS;
    pageOf('ann').sweep();
    expect([...storage.entries.keys()]).toEqual(['fupan.theme']);
  });

  it('goes with the person who signs out on purpose, and does not come back', () => {
    const page = pageOf('ann');
    page.keep('new-incident', 'text');
    pageOf('bob').keep('new-incident', 'his');
    page.end();
    expect(page.keep('new-incident', 'typed while the page goes away')).toBeNull();
    expect(page.list()).toEqual([]);
    expect([...storage.entries.keys()]).toEqual(['fupan-unsent/bob/new-incident']);
  });

  it.each(['full', 'forbidden'])(
    'is said not to be kept where storage is %s, and stays on the page',
    (why) => {
      const page = pageOf('ann');
      page.keep('new-incident', 'before');
      if (why === 'full') storage.room = 10;
      else storage.isForbidden = true;
      expect(page.keep('new-incident', 'after')).toBe(why);
      expect(page.read('new-incident')).toBe('after');
      expect(page.list()).toMatchObject([{ place: 'new-incident', value: 'after' }]);
      page.sweep();
      storage.room = 1_000;
      storage.isForbidden = false;
      expect(page.keep('new-incident', 'later')).toBeNull();
      expect(pageOf('ann').read('new-incident')).toBe('later');
    },
  );

  it('is said not to be kept when it is too long', () => {
    expect(pageOf('ann').keep('paste', 'x'.repeat(MAX_CHARACTERS))).toBe('tooLong');
    expect(storage.length).toBe(0);
  });

  it('is not kept on a page of which nobody has said whose it is', () => {
    expect(pageOf('').keep('new-incident', 'text')).toBe('forbidden');
    expect(storage.length).toBe(0);
  });
});
