import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { PublicUrl } from '../../core/public-url.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import {
  OwnTransactions,
  Reading,
  TheBrowser,
  Writing,
  type Browser,
} from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { SessionEntity } from './session.entity.js';
import {
  PasswordChangeInput,
  PasswordChangePayload,
  Session,
  SessionCreateInput,
  SessionCreatePayload,
  SessionEndPayload,
  SessionRevokeOthersPayload,
  SessionRevokePayload,
  SignInMethods,
} from './session.graphql.js';
import { sessionsOfPerson } from './session.loaders.js';
import { SessionService } from './session.service.js';
import { SignIn } from './sign-in.service.js';

@Resolver(() => Session)
export class SessionFieldsResolver {
  @ResolveField(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent(@Reading() ctx: Ctx, @Parent() { id }: SessionEntity): boolean {
    return ctx.origin.sessionId === id;
  }
}

@Resolver(() => Person)
export class SessionResolver {
  constructor(
    private readonly sessions: SessionService,
    private readonly signIn: SignIn,
    private readonly publicUrl: PublicUrl,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Requires('nothing')
  @Query(() => SignInMethods, { description: 'In which ways people can sign in here.' })
  signInMethods(): SignInMethods {
    const { password, oidc } = this.config.signIn;
    const url = `${this.publicUrl.origin}/auth/oidc/start`;
    return { password, openIdConnect: oidc && { label: oidc.label, url } };
  }

  @ResolveField('sessions', () => [Session], {
    description:
      'The browsers in which they have signed in, the newest first. Their own, or for administrators anybody’s; for others an empty list.',
  })
  async sessionsOf(@Reading() ctx: Ctx, @Parent() { id }: PersonEntity): Promise<SessionEntity[]> {
    const rows = await sessionsOfPerson(ctx).load(id);
    return rows.filter((row) => this.sessions.isLive(ctx, row));
  }

  @Requires('nothing')
  @OwnTransactions()
  @Mutation(() => SessionCreatePayload, {
    description:
      'Signs in by e-mail address and password: the answer sets the session cookie. RATE_LIMITED after too many wrong ones.',
  })
  async sessionCreate(
    @Reading() ctx: Ctx,
    @TheBrowser() browser: Browser,
    @Args('input', { description: 'Who, and how they show it.' }) input: SessionCreateInput,
  ): Promise<Payload<'person', PersonEntity>> {
    const { row, token } = await this.signIn.withPassword(ctx, input, browser.userAgent);
    browser.begin(token, row.expiresAt);
    const actor = { kind: 'person', personId: row.personId, role: 'VIEWER' } as const;
    return { person: await personById({ ...ctx, actor }).load(row.personId) };
  }

  @Requires('read')
  @Mutation(() => SessionEndPayload, {
    description: 'Signs out: ends the session of this browser.',
  })
  async sessionEnd(
    @Writing() tx: TxCtx,
    @TheBrowser() browser: Browser,
  ): Promise<Payload<'session', SessionEntity>> {
    const session = await this.sessions.end(tx);
    browser.end();
    return { session };
  }

  @Requires('read')
  @Mutation(() => SessionRevokePayload, {
    description: 'Ends one session at once: one’s own, or for administrators anybody’s.',
  })
  async sessionRevoke(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
  ): Promise<Payload<'session', SessionEntity>> {
    return { session: await this.sessions.revoke(tx, id) };
  }

  @Requires('read')
  @Mutation(() => SessionRevokeOthersPayload, {
    description: 'Ends all sessions of whoever asks but the one they ask with.',
  })
  async sessionRevokeOthers(@Writing() tx: TxCtx): Promise<Payload<'person', PersonEntity>> {
    await this.sessions.revokeOthers(tx);
    return { person: await this.#self(tx) };
  }

  @Requires('admin')
  @OwnTransactions()
  @Mutation(() => PasswordChangePayload, {
    description: 'Gives whoever asks a new password, and ends their other sessions.',
  })
  async passwordChange(
    @Reading() ctx: Ctx,
    @Args('input', { description: 'The present one and the new one.' }) input: PasswordChangeInput,
  ): Promise<Payload<'person', PersonEntity>> {
    return { person: await this.signIn.changePassword(ctx, input) };
  }

  async #self(tx: TxCtx): Promise<PersonEntity | null> {
    return tx.actor.kind === 'person' ? personById(tx).load(tx.actor.personId) : null;
  }
}
