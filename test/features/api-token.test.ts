import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import type { Role, TokenScope } from '../../src/core/vocabulary.js';
import { ApiTokenEntity } from '../../src/features/identity/api-token.entity.js';
import { isToken, newToken } from '../../src/features/identity/api-token.format.js';
import {
  ApiTokenService,
  type ApiTokenCreate,
  type NewApiToken,
} from '../../src/features/identity/api-token.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { graphql, type Refusal } from '../support/client.js';
import { actingAs } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

const DAY_MS = 86_400_000;

let now = new Date('2026-11-23T09:00:00Z');
let app: TestApp;
let tokens: ApiTokenService;

beforeAll(async () => {
  app = await startApp({ as: 'door', clock: { now: () => now } });
  tokens = app.get(ApiTokenService);
});
afterAll(async () => {
  await app.close();
});
afterEach(() => {
  now = new Date('2026-11-23T09:00:00Z');
});

let people = 0;
function somebody(role: Role = 'MEMBER'): Promise<PersonEntity> {
  people += 1;
  const email = `somebody-${people}@example.org`;
  return app.write((tx) => app.get(PersonService).create(tx, { name: 'Ann', email, role }));
}

function tokenFor(
  person: PersonEntity,
  input: Partial<ApiTokenCreate> = {},
  actor: Actor = actingAs(person, person.role),
): Promise<NewApiToken> {
  const values = { name: 'CI', scopes: ['read'] as TokenScope[], days: 30, ...input };
  return app.write((tx) => tokens.create(tx, { personId: person.id, ...values }), actor);
}

const scoped = (person: PersonEntity, ...scopes: TokenScope[]): Actor => ({
  kind: 'person',
  personId: person.id,
  role: person.role,
  scopes: new Set(scopes),
});

const withToken = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

const CREATE = `mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) {
  token apiToken { id hint kind name scopes createdAt expiresAt lastUsedAt revokedAt }
  userErrors { code field message } } }`;
interface Created {
  readonly apiTokenCreate: {
    readonly token: string | null;
    readonly apiToken: { readonly id: string; readonly expiresAt: string } | null;
    readonly userErrors: Refusal[];
  };
}

describe('the form of a token', () => {
  it('says what it is, and a slip of one character is noticed', () => {
    const token = newToken('API');
    expect(token).toMatch(/^fpn_[\w-]{49}$/);
    expect(newToken('FEED')).toMatch(/^fpf_[\w-]{49}$/);
    expect(isToken(token)).toBe(true);
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'x' ? 'y' : 'x';
      expect(isToken(token.slice(0, at) + other + token.slice(at + 1))).toBe(false);
    }
    expect(isToken(token.slice(0, -1))).toBe(false);
    expect(isToken(` ${token}`)).toBe(false);
  });

  it('what is no token is turned away without a question to the database', async () => {
    const nobody = { ...app.ctx(), db: undefined as never };
    for (const text of ['', 'fpn_', 'Bearer', `${newToken('API')}x`, '令牌']) {
      expect(await tokens.resolve(nobody, text)).toBeNull();
    }
  });
});

