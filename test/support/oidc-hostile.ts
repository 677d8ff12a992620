import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { expect } from '@jest/globals';

import type { Logger } from '../../src/core/logger.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { ProviderAccountEntity } from '../../src/features/identity/credential.entity.js';
import type { OidcRefusal } from '../../src/features/identity/oidc.errors.js';
import { SessionEntity } from '../../src/features/identity/session.entity.js';
import type { TestApp } from './app.js';
import { aKnownPerson, signIn, startOidcApp, tally } from './oidc-app.js';
import {
  startFakeProvider,
  type FakeProvider,
  type Json,
  type Lies,
} from './oidc-fake-provider.js';
import { CLIENT, closed, listening } from './oidc-provider.js';

/** The address of the administrator whom the fake provider claims to have signed in. */
export const VICTIM = 'victim@example.org';

/** How the fake provider answers at one of its paths. */
export type Answer = NonNullable<NonNullable<Lies['at']>['/token']>;

/** A fupan that trusts a provider which lies when it is told to. */
export interface HostileWorld {
  readonly app: TestApp;
  readonly fake: FakeProvider;
  /** What fupan has written to its log. */
  readonly logged: readonly string[];
  /** A server inside the network, where nobody but a fool would go, and how often it was asked. */
  readonly inside: { readonly asked: number };
  /** Sends whoever asks to that server. */
  readonly elsewhere: Answer;
  /** Signs in anew, with a provider that fupan has to ask again who it is. */
  readonly attempt: (lies: Lies) => Promise<{ refused: string | null }>;
  /** The lie gets nobody in and leaves no trace but the audit note; without it the same way leads in. */
  readonly expectRefused: (lies: Lies, refusal: OidcRefusal) => Promise<void>;
  /** Nobody is linked and nobody is signed in. */
  readonly forget: () => Promise<void>;
  /** No code, no token and no address of a person is in the log. */
  readonly expectNoSecretLogged: () => void;
  readonly close: () => Promise<void>;
}

/** Starts the provider and the fupan that trusts it. */
export async function startHostileWorld(): Promise<HostileWorld> {
  const fake = await startFakeProvider(CLIENT.id);
  Object.assign(fake.account, {
    sub: 'the-victim',
    email: VICTIM,
    email_verified: true,
    name: 'Victim',
    groups: ['staff'],
  });
  const inside = { asked: 0 };
  const server = createServer((_request, response) => {
    inside.asked += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const insideOrigin = await listening(server);

  const logged: string[] = [];
  const note = (data: object, message: string): void => {
    logged.push(inspect({ data, message }, { depth: 12, maxStringLength: null }));
  };
  const log: Logger = { info: note, warn: note, error: note, debug: note };
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const env = { FUPAN_OIDC_MEMBER_GROUPS: 'staff', FUPAN_OIDC_DEFAULT_ROLE: 'none' };
  const app = await startOidcApp(fake.issuer, env, { clock, log });
  await aKnownPerson(app, { name: 'Victim', email: VICTIM, role: 'ADMIN' });

  async function attempt(lies: Lies): Promise<{ refused: string | null }> {
    // What is known of the provider holds for an hour.
    ahead += 61 * 60_000;
    fake.lies = lies;
    try {
      return await signIn(app);
    } finally {
      fake.lies = {};
    }
  }

  return {
    app,
    fake,
    logged,
    inside,
    elsewhere: (response) => {
      response.writeHead(302, { location: `${insideOrigin}/admin` }).end();
    },
    attempt,
    async expectRefused(lies, refusal) {
      const before = await tally(app);
      expect(await attempt(lies)).toEqual(expect.objectContaining({ refused: refusal }));
      expect(await tally(app)).toEqual(before);
      const { read } = app.platform.database;
      const [last] = await read.find(AuditEntryEntity, { order: { seq: 'DESC' }, take: 1 });
      expect(last).toMatchObject({
        act: 'signIn',
        outcome: 'REFUSED',
        detail: { reason: refusal },
      });
      expect(await attempt({})).toEqual(expect.objectContaining({ refused: null }));
    },
    async forget() {
      await app.write(async (tx) => {
        for (const entity of [ProviderAccountEntity, SessionEntity]) {
          await tx.db.createQueryBuilder().delete().from(entity).execute();
        }
      });
    },
    expectNoSecretLogged() {
      const text = logged.join('\n');
      expect(fake.secrets.length).toBeGreaterThan(40);
      for (const secret of [...fake.secrets, CLIENT.secret]) {
        expect(text.includes(secret.slice(0, 40))).toBe(false);
      }
      expect(text).not.toContain(VICTIM);
      expect(text).not.toContain('<script>');
    },
    async close() {
      await app.close();
      await fake.close();
      await closed(server);
    },
  };
}

/** An ID token with these claims changed. */
export const claims = (changed: Json): Lies => ({ claims: changed });
/** A provider that says this of itself. */
export const discovers = (changed: Json): Lies => ({
  discovery: (honest) => ({ ...honest, ...changed }),
});
