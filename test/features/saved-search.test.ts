import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { actingAs, aPerson } from '../support/factory.js';

let app: TestApp;
let ada: Actor;
let lin: Actor;
let viewer: Actor;
let admin: Actor;
beforeAll(async () => {
  app = await startApp();
  const someone = async (name: string, role: 'ADMIN' | 'MEMBER' | 'VIEWER' = 'MEMBER') =>
    actingAs(await aPerson(app, name), role);
  ada = await someone('Ada');
  lin = await someone('林怡君');
  viewer = await someone('Vera', 'VIEWER');
  admin = await someone('Root', 'ADMIN');
});
afterAll(async () => {
  await app.close();
});

interface Answer {
  readonly it: {
    readonly savedSearch: { readonly id: string; readonly version: number } | null;
    readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
  };
}

async function attempt(actor: Actor, call: string, variables: object = {}): Promise<Answer['it']> {
  const head = 'input' in variables ? '($input: SavedSearchCreateInput!)' : '';
  const document = `mutation ${head} { it: ${call} { savedSearch { id version } userErrors { code field } } }`;
  return (await askAs<Answer>(app, actor, document, { ...variables })).it;
}

const save = (actor: Actor, input: object): Promise<Answer['it']> =>
  attempt(actor, 'savedSearchCreate(input: $input)', { input });

async function saved(actor: Actor): Promise<unknown[]> {
  const document = '{ savedSearches { name address shared isMine owner { name } } }';
  return (await askAs<{ savedSearches: unknown[] }>(app, actor, document)).savedSearches;
}

const codeOf = ({ userErrors }: Answer['it']): string => userErrors[0]?.code ?? 'done';

describe('saved searches', () => {
  it('are for whoever keeps them, and for everybody where they are shared', async () => {
    const address = '?q=連線池&severity=SEV1';
    await save(ada, { name: 'Worst pools', address });
    await save(ada, { name: 'All pools', address: '?q=pool', shared: true });
    await save(lin, { name: '我的', address: '?q=x' });
    const owner = { name: 'Ada' };
    const shared = { name: 'All pools', address: '?q=pool', shared: true, owner };
    expect(await saved(ada)).toEqual([
      { ...shared, isMine: true },
      { name: 'Worst pools', address, shared: false, isMine: true, owner },
    ]);
    expect(await saved(lin)).toEqual([
      { name: '我的', address: '?q=x', shared: false, isMine: true, owner: { name: '林怡君' } },
      { ...shared, isMine: false },
    ]);
  });

  it('are kept by viewers too, for themselves', async () => {
    expect(codeOf(await save(viewer, { name: 'mine', address: '?q=a' }))).toBe('done');
    expect(codeOf(await save(viewer, { name: 'ours', address: '?q=a', shared: true }))).toBe(
      'FORBIDDEN',
    );
  });

  it('have a name that their owner uses once, and an address that stays in the library', async () => {
    await save(ada, { name: 'twice', address: '?q=1' });
    expect((await save(ada, { name: 'twice', address: '?q=2' })).userErrors).toEqual([
      { code: 'ALREADY_EXISTS', field: ['input', 'name'] },
    ]);
    expect(codeOf(await save(lin, { name: 'twice', address: '?q=2' }))).toBe('done');
    const addresses = ['//evil.example', 'https://evil.example/?q=1', '', '?q=a b', '?q=a\nb'];
    for (const address of [...addresses, `?q=${'x'.repeat(2_048)}`]) {
      expect((await save(ada, { name: 'odd', address })).userErrors).toEqual([
        { code: 'VALIDATION', field: ['input', 'address'] },
      ]);
    }
  });

  it('are changed by their owner; a stale change is refused and nothing is lost', async () => {
    const { savedSearch } = await save(ada, { name: 'to change', address: '?q=1', shared: true });
    const change = (actor: Actor, input: string) =>
      attempt(actor, `savedSearchUpdate(id: "${savedSearch?.id}", input: ${input})`);
    expect(codeOf(await change(lin, '{ name: "x" }'))).toBe('FORBIDDEN');
    expect(codeOf(await change(ada, '{ name: "changed", shared: false }'))).toBe('done');
    const late = await change(ada, '{ name: "late", expectedVersion: 1 }');
    expect([codeOf(late), late.savedSearch?.version]).toEqual(['CONFLICT', 2]);
    expect(codeOf(await change(lin, '{ name: "x" }'))).toBe('NOT_FOUND');
    expect(await saved(ada)).toContainEqual({
      ...{ name: 'changed', address: '?q=1', shared: false, isMine: true },
      owner: { name: 'Ada' },
    });
  });

  it('are forgotten by their owner, and by administrators where everybody sees them', async () => {
    const mine = await save(ada, { name: 'mine', address: '?q=1' });
    const ours = await save(ada, { name: 'ours', address: '?q=1', shared: true });
    const forget = (actor: Actor, { savedSearch }: Answer['it']) =>
      attempt(actor, `savedSearchDelete(id: "${savedSearch?.id}")`).then(codeOf);
    expect(await forget(admin, mine)).toBe('NOT_FOUND');
    expect(await forget(lin, ours)).toBe('FORBIDDEN');
    expect(await forget(admin, ours)).toBe('done');
    expect(await forget(ada, mine)).toBe('done');
    expect(await forget(ada, mine)).toBe('NOT_FOUND');
  });
});
