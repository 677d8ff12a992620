import { COMMENT_TYPES } from './authorization-comments.js';
import { EDITION_TYPES } from './authorization-editions.js';
import type { TypeRule } from './authorization-fields.js';

/** Of the types of the schema those that tie actions together, across cases. */
export const IMPROVEMENT_TYPES: Readonly<Record<string, TypeRule>> = {
  ...COMMENT_TYPES,
  ...EDITION_TYPES,
  Clock: {
    root: 'item',
    path: 'clock',
    fields: { same: 'breached pausedDays state targetDays targetOn usedDays' },
  },
  CaseCompleteness: {
    root: 'case',
    path: 'completeness',
    fields: { same: 'advice asked met' },
  },
  CaseAdvice: {
    root: 'case',
    path: 'completeness advice',
    fields: { same: 'actionItems dismissal incidents kind mark sections timelineEvents' },
  },
  AdviceDismissal: {
    root: 'case',
    path: 'completeness advice dismissal',
    fields: { same: 'at person reason' },
  },
  CaseLanguageFinding: {
    root: 'case',
    path: 'languageFindings',
    fields: {
      same: `actionItem after before dismissal factor finding mark place rule section
        timelineEvent words`,
    },
  },
  LanguageRule: {
    root: 'case',
    path: 'languageFindings rule',
    fields: { same: 'ask fault name why' },
  },
  LanguageFinding: { root: 'languageCheck', fields: { clean: 'end rule start' } },
  CaseApproval: {
    root: 'case',
    path: 'approval',
    fields: { same: 'changedParts missing revision rule', any: 'teams' },
  },
  TeamApproval: {
    root: 'case',
    path: 'approval teams',
    fields: { same: 'signOff team', any: 'mayRecord maySign' },
  },
  SignOff: {
    root: 'case',
    path: 'approval teams signOff',
    fields: { same: 'at changedParts person recordedBy reservations revision verdict' },
  },
  CaseClocks: { root: 'case', path: 'clocks', fields: { same: 'reviewing writing' } },
  Extensions: { root: 'item', path: 'extensions', fields: { same: 'count lastOn lastReason' } },
  ActionLink: {
    root: 'item',
    path: 'links',
    fields: { same: 'actionItem id kind' },
  },
  Initiative: {
    root: 'initiative',
    fields: {
      same: `createdAt goal goalHtml history id key late owner reason status targetOn team title
        updatedAt version`,
      clean: 'actionItems cases progress',
      any: 'allowedMoves',
    },
  },
  InitiativeEvent: {
    root: 'initiative',
    path: 'history nodes',
    fields: { same: 'act actor at fromStatus number owner reason status targetOn team title' },
  },
  InitiativeProgress: {
    root: 'initiative',
    path: 'progress',
    fields: { clean: 'byPriority byStatus caseCount count effective finished overdue' },
  },
  InitiativeStatusCount: {
    root: 'initiative',
    path: 'progress byStatus',
    fields: { clean: 'count status' },
  },
  InitiativePriorityCount: {
    root: 'initiative',
    path: 'progress byPriority',
    fields: { clean: 'count finished priority' },
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
  ActionTrends: {
    root: 'trends',
    fields: { same: 'team zone', clean: 'ageing burnUp', any: 'at' },
  },
  ActionAgeing: {
    root: 'trends',
    path: 'ageing',
    fields: { clean: 'bands count medianDays p90Days' },
  },
  AgeBand: {
    root: 'trends',
    path: 'ageing bands',
    fields: { clean: 'fromDays inTime overdue paused toDays withoutDate' },
  },
  BurnUpPoint: {
    root: 'trends',
    path: 'burnUp',
    fields: { same: 'week', clean: 'done effective proposed rejected verified', any: 'at' },
  },
  TrackerLink: {
    root: 'item',
    path: 'trackerLinks',
    fields: { same: 'actionItem host id label proposal provider seenAt state stateAt title url' },
  },
  TrackerProposal: {
    root: 'item',
    path: 'trackerLinks proposal',
    fields: { same: 'answer answeredAt answeredBy note proposedAt' },
  },
  ConnectedTracker: {
    root: 'trackerConnections',
    fields: {
      same: `archivedAt baseUrl createdAt hookUrl id lastDeliveryAt lastError lastErrorAt name previousUntil projects
        provider version`,
    },
  },
  ReminderRules: {
    root: 'improvementPolicy',
    path: 'reminders',
    fields: { same: 'before escalateAfter every verifyAfter' },
  },
};
