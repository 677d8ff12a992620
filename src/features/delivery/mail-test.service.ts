import { Inject, Injectable } from '@nestjs/common';

import { hasScope, personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { ForbiddenError, FupanError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import { MAILER, MailError, type Mailer } from '../../infra/mail/mailer.js';
import { testMessage } from '../../locales/outgoing.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { htmlOf, textOf } from './mail-body.js';

/** Whether mail leaves, and where from. */
export interface MailState {
  readonly isOn: boolean;
  readonly from: string | null;
}

/** Tries out whether mail arrives. */
@Injectable()
export class MailTest {
  constructor(
    @Inject(MAILER) private readonly mailer: Mailer,
    private readonly publicUrl: PublicUrl,
    private readonly audit: AuditLog,
  ) {}

  status(): MailState {
    const from = this.mailer.from?.address ?? null;
    return { isOn: from !== null, from };
  }

  /**
   * Sends a mail to the caller, and to nobody else, at once.
   * @throws FupanError FORBIDDEN, WRONG_STATE where mail is off, where the caller has no address,
   *   and where the server did not take it
   */
  run(ctx: Ctx): Promise<MailState> {
    return this.sendToCaller(ctx, () =>
      Promise.resolve(testMessage(ctx.locale, this.publicUrl.origin)),
    );
  }

  /** The same with another message. */
  async sendToCaller(
    ctx: Ctx,
    compose: (caller: PersonEntity) => Promise<OutgoingMessage>,
  ): Promise<MailState> {
    const id = personIdOf(ctx.actor);
    if (id === null || !hasScope(ctx.actor, 'write')) throw new ForbiddenError();
    const person = await ctx.db.findOneBy(PersonEntity, { id });
    if (!person) throw new ForbiddenError();
    if (this.mailer.from === null) throw new FupanError('WRONG_STATE', 'mailOff');
    if (person.email === null) throw new FupanError('WRONG_STATE', 'mailNoAddress');
    const message = await compose(person);
    await this.audit.record(ctx, { act: 'mailTest', subject: { type: 'Person', id } });
    try {
      await this.mailer.send({
        to: { name: person.name, address: person.email },
        subject: message.title,
        html: message.mail?.html ?? htmlOf(message),
        text: message.mail?.text ?? textOf(message),
        id: newId(),
      });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      const reason = error.message;
      throw new FupanError('WRONG_STATE', 'mailFailed', { reason }, undefined, { cause: error });
    }
    return this.status();
  }
}
