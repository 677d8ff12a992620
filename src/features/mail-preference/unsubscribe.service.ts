import { Injectable } from '@nestjs/common';

import { OPERATOR } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { PublicUrl } from '../../core/public-url.js';
import { Database } from '../../infra/database/database.js';
import { Signer } from '../../infra/signer.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { MAIL_LISTS, type MailList } from './mail-choices.js';
import { mailPreferencesOf } from './mail-preference.loaders.js';
import { change } from './mail-preference.service.js';

/** Where a kind of mail is left; what follows is kept out of logs as a query is. */
export const UNSUBSCRIBE_PATH = '/unsubscribe';

const PURPOSE = 'unsubscribe';
const BYTES = 1 + 16;

/** What somebody leaves. */
export interface Leaving {
  readonly list: MailList;
  readonly person: PersonEntity;
  /** They get no such mail as it is. */
  readonly hasLeft: boolean;
}

/**
 * Lets people leave a kind of mail by a link in it, without signing in, as RFC 8058 has it. The
 * link does nothing else, so it does not expire.
 */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly signer: Signer,
    private readonly publicUrl: PublicUrl,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** The address that goes into a mail to this person. */
  urlFor(personId: string, list: MailList): string {
    const id = Buffer.from(personId.replaceAll('-', ''), 'hex');
    const content = Buffer.concat([Buffer.of(MAIL_LISTS.indexOf(list)), id]);
    const query = new URLSearchParams({ token: this.signer.sign(PURPOSE, content) });
    return `${this.publicUrl.origin}${UNSUBSCRIBE_PATH}?${query.toString()}`;
  }

  /** What a link is for; null for one that did not come from here, or for somebody who is gone. */
  async find(ctx: Ctx, token: string): Promise<Leaving | null> {
    const content = this.signer.open(PURPOSE, token);
    const list = MAIL_LISTS[content?.at(0) ?? -1];
    if (content?.length !== BYTES || list === undefined) return null;
    const hex = content.subarray(1).toString('hex');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const person = await ctx.db.findOneBy(PersonEntity, { id });
    if (person?.archivedAt !== null) return null;
    const preferences = await mailPreferencesOf({ ...ctx, actor: OPERATOR }).load(id);
    return { list, person, hasLeft: !preferences[list] };
  }

  /** Sends them no more of it. */
  async leave(ctx: Ctx, { list, person, hasLeft }: Leaving): Promise<void> {
    if (hasLeft) return;
    const { id, role } = person;
    const actor = {
      kind: 'person',
      personId: id,
      role,
      scopes: new Set(['write'] as const),
    } as const;
    const theirs: Ctx = { ...ctx, actor, origin: { address: ctx.origin.address } };
    await this.database.transaction(theirs, async (tx) => {
      await change(tx, id, { [list]: false });
      this.audit.note(tx, {
        act: 'mailPreferencesUpdate',
        subject: { type: 'Person', id },
        detail: { fields: [list], via: 'unsubscribe' },
      });
    });
  }
}
