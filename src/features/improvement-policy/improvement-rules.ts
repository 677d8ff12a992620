import { z } from 'zod';

/** What an organization asks of its improvements, as data. */
export const improvementRules = z.object({
  /** Committing asks for a bounded wording: the title, or "done when", says where the action ends. */
  boundedWording: z.boolean(),
  /** Completing asks for evidence: a link, a few words, a file of the case. */
  evidence: z.boolean(),
  /** Whoever verifies an action is not its owner. */
  otherVerifier: z.boolean(),
  /** Whoever agrees to a pause is not its owner. */
  otherApprover: z.boolean(),
  /** Weeks from the verification to the question whether it came back. */
  effectCheckWeeks: z.number().int().min(1).max(52),
});

export type ImprovementRules = z.output<typeof improvementRules>;

/** What holds while nobody has said otherwise. */
export const DEFAULT_RULES: ImprovementRules = {
  boundedWording: true,
  evidence: true,
  otherVerifier: true,
  otherApprover: true,
  effectCheckWeeks: 6,
};
