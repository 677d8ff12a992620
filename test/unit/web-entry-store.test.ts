import { describe, expect, it } from '@jest/globals';

import type { Rules } from '../../src/web/writing/entries/steps.js';
import {
  EntryStore,
  type Maker,
  type Outcome,
  type Present,
} from '../../src/web/writing/entries/store.js';

interface Values {
  readonly text: string;
  readonly kind: string;
}

const rules: Rules<Values> = {
  isOrdered: true,
  isReady: ({ text }) => text.trim() !== '',
  clean: (values) => ({ ...values, text: values.text.trim() }),
};

const row = (id: string, text = id, version = 1, kind = 'x'): Present<Values> => ({
  id,
  version,
  parentId: null,
  values: { text, kind },
});

/** A server that does what it is told, until it is told to do something else. */
function server(answers: (Outcome<Values> | Error | undefined)[] = []) {
  const asked: string[] = [];
  let made = 0;
  const answer = async (what: string, id: string): Promise<Outcome<Values>> => {
    asked.push(what);
    const next = answers.shift();
    if (next instanceof Error) throw next;
    made += 1;
    return next ?? { kind: 'made', id, version: 1 + made };
  };
  const maker: Maker<Values> = {
    create: (values) => answer(`create ${values.text}`, `id-${values.text}`),
    update: ({ id, version }, changes) =>
      answer(`update ${id} v${version} ${JSON.stringify(changes)}`, id),
    remove: ({ id }) => answer(`remove ${id}`, id),
  };
  return { asked, maker };
}

const texts = (store: EntryStore<Values>) => store.get().entries.map(({ values }) => values.text);
const add = (store: EntryStore<Values>, text: string) => {
  store.edit((all) => [...all, { key: text, parent: null, values: { text, kind: 'x' } }]);
};

