import { Inject, Injectable } from '@nestjs/common';

import { ANONYMOUS, type Actor } from '../../core/actor.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx, Origin } from '../../core/ctx.js';
import { UnauthenticatedError } from '../../core/errors.js';
import type { PersonEntity } from '../people/person.entity.js';
import { ApiTokenService, type ResolvedToken } from './api-token.service.js';
import { SessionService } from './session.service.js';

/** What a request came with to show who it is from. */
export interface Proof {
  /** What its session cookie holds. */
  readonly cookie?: string | undefined;
  /** The token of its `Authorization: Bearer …` header. */
  readonly bearer?: string | undefined;
  /** The token in the address of a feed: with it, nothing else counts. */
  readonly feed?: string | undefined;
}

/** Who a request is from, and where. */
export interface Recognized {
  readonly actor: Actor;
  readonly origin: Origin;
}

/** Finds out who a request is from. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: ApiTokenService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A program that sends a token is told when it is of no use; a browser whose session has ended
   * is nobody, and will be asked to sign in, and so is a feed by an address that is not good.
   * @param ctx anonymous, with the address
   * @param isUse whether a session counts as used by it, and so goes on for longer
   * @throws UnauthenticatedError for a token that is not valid or is for feeds
   */
  async authenticate(ctx: Ctx, { cookie, bearer, feed }: Proof, isUse = true): Promise<Recognized> {
    const { address } = ctx.origin;
    if (feed !== undefined) {
      const found = await this.tokens.resolve(ctx, feed);
      // Why one is of no use is nobody's business: whoever guesses must not learn it.
      if (found?.kind !== 'FEED') return { actor: ANONYMOUS, origin: { address } };
      const { person, scopes, tokenId } = found;
      return { actor: this.#actor(person, scopes), origin: { address, tokenId } };
    }
    if (bearer !== undefined) {
      const found = await this.tokens.resolve(ctx, bearer);
      if (found?.kind !== 'API') throw new UnauthenticatedError('tokenInvalid');
      const { person, scopes, tokenId } = found;
      return { actor: this.#actor(person, scopes), origin: { address, tokenId } };
    }
    const found = cookie === undefined ? null : await this.sessions.find(ctx, cookie, isUse);
    if (!found) return { actor: ANONYMOUS, origin: { address } };
    return { actor: this.#actor(found.person), origin: { address, sessionId: found.row.id } };
  }

  #actor(
    { id, role }: PersonEntity | ResolvedToken['person'],
    scopes?: ResolvedToken['scopes'],
  ): Actor {
    const readsDrafts = this.config.draftsAreOpen;
    return { kind: 'person', personId: id, role, scopes, readsDrafts };
  }
}
