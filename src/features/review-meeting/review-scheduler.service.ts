import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { OPERATOR } from '../../core/actor.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { LOCAL, type Ctx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { LOGGER, type Logger } from '../../core/logger.js';
import { Database } from '../../infra/database/database.js';
import { Periodic } from '../../infra/periodic.js';
import { meetingsToFollow, ReviewInvitations } from './review-invitations.service.js';
import { ReviewSeriesEntity } from './review-series.entity.js';
import { planAhead, slotsOf } from './series-planner.service.js';

const LOOK_MS = 300_000;
/** Meetings to come whose invitations are looked after: the soonest. */
const MOST_MEETINGS = 500;

/**
 * Makes the meetings of every series ahead, and invites who has come into an invited team since:
 * each once, however many processes look.
 */
@Injectable()
export class ReviewScheduler implements OnModuleDestroy {
  readonly #periodic: Periodic;

  constructor(
    private readonly database: Database,
    private readonly invitations: ReviewInvitations,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    const what = 'the review meetings could not be made ahead; trying again';
    this.#periodic = new Periodic(LOOK_MS, () => this.look(), log, what);
  }

  /** Looks at once, and then every five minutes. */
  start(): void {
    this.#periodic.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.#periodic.stop();
  }

  /** @returns how many meetings were made, and how many mails promised */
  async look(): Promise<{ readonly meetings: number; readonly invitations: number }> {
    const ctx = this.#ctx();
    let meetings = 0;
    for (const { id } of await this.#due(ctx)) {
      meetings += (await this.database.transaction(ctx, (tx) => planAhead(tx, id))).length;
    }
    let invitations = 0;
    for (const id of await meetingsToFollow(ctx, MOST_MEETINGS)) {
      const promised = (): Promise<number> =>
        this.database.transaction(ctx, (tx) => this.invitations.promiseFor(tx, id));
      invitations += await promised().catch((error: unknown) => {
        // One that cannot be told of must not keep the others from it.
        this.log.error({ err: error, meeting: id }, 'the invitations could not be promised');
        return 0;
      });
    }
    return { meetings, invitations };
  }

  /** The series in use that have a meeting to come at all. */
  async #due(ctx: Ctx): Promise<ReviewSeriesEntity[]> {
    const rows = await ctx.db.find(ReviewSeriesEntity, {
      where: { archivedAt: IsNull() },
      order: { id: 'ASC' },
      take: LIMITS.reviewSeries,
    });
    return rows.filter((series) => slotsOf(series, ctx.clock.now()).length > 0);
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
