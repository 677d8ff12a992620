import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';

import { OPERATOR } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { TrackerFault } from '../../core/vocabulary.js';
import { Database, isUniqueViolation } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { SealError, SecretBox } from '../../infra/secret-box.js';
import { TrackerConnectionEntity, TrackerDeliveryEntity } from './tracker-connection.entity.js';
import { projectsOf } from './tracker-connection.service.js';
import {
  identityOf,
  trackerEvent,
  UnreadableDelivery,
  type TrackerEvent,
} from './tracker-event.js';
import { digestsOf, newTrackerSecret, signatureFault, type Delivery } from './tracker-signature.js';
import { TrackerStates } from './tracker-state.service.js';

/** What becomes of a delivery. `UNREADABLE`: it was signed well. */
export type Reception = 'TAKEN' | 'REFUSED' | 'UNREADABLE';

/**
 * Deliveries are remembered so long, and what a tracker tells later than that is old. Trackers try
 * again for a few days at most.
 */
const KEPT_MS = 7 * 86_400_000;
/** Old deliveries that are forgotten with each new one. */
const FORGOTTEN_AT_ONCE = 200;
/** That something was wrong is written down at most so often. */
const FAULT_NOTED_EVERY_MS = 60_000;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** This was heard before. */
class HeardBefore extends Error {}

/** Hears what trackers tell. */
@Injectable()
export class TrackerHook implements OnModuleDestroy {
  readonly #underWay = new Set<Promise<void>>();
  /** Stands in for a connection that is not there, so that it takes as long to refuse. */
  readonly #decoy: Pick<TrackerConnectionEntity, 'id' | 'provider' | 'secret'>;

  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly states: TrackerStates,
  ) {
    const id = randomUUID();
    const secret = box.seal(newTrackerSecret('GITHUB'), id);
    this.#decoy = { id, secret, provider: 'GITHUB' };
  }

  /**
   * Takes a delivery of a tracker. Whether the connection is not there, is archived or the signature
   * is wrong, nobody learns; nor does anybody learn what came of it.
   * @param id of the connection
   * @throws FupanError BUSY
   */
  async receive(ctx: Ctx, id: string, delivery: Delivery): Promise<Reception> {
    const found = ID.test(id)
      ? await ctx.db.findOneBy(TrackerConnectionEntity, { id, archivedAt: IsNull() })
      : null;
    const fault = this.#faultOf(ctx, found, delivery);
    if (!found || fault) {
      if (found && fault) this.#noteFault(ctx, found, fault);
      return 'REFUSED';
    }
    try {
      const event = trackerEvent(found.provider, delivery);
      await this.#take(ctx, found, delivery, event);
      return 'TAKEN';
    } catch (error) {
      if (error instanceof HeardBefore) return 'TAKEN';
      if (!(error instanceof UnreadableDelivery)) throw error;
      this.#noteFault(ctx, found, 'CONTENT');
      return 'UNREADABLE';
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  #faultOf(
    { clock }: Ctx,
    found: TrackerConnectionEntity | null,
    delivery: Delivery,
  ): TrackerFault | null {
    const now = clock.now();
    const { id, provider, secret } = found ?? this.#decoy;
    const previous =
      found?.previousUntil && found.previousUntil > now ? found.previousSecret : null;
    const present = this.#opened(secret, id);
    if (present === null) return 'SECRET';
    // One from before the key of this program was changed cannot be opened, and is not needed.
    const earlier = previous === null ? null : this.#opened(previous, id);
    const secrets = earlier === null ? [present] : [present, earlier];
    return signatureFault(provider, secrets, delivery, now);
  }

  #opened(sealed: string, id: string): string | null {
    try {
      return this.box.open(sealed, id);
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  }

  async #take(
    ctx: Ctx,
    connection: TrackerConnectionEntity,
    delivery: Delivery,
    event: TrackerEvent | null,
  ): Promise<void> {
    // Whatever a tracker tells is no doing of anybody here.
    const own: Ctx = { ...ctx, actor: OPERATOR };
    await this.database.transaction(own, async (tx) => {
      const now = tx.clock.now();
      // From here on the deliveries of a tracker come one after another.
      await tx.db.update(
        TrackerConnectionEntity,
        { id: connection.id },
        { lastDeliveryAt: now, lastError: null, lastErrorAt: null },
      );
      if (event === null) return;
      await remember(tx, connection, delivery);
      await forgetOld(tx, connection.id);
      if (event.at !== null && event.at.getTime() < now.getTime() - KEPT_MS) return;
      const identity = isHeard(connection, event) ? identityOf(connection, event) : null;
      if (identity !== null) await this.states.tell(tx, identity, event);
    });
  }

  /** Not waited for: it would tell that the connection is there. */
  #noteFault(ctx: Ctx, { id, lastErrorAt }: TrackerConnectionEntity, fault: TrackerFault): void {
    const now = ctx.clock.now();
    if (lastErrorAt && now.getTime() - lastErrorAt.getTime() < FAULT_NOTED_EVERY_MS) return;
    const changes = { lastError: fault, lastErrorAt: now };
    const note = this.database
      .transaction(ctx, (tx) => tx.db.update(TrackerConnectionEntity, { id }, changes))
      .then(
        () => undefined,
        // The next one that is wrong will be written down.
        () => undefined,
      )
      .finally(() => this.#underWay.delete(note));
    this.#underWay.add(note);
  }
}

/** @throws HeardBefore by its name, or by what it says */
async function remember(
  tx: TxCtx,
  { id: connectionId, provider }: TrackerConnectionEntity,
  delivery: Delivery,
): Promise<void> {
  const row = { id: newId(), connectionId, receivedAt: tx.clock.now() };
  try {
    await insertRows(tx, TrackerDeliveryEntity, [{ ...row, ...digestsOf(provider, delivery) }]);
  } catch (error) {
    throw isUniqueViolation(error) ? new HeardBefore() : error;
  }
}

async function forgetOld(tx: TxCtx, connectionId: string): Promise<void> {
  const receivedAt = LessThan(new Date(tx.clock.now().getTime() - KEPT_MS));
  const old = await tx.db.find(TrackerDeliveryEntity, {
    select: { id: true },
    where: { connectionId, receivedAt },
    order: { receivedAt: 'ASC' },
    take: FORGOTTEN_AT_ONCE,
  });
  if (old.length > 0)
    await tx.db.delete(
      TrackerDeliveryEntity,
      old.map(({ id }) => id),
    );
}

function isHeard(connection: TrackerConnectionEntity, { project }: TrackerEvent): boolean {
  const projects = projectsOf(connection);
  return projects?.some((each) => each.toLowerCase() === project.toLowerCase()) ?? true;
}
