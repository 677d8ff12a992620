import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { promise } from '../../infra/database/outbox.js';
import { DeliveryEntity, type DeliverySubject } from './delivery.entity.js';

/** The topic of deliveries in the outbox; each is named by its id. */
export const DELIVERY_TOPIC = 'delivery';

const MAX_KEY = 255;
const MAX_SUBJECT = 4_000;

/** Something that is to be told to somebody. */
export interface DeliveryPromise {
  /** Who composes it; see `Composers`. */
  readonly kind: string;
  /** At most 255 characters. Of all promises with the same one, the first is kept. */
  readonly dedupeKey: string;
  readonly to: { readonly personId: string } | { readonly channelId: string };
  readonly subject: DeliverySubject;
  /** Not before this; default: at once. */
  readonly dueAt?: Date;
}

/**
 * Promises to tell somebody something, if this transaction commits: once, however many processes
 * promise it.
 * @returns false if it was promised before
 */
export async function promiseDelivery(
  tx: TxCtx,
  { kind, dedupeKey, to, subject, dueAt }: DeliveryPromise,
): Promise<boolean> {
  if (dedupeKey.length > MAX_KEY || JSON.stringify(subject).length > MAX_SUBJECT) {
    throw new Error(`the key or the subject of a ${kind} is too long`);
  }
  const now = tx.clock.now();
  const id = newId();
  const row: DeliveryEntity = {
    id,
    kind,
    dedupeKey,
    personId: 'personId' in to ? to.personId : null,
    channelId: 'channelId' in to ? to.channelId : null,
    subject,
    createdAt: now,
    dueAt: dueAt ?? now,
    sentAt: null,
    state: 'WAITING',
    reason: null,
    lastError: null,
  };
  // The database decides who is first: it lets a second one wait for the first and then do nothing.
  await tx.db.createQueryBuilder().insert().into(DeliveryEntity).values(row).orIgnore().execute();
  if (!(await tx.db.existsBy(DeliveryEntity, { id }))) return false;
  await promise(tx, DELIVERY_TOPIC, [id], row.dueAt);
  return true;
}

/**
 * Says what a delivery says. It is asked at the moment of sending, with the permissions of whoever
 * will read it: what they may not see by then must not be in it. Null: nothing is left to say.
 */
export type Composer = (ctx: Ctx, delivery: DeliveryEntity) => Promise<OutgoingMessage | null>;

/** Who composes which kind of delivery. */
@Injectable()
export class Composers {
  readonly #byKind = new Map<string, Composer>();

  register(kind: string, composer: Composer): void {
    this.#byKind.set(kind, composer);
  }

  /** @throws Error if nobody composes this kind here: a newer version has promised it */
  of(kind: string): Composer {
    const composer = this.#byKind.get(kind);
    if (!composer) throw new Error(`nobody composes ${kind}`);
    return composer;
  }
}