describe('a token', () => {
  it('speaks for its person within its scopes until it expires, is revoked or they leave', async () => {
    const ann = await somebody();
    const { token, row } = await tokenFor(ann, { scopes: ['write', 'read'], days: 2 });
    const found = await tokens.resolve(app.ctx(), token);
    expect(found).toMatchObject({
      tokenId: row.id,
      kind: 'API',
      person: { id: ann.id, role: 'MEMBER', archivedAt: null },
    });
    expect([...(found?.scopes ?? [])]).toEqual(['read', 'write']);
    expect(await tokens.resolve(app.ctx(), newToken('API'))).toBeNull();

    now = new Date(now.getTime() + 2 * DAY_MS - 1);
    expect(await tokens.resolve(app.ctx(), token)).not.toBeNull();
    now = new Date(now.getTime() + 1);
    expect(await tokens.resolve(app.ctx(), token)).toBeNull();
    now = new Date(now.getTime() - DAY_MS);

    // Whatever becomes of the token itself.
    const leave = (archivedAt: Date | null) =>
      app.write((tx) => tx.db.update(PersonEntity, { id: ann.id }, { archivedAt }));
    await leave(now);
    expect(await tokens.resolve(app.ctx(), token)).toBeNull();
    await leave(null);
    expect(await tokens.resolve(app.ctx(), token)).not.toBeNull();
    const bob = await somebody();
    const his = await tokenFor(bob);
    await app.write((tx) => tokens.revoke(tx, his.row.id), actingAs(bob));
    expect(await tokens.resolve(app.ctx(), his.token)).toBeNull();
  });

  it('is nowhere in the database, only its hash and how it begins', async () => {
    const { token, row } = await tokenFor(await somebody());
    const stored = await app.platform.database.read.findOneByOrFail(ApiTokenEntity, { id: row.id });
    expect(JSON.stringify(stored)).not.toContain(token.slice(12));
    expect(stored.hint).toBe(token.slice(0, 10));
    expect(stored.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has its use written down, at most every five minutes', async () => {
    const { token, row } = await tokenFor(await somebody());
    const used = async (): Promise<number | undefined> => {
      await tokens.resolve(app.ctx(), token);
      await tokens.onModuleDestroy();
      const { read } = app.platform.database;
      return (await read.findOneByOrFail(ApiTokenEntity, { id: row.id })).lastUsedAt?.getTime();
    };
    const first = now.getTime();
    expect(await used()).toBe(first);
    now = new Date(first + 299_999);
    expect(await used()).toBe(first);
    now = new Date(first + 300_000);
    expect(await used()).toBe(first + 300_000);
  });

  it('of an administrator opens what the role allows, and of one who is none any more does not', async () => {
    const root = await somebody('ADMIN');
    const { token } = await tokenFor(root, { scopes: ['read', 'admin'] });
    await app.write((tx) => app.get(PersonService).update(tx, root.id, { role: 'VIEWER' }));
    expect(await tokens.resolve(app.ctx(), token)).toMatchObject({ person: { role: 'VIEWER' } });
  });
});

describe('making a token', () => {
  it('over HTTP answers the token once, and no more than the asking token may', async () => {
    const ann = await somebody();
    const { token } = await tokenFor(ann, { scopes: ['read', 'write'], days: 10 });
    const input = { name: 'Nightly', scopes: ['READ', 'WRITE'] };
    const { data } = await graphql<Created>(app, CREATE, { input }, withToken(token));
    expect(data?.apiTokenCreate).toEqual({
      token: expect.stringMatching(/^fpn_/),
      apiToken: {
        id: expect.any(String),
        hint: data?.apiTokenCreate.token?.slice(0, 10),
        kind: 'API',
        name: 'Nightly',
        scopes: ['READ', 'WRITE'],
        createdAt: now.toISOString(),
        // Ninety days, but for the token that asked, which ends in ten.
        expiresAt: new Date(now.getTime() + 10 * DAY_MS).toISOString(),
        lastUsedAt: null,
        revokedAt: null,
      },
      userErrors: [],
    });
    const made = data?.apiTokenCreate.token ?? '';
    expect(await tokens.resolve(app.ctx(), made)).toMatchObject({ person: { id: ann.id } });

    const more = { ...input, scopes: ['READ', 'RESTRICTED'] };
    const refused = await graphql<Created>(app, CREATE, { input: more }, withToken(token));
    expect(refused.data?.apiTokenCreate).toMatchObject({
      token: null,
      apiToken: null,
      userErrors: [{ code: 'FORBIDDEN' }],
    });
    expect(await tokens.listOf(app.ctx(), ann.id)).toHaveLength(2);
  });

  it('with a token that only reads is refused', async () => {
    const { token } = await tokenFor(await somebody());
    const input = { name: 'More', scopes: ['READ'] };
    const { errors } = await graphql(app, CREATE, { input }, withToken(token));
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is for oneself only, but for the operator', async () => {
    const ann = await somebody();
    const root = await somebody('ADMIN');
    await expect(tokenFor(ann, {}, actingAs(root, 'ADMIN'))).rejects.toThrow('FORBIDDEN');
    await expect(tokenFor(ann, {}, { kind: 'anonymous' })).rejects.toThrow('FORBIDDEN');
    expect(await tokenFor(ann, {}, { kind: 'operator' })).toMatchObject({ row: { kind: 'API' } });
  });

  it('refuses scopes that the role can never use, and a token that cannot read', async () => {
    const roles = { ADMIN: [], MEMBER: ['admin'], VIEWER: ['write', 'admin'] } as const;
    for (const [role, refused] of Object.entries(roles) as [Role, readonly TokenScope[]][]) {
      const person = await somebody(role);
      for (const scope of ['write', 'admin', 'restricted'] as const) {
        const made = tokenFor(person, { scopes: ['read', scope] }, { kind: 'operator' });
        if (refused.includes(scope)) await expect(made).rejects.toThrow('scopeBeyondRole');
        else expect((await made).row.scopes).toEqual(['read', scope]);
      }
      await expect(tokenFor(person, { scopes: [] })).rejects.toThrow('tokenReads');
    }
  });

  it('for feeds gives one that reads nothing restricted and is no good for the API', async () => {
    const root = await somebody('ADMIN');
    for (const scope of ['write', 'admin', 'restricted'] as const) {
      const made = tokenFor(root, { kind: 'FEED', scopes: ['read', scope] });
      await expect(made).rejects.toThrow('feedReads');
    }
    const { token } = await tokenFor(root, { kind: 'FEED' });
    expect(token).toMatch(/^fpf_/);
    expect(await tokens.resolve(app.ctx(), token)).toMatchObject({ kind: 'FEED' });
    const { data, errors } = await graphql(app, '{ viewer { name } }', {}, withToken(token));
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('asks for 1 to 366 whole days', async () => {
    const ann = await somebody();
    for (const days of [0, -1, 367, 1.5, Number.NaN]) {
      await expect(tokenFor(ann, { days })).rejects.toMatchObject({ code: 'VALIDATION' });
    }
    const { row } = await tokenFor(ann, { days: 366 });
    expect(row.expiresAt.getTime()).toBe(now.getTime() + 366 * DAY_MS);
  });

  it('stops at fifty in use, of which one that has ended is none', async () => {
    const ann = await somebody();
    const first = await tokenFor(ann);
    for (let count = 1; count < 50; count++) await tokenFor(ann, { days: 1 });
    await expect(tokenFor(ann)).rejects.toThrow('tooManyTokens');
    await app.write((tx) => tokens.revoke(tx, first.row.id), actingAs(ann));
    await tokenFor(ann);
    await expect(tokenFor(ann)).rejects.toThrow('tooManyTokens');
    now = new Date(now.getTime() + DAY_MS);
    await tokenFor(ann);
    // What ended long ago leaves the list.
    now = new Date(now.getTime() + 92 * DAY_MS);
    await tokenFor(ann);
    expect((await tokens.listOf(app.ctx(), ann.id)).length).toBe(4);
  });

  it('is not for somebody who has left, or who is not there', async () => {
    const ann = await somebody();
    await app.write((tx) => app.get(PersonService).archive(tx, ann.id));
    await expect(tokenFor(ann)).rejects.toThrow('NOT_FOUND');
    await expect(tokenFor({ ...ann, id: 'nobody' }, {}, { kind: 'operator' })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('ending a token', () => {
  const REVOKE = `mutation ($id: ID!) { apiTokenRevoke(id: $id) {
    apiToken { id revokedAt } userErrors { code } } }`;

  it('works at once, also by itself', async () => {
    const { token, row } = await tokenFor(await somebody(), { scopes: ['read', 'write'] });
    const { data } = await graphql(app, REVOKE, { id: row.id }, withToken(token));
    expect(data).toEqual({
      apiTokenRevoke: {
        apiToken: { id: row.id, revokedAt: now.toISOString() },
        userErrors: [],
      },
    });
    const { errors } = await graphql(app, '{ viewer { name } }', {}, withToken(token));
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is for its person and administrators; for others it is not there', async () => {
    const ann = await somebody();
    const { row, token } = await tokenFor(ann);
    const bob = await somebody();
    const root = await somebody('ADMIN');
    const strangers: Actor[] = [
      actingAs(bob),
      scoped(root, 'read', 'write'),
      scoped(ann, 'read'),
      { kind: 'anonymous' },
    ];
    for (const stranger of strangers) {
      await expect(app.write((tx) => tokens.revoke(tx, row.id), stranger)).rejects.toThrow(
        'NOT_FOUND',
      );
    }
    expect(await tokens.resolve(app.ctx(), token)).not.toBeNull();
    const first = await app.write((tx) => tokens.revoke(tx, row.id), scoped(root, 'read', 'admin'));
    now = new Date(now.getTime() + 1_000);
    const second = await app.write((tx) => tokens.revoke(tx, row.id), actingAs(ann));
    expect(second.revokedAt).toEqual(first.revokedAt);
  });

  it('can be done to all of a person', async () => {
    const ann = await somebody();
    const bob = await somebody();
    const made = [await tokenFor(ann), await tokenFor(ann)];
    const his = await tokenFor(bob);
    await expect(app.write((tx) => tokens.revokeAll(tx, ann.id), actingAs(bob))).rejects.toThrow(
      'FORBIDDEN',
    );
    await app.write((tx) => tokens.revokeAll(tx, ann.id), actingAs(ann));
    for (const { token } of made) expect(await tokens.resolve(app.ctx(), token)).toBeNull();
    expect(await tokens.resolve(app.ctx(), his.token)).not.toBeNull();
  });
});

describe('the list of tokens', () => {
  const LIST = `query ($first: Int!) { people(first: $first) { nodes { id apiTokens { name hint } } } }`;
  interface Listed {
    readonly people: { readonly nodes: { id: string; apiTokens: { name: string }[] }[] };
  }
  const listed = async (token: string, personId: string): Promise<string[]> => {
    const { data } = await graphql<Listed>(app, LIST, { first: 100 }, withToken(token));
    const node = data?.people.nodes.find(({ id }) => id === personId);
    return (node?.apiTokens ?? []).map(({ name }) => name);
  };

  it('shows their own to everybody, anybody’s to administrators, and nothing to others', async () => {
    const ann = await somebody();
    const root = await somebody('ADMIN');
    const { token: hers } = await tokenFor(ann, { name: 'first' });
    await tokenFor(ann, { name: 'second' });
    const { token: reads } = await tokenFor(root);
    const { token: administers } = await tokenFor(root, { scopes: ['read', 'admin'] });
    expect(await listed(hers, ann.id)).toEqual(['second', 'first']);
    expect(await listed(hers, root.id)).toEqual([]);
    expect(await listed(reads, ann.id)).toEqual([]);
    expect(await listed(administers, ann.id)).toEqual(['second', 'first']);
  });

  it('costs as many statements for one person as for all', async () => {
    const root = await somebody('ADMIN');
    const { token } = await tokenFor(root, { scopes: ['read', 'admin'] });
    const ask = (first: number) => () => graphql(app, LIST, { first }, withToken(token));
    await ask(1)();
    await tokens.onModuleDestroy();
    const one = await statementsOf(app, ask(1));
    const all = await statementsOf(app, ask(100));
    expect(all).toHaveLength(one.length);
  });
});
