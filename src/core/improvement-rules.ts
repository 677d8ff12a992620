import { z } from 'zod';

import { ACTION_PRIORITIES, APPROVAL_RULES, SEVERITIES, type Severity } from './vocabulary.js';

/** What can have a target: actions by their priority, and the two stages of a case. */
export const TARGET_SUBJECTS = [...ACTION_PRIORITIES, 'WRITING', 'REVIEWING'] as const;
export type TargetSubject = (typeof TARGET_SUBJECTS)[number];

const target = z.object({
  subject: z.enum(TARGET_SUBJECTS),
  /** Of the gravest incident of the case; null: of any that has no target of its own. */
  severity: z
    .enum(SEVERITIES)
    .nullish()
    .transform((severity) => severity ?? null),
  /** Working days. */
  days: z.number().int().min(1).max(365),
});
export type Target = z.output<typeof target>;

const reminders = z.object({
  /** Working days before a due day, or the end of a pause. */
  before: z.number().int().min(1).max(30),
  /** Days from one reminder to the next while nobody answers. */
  every: z.number().int().min(1).max(30),
  /** Working days without an answer after which the leads of the team hear of it. */
  escalateAfter: z.number().int().min(1).max(60),
  /** Working days after which leads hear of what is done and not verified, or proposed and not decided. */
  verifyAfter: z.number().int().min(1).max(60),
});

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
  /** How many working days there are; what none speaks of has no target. */
  targets: z
    .array(target)
    .max(TARGET_SUBJECTS.length * (SEVERITIES.length + 1))
    .refine(
      (all) =>
        new Set(all.map(({ subject, severity }) => `${subject} ${severity}`)).size === all.length,
      {
        error: 'listedTwice',
      },
    ),
  /** When people are reminded by mail. */
  reminders,
  /** From how many minutes on two entries of a timeline are pointed at for what is not told between. */
  timelineGapMinutes: z.number().int().min(5).max(1_440),
  /** Who has to agree before a case is approved. */
  approval: z.enum(APPROVAL_RULES),
});

export type ImprovementRules = z.output<typeof improvementRules>;

/**
 * What holds while nobody has said otherwise. The targets of cases follow the field: PagerDuty's
 * guide (postmortems.pagerduty.com, "Owner Responsibilities") has the case ready for its meeting
 * within 3 days of a Sev-1 and 5 business days of a Sev-2; Google's workbook (sre.google, "Postmortem
 * Culture", "Promptness") has it written and circulated in less than a week after the incident, and
 * asks for regular review sessions, of which a weekly one reads every case within 5 working days.
 */
export const DEFAULT_RULES: ImprovementRules = {
  boundedWording: true,
  evidence: true,
  otherVerifier: true,
  otherApprover: true,
  effectCheckWeeks: 6,
  targets: [
    { subject: 'P0', severity: null, days: 7 },
    { subject: 'P1', severity: null, days: 28 },
    { subject: 'P2', severity: null, days: 56 },
    { subject: 'WRITING', severity: null, days: 5 },
    { subject: 'WRITING', severity: 'SEV1', days: 3 },
    { subject: 'REVIEWING', severity: null, days: 5 },
  ],
  reminders: { before: 3, every: 7, escalateAfter: 10, verifyAfter: 5 },
  timelineGapMinutes: 60,
  approval: 'ONE_REVIEWER',
};

/** How many working days there are for a subject; null for no target. */
export function targetDaysOf(
  targets: readonly Target[],
  subject: TargetSubject,
  severity: Severity | null,
): number | null {
  const ofSubject = targets.filter((each) => each.subject === subject);
  const own = ofSubject.find((each) => each.severity === severity);
  return (own ?? ofSubject.find((each) => each.severity === null))?.days ?? null;
}
