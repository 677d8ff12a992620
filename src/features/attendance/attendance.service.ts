import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { checked, text } from '../../core/validation.js';
import { Database } from '../../infra/database/database.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { AttendanceBook, type Attending } from './attendance.book.js';
import { AttendanceTable } from './attendance.table.js';

/**
 * Tells two who have a case open of each other, whichever processes serve them. It is kept for
 * moments only, and concerns nobody who may not read the case.
 */
@Injectable()
export class AttendanceService {
  readonly #book = new AttendanceBook();
  /** Null on SQLite. */
  readonly #table: AttendanceTable | null;

  constructor(
    private readonly access: CaseAccess,
    database: Database,
  ) {
    this.#table = database.engine === 'postgres' ? new AttendanceTable(database) : null;
  }

  /**
   * Says that the caller has the case open; returns the others who do, whoever came first first.
   * @throws FupanError NOT_FOUND, VALIDATION
   */
  async attend(
    ctx: Ctx,
    postmortemId: string,
    writing: string | null | undefined,
  ): Promise<Attending[]> {
    await this.access.require(ctx, 'read', postmortemId, ['postmortemId']);
    const part = checked(text.part.nullish(), writing, ['writing']) ?? null;
    const personId = personIdOf(ctx.actor);
    const there = await this.#noted(ctx, postmortemId, personId, part);
    return there.filter((each) => each.personId !== personId);
  }

  async #noted(
    ctx: Ctx,
    postmortemId: string,
    personId: string | null,
    part: string | null,
  ): Promise<Attending[]> {
    if (this.#table) {
      if (personId !== null) await this.#table.note(ctx, postmortemId, personId, part);
      return this.#table.at(ctx, postmortemId);
    }
    const now = ctx.clock.now();
    if (personId !== null) this.#book.note(postmortemId, personId, part, now);
    return this.#book.at(postmortemId, now);
  }
}
