import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

import { OPERATOR } from '../../core/actor.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { LOCAL, type Ctx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { LOGGER, type Logger } from '../../core/logger.js';
import { Database } from '../../infra/database/database.js';
import { MAILER, type Mailer } from '../../infra/mail/mailer.js';
import { Periodic } from '../../infra/periodic.js';
import { promiseDelivery, type DeliveryPromise } from '../delivery/delivery.service.js';
import { momentForPerson } from '../mail-preference/mail-preference.loaders.js';
import { personById } from '../people/people.loaders.js';
import { digestsDue } from './digest-due.read.js';

const LOOK_MS = 60_000;
/** Promised in one transaction. */
const AT_ONCE = 200;
/** More than that are not kept in mind; the database knows them all. */
const MOST_KEPT = 100_000;

/**
 * Promises the digests of each week when their hour has come: each once, however many processes
 * look and however often they start anew, because the database keeps one promise of a kind. What
 * was missed while fupan was down is made up for within the week.
 */
@Injectable()
export class DigestScheduler implements OnModuleDestroy {
  readonly #periodic: Periodic;
  readonly #promised = new Set<string>();

  constructor(
    private readonly database: Database,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) log: Logger,
  ) {
    const what = 'the digests could not be promised; trying again';
    this.#periodic = new Periodic(LOOK_MS, () => this.promiseDue(), log, what);
  }

  /** Looks at once, and then every minute. */
  start(): void {
    this.#periodic.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.#periodic.stop();
  }

  /** Promises what is due and not promised yet. @returns how many were new */
  async promiseDue(): Promise<number> {
    const ctx = this.#ctx();
    const due = await digestsDue(ctx, this.mailer.from !== null);
    // In one order, so that two processes wait for each other and not for one another.
    const fresh = due
      .filter(({ dedupeKey }) => !this.#promised.has(dedupeKey))
      .sort((one, other) => (one.dedupeKey < other.dedupeKey ? -1 : 1));
    let count = 0;
    for (let start = 0; start < fresh.length; start += AT_ONCE) {
      const some = await Promise.all(
        fresh.slice(start, start + AT_ONCE).map((each) => outsideQuietHours(ctx, each)),
      );
      count += await this.database.transaction(this.#ctx(), async (tx) => {
        let first = 0;
        for (const each of some) if (await promiseDelivery(tx, each)) first += 1;
        return first;
      });
      if (this.#promised.size > MOST_KEPT) this.#promised.clear();
      for (const { dedupeKey } of some) this.#promised.add(dedupeKey);
    }
    return count;
  }

  #ctx(): Ctx {
    const { clock, database } = this;
    return {
      actor: OPERATOR,
      origin: LOCAL,
      locale: 'en',
      requestId: newId(),
      clock,
      db: database.read,
    };
  }
}

/** The same, not before its reader wants mail. */
async function outsideQuietHours(ctx: Ctx, promise: DeliveryPromise): Promise<DeliveryPromise> {
  if (!('personId' in promise.to)) return promise;
  const person = await personById(ctx).load(promise.to.personId);
  if (!person) return promise;
  const dueAt = await momentForPerson(ctx, person, promise.dueAt ?? ctx.clock.now());
  return { ...promise, dueAt };
}
