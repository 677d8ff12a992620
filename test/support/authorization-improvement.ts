import type { TypeRule } from './authorization-fields.js';

/** Of the types of the schema those that tie actions together, across cases. */
export const IMPROVEMENT_TYPES: Readonly<Record<string, TypeRule>> = {
  Clock: {
    root: 'item',
    path: 'clock',
    fields: { same: 'breached pausedDays state targetDays targetOn usedDays' },
  },
  Extensions: { root: 'item', path: 'extensions', fields: { same: 'count lastOn lastReason' } },
  ActionLink: {
    root: 'item',
    path: 'links',
    fields: { same: 'actionItem id kind' },
  },
  KinCase: {
    root: 'kin',
    fields: {
      clean: `actionCount actions isLinked isSimilar postmortem sharedCategories sharedFactors
        sharedServices sharedTerms`,
    },
  },
  KinAction: { root: 'kin', path: 'actions', fields: { clean: 'actionItem answer' } },
  RecurrenceAnswer: {
    root: 'item',
    path: 'recurrenceAnswers',
    fields: { same: 'actionItem answer at person postmortem' },
  },
  PreventionCount: { root: 'item', path: 'wouldHavePrevented', fields: { clean: 'no partly yes' } },
};
