import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import type { Actor } from './actor.js';
import type { Clock } from './clock.js';
import type { Language } from './vocabulary.js';

/** The reading half of an entity manager. */
export interface ReadManager {
  find: EntityManager['find'];
  findBy: EntityManager['findBy'];
  findOne: EntityManager['findOne'];
  findOneBy: EntityManager['findOneBy'];
  countBy: EntityManager['countBy'];
  existsBy: EntityManager['existsBy'];
  createQueryBuilder<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    alias: string,
  ): SelectQueryBuilder<Entity>;
}

/** Where a request came from, for the audit log. */
export interface Origin {
  /** Network address; null where it came over no network. */
  readonly address: string | null;
  /** The session of the browser, if that is how the caller came in. */
  readonly sessionId?: string | undefined;
  /** The API token, if that is. */
  readonly tokenId?: string | undefined;
}

/** On this machine, over no network. */
export const LOCAL: Origin = { address: null };

/**
 * Who asks, in which language, and the only road to the database. The first argument of every
 * service method; reads take a `Ctx`.
 */
export interface Ctx {
  readonly actor: Actor;
  readonly locale: Language;
  readonly requestId: string;
  readonly origin: Origin;
  readonly clock: Clock;
  readonly db: ReadManager;
}

/** A `Ctx` inside an open transaction. Writes take it, so that a write outside one does not compile. */
export interface TxCtx extends Ctx {
  readonly db: EntityManager;
  /**
   * Runs `work` once, just before the commit and within it, however often it is asked for under
   * the same key.
   */
  readonly beforeCommit: (key: string, work: (tx: TxCtx) => Promise<void>) => void;
}

/** True inside a transaction. */
export function isTx(ctx: Ctx): ctx is TxCtx {
  return 'beforeCommit' in ctx;
}
