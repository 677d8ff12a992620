import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { checked, text } from '../../core/validation.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { AttendanceBook, type Attending } from './attendance.book.js';

/**
 * Tells two who have a case open of each other. It is kept in the memory of this process only, and
 * concerns nobody who may not read the case.
 */
@Injectable()
export class AttendanceService {
  readonly #book = new AttendanceBook();

  constructor(private readonly access: CaseAccess) {}

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
    const now = ctx.clock.now();
    const personId = personIdOf(ctx.actor);
    if (personId !== null) this.#book.note(postmortemId, personId, part, now);
    return this.#book.at(postmortemId, now).filter((each) => each.personId !== personId);
  }
}
