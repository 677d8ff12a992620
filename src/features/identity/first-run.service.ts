import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { z } from 'zod';

import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { Database } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { removeSetupLink, writeSetupLink } from '../../infra/setup-link-file.js';
import { PersonEntity } from '../people/person.entity.js';
import {
  CredentialEntity,
  ProviderAccountEntity,
  type InvitationEntity,
} from './credential.entity.js';
import { InvitationService } from './invitation.service.js';
import { PasswordService } from './password.service.js';
import { SessionService, type NewSession } from './session.service.js';

const administrator = z.object({ name: text.name, email: text.email, password: z.string() });
export type Administrator = z.input<typeof administrator>;

/** The link by which the first administrator comes in. */
export interface SetupLink {
  readonly url: string;
  readonly expiresAt: Date;
  /** The file that holds it as well. */
  readonly path: string;
}

/** Lets the first administrator in: there is no account before they make theirs. */
@Injectable()
export class FirstRun implements OnModuleDestroy {
  #expiry: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationService,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes a link for the first administrator, good for one hour, and leaves it in the data folder
   * too. Null if an administrator can sign in already.
   */
  async offer(ctx: Ctx): Promise<SetupLink | null> {
    if (ctx.actor.kind !== 'operator') throw new ForbiddenError();
    this.#withdraw();
    if (!(await this.#isNeeded(ctx))) return null;
    const { row, url } = await this.database.transaction(ctx, (tx) =>
      this.invitations.issue(tx, 'FIRST_ADMIN', null),
    );
    const path = writeSetupLink(this.config.dataDir, url);
    const lifetime = row.expiresAt.getTime() - row.createdAt.getTime();
    this.#expiry = setTimeout(() => {
      this.#withdraw();
    }, lifetime).unref();
    return { url, expiresAt: row.expiresAt, path };
  }

  /** Whether this is a link by which the first administrator can still come in. */
  async isOpen(ctx: Ctx, token: string): Promise<boolean> {
    return (await this.#find(ctx, token)) !== null;
  }

  /**
   * Makes the first administrator, or one of the person with that e-mail address, and signs them in.
   * @throws FupanError NOT_FOUND if the link is of no use any more, VALIDATION
   */
  async setUp(
    ctx: Ctx,
    token: string,
    input: Administrator,
    userAgent: string | null,
  ): Promise<NewSession> {
    const invitation = await this.#find(ctx, token);
    if (!invitation) throw new NotFoundError('invitation');
    const { name, email, password } = checked(administrator, input, []);
    const passwordHash = this.config.signIn.password
      ? await this.passwords.hash(password, { name, email }, ['password'])
      : null;
    const session = await this.database.transaction(ctx, async (tx) => {
      await this.invitations.use(tx, invitation);
      const { id: personId } = await makeAdministrator(tx, name, email);
      if (passwordHash !== null) await this.passwords.store(tx, personId, passwordHash);
      return this.sessions.begin(tx, { personId, method: 'LINK', userAgent });
    });
    this.#withdraw();
    return session;
  }

  /** The next start makes a new link. */
  onModuleDestroy(): void {
    if (this.#expiry !== undefined) this.#withdraw();
  }

  /** Takes the link out of the data folder. */
  #withdraw(): void {
    clearTimeout(this.#expiry);
    this.#expiry = undefined;
    removeSetupLink(this.config.dataDir);
  }

  async #find(ctx: Ctx, token: string): Promise<InvitationEntity | null> {
    const row = await this.invitations.find(ctx, token, 'FIRST_ADMIN');
    // Somebody may have become administrator on the command line meanwhile.
    return row && (await this.#isNeeded(ctx)) ? row : null;
  }

  /** True unless there is an administrator who can sign in, in a way that is switched on. */
  async #isNeeded(ctx: Ctx): Promise<boolean> {
    const { password, oidc } = this.config.signIn;
    const admins = (account: typeof CredentialEntity | typeof ProviderAccountEntity) =>
      ctx.db
        .createQueryBuilder(PersonEntity, 'p')
        .innerJoin(account, 'a', 'a.personId = p.id')
        .where(`p.role = 'ADMIN' AND p.archivedAt IS NULL AND p.email IS NOT NULL`);
    if (password && (await admins(CredentialEntity).getExists())) return false;
    if (oidc === null) return true;
    const accounts = admins(ProviderAccountEntity).andWhere('a.issuer = :issuer', {
      issuer: oidc.issuer,
    });
    return !(await accounts.getExists());
  }
}

async function makeAdministrator(tx: TxCtx, name: string, email: string): Promise<PersonEntity> {
  const present = await tx.db.findOneBy(PersonEntity, { email });
  if (present) {
    const changes = { name, role: 'ADMIN', archivedAt: null } as const;
    return updateVersioned(tx, PersonEntity, present, undefined, changes);
  }
  const row: PersonEntity = {
    id: newId(),
    version: 1,
    name,
    email,
    locale: null,
    zone: null,
    role: 'ADMIN',
    createdAt: tx.clock.now(),
    archivedAt: null,
  };
  await insertRows(tx, PersonEntity, [row]);
  return row;
}
