import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { NotFoundError } from '../../core/errors.js';
import { checked, text } from '../../core/validation.js';
import { PRACTICES, PRACTICE_VERDICTS, type Practice } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { CaseHistory } from '../history/case-history.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { PracticeAssessmentEntity } from './practice-assessment.entity.js';

const assessSchema = z.object({
  practice: z.enum(PRACTICES),
  verdict: z.enum(PRACTICE_VERDICTS),
  note: text.entry.nullish(),
});

export type PracticeAssess = z.input<typeof assessSchema>;

/** Saying which of the sixteen practices held in a case. */
@Injectable()
export class PracticeService {
  constructor(
    private readonly access: CaseAccess,
    private readonly history: CaseHistory,
  ) {}

  /**
   * Assesses a practice, or assesses it anew; the note goes with the verdict.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION
   */
  async assess(
    tx: TxCtx,
    postmortemId: string,
    input: PracticeAssess,
  ): Promise<PracticeAssessmentEntity> {
    await this.access.require(tx, 'edit', postmortemId, ['postmortemId']);
    const { practice, verdict, note = null } = checked(assessSchema, input);
    const present = await tx.db.findOneBy(PracticeAssessmentEntity, { postmortemId, practice });
    if (present) {
      await tx.db.update(PracticeAssessmentEntity, { postmortemId, practice }, { verdict, note });
    }
    const row = present
      ? { ...present, verdict, note }
      : await this.#insert(tx, { postmortemId, practice, verdict, note });
    this.history.edited(tx, postmortemId);
    return row;
  }

  /** @throws FupanError NOT_FOUND if the practice is not assessed in this case */
  async clear(
    tx: TxCtx,
    postmortemId: string,
    practice: Practice,
  ): Promise<PracticeAssessmentEntity> {
    await this.access.require(tx, 'edit', postmortemId, ['postmortemId']);
    const row = await tx.db.findOneBy(PracticeAssessmentEntity, { postmortemId, practice });
    if (!row) throw new NotFoundError('practice assessment', ['practice']);
    await tx.db.delete(PracticeAssessmentEntity, { postmortemId, practice });
    this.history.edited(tx, postmortemId);
    return row;
  }

  async #insert(
    tx: TxCtx,
    values: Omit<PracticeAssessmentEntity, 'position'>,
  ): Promise<PracticeAssessmentEntity> {
    const { postmortemId } = values;
    const last = await tx.db.maximum(PracticeAssessmentEntity, 'position', { postmortemId });
    const row = { ...values, position: (last ?? -1) + 1 };
    await insertRows(tx, PracticeAssessmentEntity, [row]);
    return row;
  }
}
