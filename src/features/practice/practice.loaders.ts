import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { PracticeAssessmentEntity } from './practice-assessment.entity.js';

/** The assessments of a case, by the number of the practice. */
export const practicesOf = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(PracticeAssessmentEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      order: { practice: 'ASC' },
    }),
    postmortemIds,
    (assessment) => assessment.postmortemId,
  ),
);
