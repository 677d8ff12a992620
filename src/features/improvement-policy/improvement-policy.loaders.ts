import { defineLoader } from '../../core/loader.js';
import type { Severity } from '../../core/vocabulary.js';
import { improvementPolicyOf } from './improvement-policy.service.js';
import { targetDaysOf, type TargetSubject } from '../../core/improvement-rules.js';

/** How many working days there are for each; null for no target. One statement. */
export const targetDaysFor = defineLoader(
  async (
    ctx,
    wanted: readonly { readonly subject: TargetSubject; readonly severity: Severity | null }[],
  ) => {
    const { targets } = await improvementPolicyOf(ctx);
    return wanted.map(({ subject, severity }) => targetDaysOf(targets, subject, severity));
  },
);