describe('entries while they are edited', () => {
  it('are shown at once and saved one after the other', async () => {
    const { asked, maker } = server();
    const store = new EntryStore(rules, maker, [row('a')]);
    add(store, 'b');
    add(store, 'c');
    expect(texts(store)).toEqual(['a', 'b', 'c']);
    expect(store.get().state).toBe('saving');
    await settled(store);
    expect(asked).toEqual(['create b', 'create c']);
    expect(store.get().state).toBe('saved');
  });

  it('stay as they are when the network fails, and go through when it is back', async () => {
    const { asked, maker } = server([new Error('offline')]);
    const store = new EntryStore(rules, maker, []);
    add(store, 'b');
    await settled(store);
    expect(store.get().state).toBe('failed');
    expect(texts(store)).toEqual(['b']);
    expect(store.unsaved()).toHaveLength(1);
    await store.save();
    expect(asked).toEqual(['create b', 'create b']);
    expect(store.get().state).toBe('saved');
    expect(store.unsaved()).toEqual([]);
  });

  describe('of which the answer was lost', () => {
    /** A server that makes the first entry, and whose answer gets lost. */
    function forgetful() {
      const rows: Present<Values>[] = [row('old', 'b')];
      const asked: string[] = [];
      const maker: Maker<Values> = {
        create: async (values) => {
          asked.push(`create ${values.text}`);
          rows.push({ id: `p-${rows.length}`, version: 1, parentId: null, values });
          if (asked.length === 1) throw new Error('cut');
          return { kind: 'made', id: rows.at(-1)?.id ?? '', version: 1 };
        },
        update: async ({ id }, changes) => {
          asked.push(`update ${id} ${JSON.stringify(changes)}`);
          return { kind: 'made', id, version: 2 };
        },
        remove: async ({ id }) => ({ kind: 'made', id, version: 2 }),
        present: async () => rows,
      };
      return { asked, maker, rows };
    }

    it('are not made twice', async () => {
      const { asked, maker } = forgetful();
      const store = new EntryStore(rules, maker, [row('old', 'b')]);
      add(store, 'b');
      await settled(store);
      expect(store.get().state).toBe('failed');
      await store.save();
      expect(store.get().state).toBe('saved');
      expect(store.idOf('b')).toBe('p-1');
      expect(asked).toEqual(['create b']);
    });

    it('are brought to what was typed since', async () => {
      const { asked, maker } = forgetful();
      const store = new EntryStore(rules, maker, [row('old', 'b')]);
      add(store, 'b');
      await settled(store);
      store.set('b', { text: 'bb' }, 'soon');
      await store.save();
      expect(asked).toEqual(['create b', 'update p-1 {"text":"bb"}']);
    });

    it('are not made twice by the page that comes after', async () => {
      const { asked, maker, rows } = forgetful();
      const first = new EntryStore(rules, maker, [row('old', 'b')]);
      add(first, 'b');
      await settled(first);
      const kept = JSON.parse(JSON.stringify(first.unsaved())) as ReturnType<typeof first.unsaved>;
      const second = new EntryStore(rules, maker, rows, kept);
      expect(texts(second)).toEqual(['b', 'b']);
      await second.save();
      expect(asked).toEqual(['create b']);
    });

    it('are made when the server has not made them', async () => {
      const { asked, maker, rows } = forgetful();
      const store = new EntryStore(rules, maker, [row('old', 'b')]);
      add(store, 'b');
      await settled(store);
      rows.pop();
      await store.save();
      expect(asked).toEqual(['create b', 'create b']);
    });
  });

  it('keep what was refused, and try again when it is changed', async () => {
    const { asked, maker } = server([{ kind: 'refused', message: 'too long' }]);
    const store = new EntryStore(rules, maker, []);
    add(store, 'b');
    add(store, 'c');
    await settled(store);
    expect(store.get().troubles.get('b')).toEqual({ kind: 'refused', message: 'too long' });
    store.set('b', { text: 'bb' });
    await settled(store);
    expect(asked).toEqual(['create b', 'create c', 'create bb']);
    expect(store.get().troubles.size).toBe(0);
  });

  it('join what two people changed where that is not the same', async () => {
    const theirs = { id: 'a', version: 5, values: { text: 'a', kind: 'theirs' } };
    const { asked, maker } = server([{ kind: 'conflict', theirs }]);
    const store = new EntryStore(rules, maker, [row('a')]);
    store.set('a', { text: 'mine' });
    await settled(store);
    expect(asked).toEqual(['update a v1 {"text":"mine"}', 'update a v5 {"text":"mine"}']);
    expect(store.get().entries[0]?.values).toEqual({ text: 'mine', kind: 'theirs' });
  });

  it.each([
    ['mine', ['update a v1 {"text":"mine"}', 'update a v5 {"text":"mine"}']],
    ['theirs', ['update a v1 {"text":"mine"}']],
  ] as const)('ask whose text it shall be: %s', async (whose, changes) => {
    const theirs = { id: 'a', version: 5, values: { text: 'theirs', kind: 'x' } };
    const { asked, maker } = server([{ kind: 'conflict', theirs }]);
    const store = new EntryStore(rules, maker, [row('a')]);
    store.set('a', { text: 'mine' });
    await settled(store);
    expect(texts(store)).toEqual(['mine']);
    expect(store.get().troubles.get('a')).toEqual({ kind: 'conflict', theirs: theirs.values });
    store.settle('a', whose);
    await settled(store);
    expect(texts(store)).toEqual([whose]);
    expect(asked).toEqual(changes);
  });

  it('make anew what somebody removed while it was changed', async () => {
    const { asked, maker } = server([{ kind: 'gone', message: '' }]);
    const store = new EntryStore(rules, maker, [row('a')]);
    store.set('a', { text: 'mine' });
    await settled(store);
    expect(asked).toEqual(['update a v1 {"text":"mine"}', 'create mine']);
  });

  it('come to rest when everything is gone', async () => {
    const gone: Outcome<Values> = { kind: 'gone', message: 'no such case' };
    const { maker } = server([gone, gone]);
    const store = new EntryStore(rules, maker, [row('a')]);
    store.set('a', { text: 'mine' });
    await settled(store);
    expect(store.get().troubles.get('a')).toEqual({ kind: 'refused', message: 'no such case' });
    expect(texts(store)).toEqual(['mine']);
  });

  it('take in what the server says, but not over what is being written', async () => {
    const store = new EntryStore(rules, server().maker, [row('a'), row('b')]);
    store.set('a', { text: '' }, 'soon');
    store.absorb([row('a'), row('b', 'bb', 2), row('c')]);
    expect(texts(store)).toEqual(['', 'bb', 'c']);
    store.set('a', { text: 'mine' }, 'soon');
    store.absorb([row('a', 'theirs', 2), row('c')]);
    expect(texts(store)).toEqual(['mine', 'bb', 'c']);
    await store.save();
  });

  it('keep a blank at the end of what is being typed', async () => {
    const store = new EntryStore(rules, server().maker, [row('a')]);
    store.set('a', { text: 'one ' });
    await settled(store);
    store.absorb([row('a', 'one', 2)]);
    expect(texts(store)).toEqual(['one ']);
  });

  it('stay under a line that has no text yet when the server has them', async () => {
    const { maker } = server();
    const store = new EntryStore(rules, maker, [row('a'), row('b')]);
    const line = (key: string, parent: string | null, text = key) => {
      return { key, parent, values: { text, kind: 'x' } };
    };
    store.edit(([a, ...rest]) => [
      ...(a ? [a] : []),
      line('empty', 'a', ''),
      line('c', 'empty'),
      ...rest,
    ]);
    await settled(store);
    store.absorb([row('a'), { ...row('id-c', 'c', 2), parentId: 'a' }, row('b')]);
    expect(store.get().entries.map(({ key, parent }) => [key, parent])).toEqual([
      ['a', null],
      ['empty', 'a'],
      ['c', 'empty'],
      ['b', null],
    ]);
  });

  it('go on from what was kept, against the version it was made from', async () => {
    const first = new EntryStore(rules, server([new Error('offline')]).maker, [row('a')]);
    first.set('a', { text: 'mine' });
    add(first, 'new');
    await settled(first);
    const { asked, maker } = server();
    const second = new EntryStore(rules, maker, [row('a', 'theirs', 7)], first.unsaved());
    expect(texts(second)).toEqual(['mine', 'new']);
    await second.save();
    expect(asked).toEqual(['update a v1 {"text":"mine"}', 'create new']);
  });
});

/** Waits until nothing is being saved any more. */
async function settled(store: EntryStore<Values>): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    await Promise.resolve();
  }
  expect(store.get().state).not.toBe('saving');
}
