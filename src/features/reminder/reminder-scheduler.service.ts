import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, MoreThanOrEqual, Not } from 'typeorm';

import { OPERATOR } from '../../core/actor.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { LOCAL, type Ctx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { LOGGER, type Logger } from '../../core/logger.js';
import { dayIn, plusDays } from '../../core/working-days.js';
import { Database } from '../../infra/database/database.js';
import { MAILER, type Mailer } from '../../infra/mail/mailer.js';
import { Periodic } from '../../infra/periodic.js';
import { DeliveryEntity } from '../delivery/delivery.entity.js';
import { promiseDelivery } from '../delivery/delivery.service.js';
import { mailPreferencesOf, momentForPerson } from '../mail-preference/mail-preference.loaders.js';
import { PersonEntity } from '../people/person.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { remindersFor } from './reminder.read.js';

export const REMINDER = 'REMINDER';

const LOOK_MS = 300_000;
/** Days for which what was missed is made up for, such as over a long holiday. */
const LOOKS_BACK = 14;
/** People that are looked through. */
const MOST = 20_000;
/** Promised in one transaction. */
const AT_ONCE = 200;

/**
 * Promises reminders, at most one mail a day for each person: once, however many processes look,
 * because the database keeps one promise of a kind. What is in it is decided when it is sent.
 */
@Injectable()
export class ReminderScheduler implements OnModuleDestroy {
  readonly #periodic: Periodic;
  /** The day for which everything is promised. */
  #promisedOn = '';

  constructor(
    private readonly database: Database,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) log: Logger,
  ) {
    const what = 'the reminders could not be promised; trying again';
    this.#periodic = new Periodic(LOOK_MS, () => this.promiseDue(), log, what);
  }

  /** Looks at once, and then every five minutes. */
  start(): void {
    this.#periodic.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.#periodic.stop();
  }

  /** Promises what falls on this day of the organization and is not promised yet. @returns how many were new */
  async promiseDue(): Promise<number> {
    if (this.mailer.from === null) return 0;
    const ctx = this.#ctx();
    const { zone } = await calendarOfTeam(ctx).load('');
    const on = dayIn(ctx.clock.now(), zone);
    if (on === this.#promisedOn) return 0;
    const remindedOn = await this.#remindedOn(ctx, on);
    const afterOf = (id: string): string => remindedOn.get(id) ?? plusDays(on, -LOOKS_BACK);
    const due = await remindersFor(ctx, (id) => ({ after: afterOf(id), on }), null);
    const people = await ctx.db.find(PersonEntity, {
      where: { archivedAt: IsNull(), email: Not(IsNull()) },
      order: { id: 'ASC' },
      take: MOST,
    });
    const wanted = people.filter(({ id }) => due.has(id));
    let count = 0;
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
      count += await this.#promise(ctx, wanted.slice(start, start + AT_ONCE), {
        on,
        zone,
        afterOf,
      });
    }
    this.#promisedOn = on;
    return count;
  }

  async #promise(
    ctx: Ctx,
    people: readonly PersonEntity[],
    { on, zone, afterOf }: { on: string; zone: string; afterOf: (id: string) => string },
  ): Promise<number> {
    const timed = await Promise.all(
      people.map(async (person) => {
        const { reminders } = await mailPreferencesOf(ctx).load(person.id);
        const dueAt = reminders ? await momentForPerson(ctx, person, ctx.clock.now()) : null;
        // A day off: the first day after it tells of it too.
        return dueAt && dayIn(dueAt, zone) === on ? [{ personId: person.id, dueAt }] : [];
      }),
    );
    return this.database.transaction(ctx, async (tx) => {
      let count = 0;
      for (const { personId, dueAt } of timed.flat()) {
        const isNew = await promiseDelivery(tx, {
          kind: REMINDER,
          dedupeKey: `${REMINDER} ${on} person ${personId}`,
          to: { personId },
          subject: { after: afterOf(personId), on },
          dueAt,
        });
        if (isNew) count += 1;
      }
      return count;
    });
  }

  /** The day of the last reminder of each person, as far back as it matters. */
  async #remindedOn({ db }: Ctx, on: string): Promise<ReadonlyMap<string, string>> {
    const since = new Date(`${plusDays(on, -LOOKS_BACK - 1)}T00:00:00Z`);
    const deliveries = await db.find(DeliveryEntity, {
      where: { kind: REMINDER, createdAt: MoreThanOrEqual(since) },
      order: { createdAt: 'ASC' },
      take: MOST * LOOKS_BACK,
    });
    return new Map(
      deliveries.map(({ personId, subject }) => [personId ?? '', String(subject['on'])]),
    );
  }

  #ctx(): Ctx {
    const { clock, database } = this;
    const requestId = newId();
    return { actor: OPERATOR, origin: LOCAL, locale: 'en', requestId, clock, db: database.read };
  }
}
