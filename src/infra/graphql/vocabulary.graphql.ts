import { registerEnumType } from '@nestjs/graphql';

import {
  ACTION_ACTS,
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  ACTION_TYPES,
  CASE_LINK_KINDS,
  FACTOR_CATEGORIES,
  FACTOR_KINDS,
  FINDING_KINDS,
  INCIDENT_KINDS,
  INCIDENT_STATUSES,
  LANGUAGES,
  MEASUREMENTS,
  MILESTONES,
  POSTMORTEM_STATUSES,
  PRACTICES,
  PRACTICE_VERDICTS,
  RESPONDER_ROLES,
  ROLES,
  SERVICE_TIERS,
  SEVERITIES,
  TASK_RESULTS,
  TEAM_ROLES,
  TIMELINE_MARKERS,
  TIMELINE_SOURCES,
  VISIBILITIES,
  type MeasurementName,
} from '../../core/vocabulary.js';
import { snakeCase } from '../database/naming.js';
import { enumOf } from './enums.js';

/** One description for each value, in the words of the glossary. */
function wordEnum<Word extends string>(
  name: string,
  words: readonly Word[],
  description: string,
  meanings: Readonly<Record<Word, string>>,
): { [Each in Word]: Each } {
  const values = enumOf(words);
  registerEnumType(values, {
    name,
    description,
    valuesMap: Object.fromEntries(
      words.map((word) => [word, { description: meanings[word] }]),
    ) as Record<Word, { description: string }>,
  });
  return values;
}

export const IncidentKindEnum = wordEnum('IncidentKind', INCIDENT_KINDS, 'What happened.', {
  INCIDENT: 'Something broke.',
  NEAR_MISS: 'It almost became an incident.',
  DRILL: 'An exercise.',
});

export const SeverityEnum = wordEnum('Severity', SEVERITIES, 'How bad it was; SEV1 is the worst.', {
  SEV1: 'Critical functions down for most users, or data lost.',
  SEV2: 'A critical function down for some, or an important one for most.',
  SEV3: 'A function degraded, with a way around it.',
  SEV4: 'Hardly noticed by users.',
  SEV5: 'Noticed by nobody but the team.',
});

export const IncidentStatusEnum = wordEnum(
  'IncidentStatus',
  INCIDENT_STATUSES,
  'How far the response has come.',
  {
    INVESTIGATING: 'The cause is not known yet.',
    IDENTIFIED: 'The cause is known.',
    MITIGATED: 'The impact has ended for most users.',
    RESOLVED: 'The fault is gone.',
    CLOSED: 'Nothing more is to be done in the response.',
    CANCELED: 'It turned out to be none.',
  },
);

/** The property names of an incident, in the spelling of an enum. */
export const MilestoneEnum = Object.fromEntries(
  MILESTONES.map((milestone) => [snakeCase(milestone).toUpperCase(), milestone]),
);
const MILESTONE_MEANINGS: Readonly<Record<string, string>> = {
  STARTED_AT: 'Onset of the impact.',
  DETECTED_AT: 'Somebody or something noticed.',
  ACKNOWLEDGED_AT: 'Somebody took it on.',
  IDENTIFIED_AT: 'The cause was known.',
  MITIGATED_AT: 'The impact ended for most users.',
  RESOLVED_AT: 'The fault was gone.',
  VERIFIED_AT: 'The data was checked.',
};
registerEnumType(MilestoneEnum, {
  name: 'Milestone',
  description: 'An instant in the life of an incident.',
  valuesMap: Object.fromEntries(
    Object.entries(MILESTONE_MEANINGS).map(([name, description]) => [name, { description }]),
  ),
});

export const MeasurementNameEnum = wordEnum(
  'MeasurementName',
  Object.keys(MEASUREMENTS) as MeasurementName[],
  'A span between two milestones.',
  {
    TTD: 'Time to detect: started to detected.',
    TTA: 'Time to acknowledge: detected to acknowledged.',
    TTI: 'Time to identify: detected to identified.',
    TTM: 'Time to mitigate: detected to mitigated.',
    TTR: 'Time to resolve: started to resolved.',
    TTV: 'Time to verify: resolved to verified.',
  },
);

export const ResponderRoleEnum = wordEnum(
  'ResponderRole',
  RESPONDER_ROLES,
  'What somebody did in the response.',
  {
    INCIDENT_COMMANDER: 'Led the response.',
    OPERATIONS: 'Changed the systems.',
    COMMUNICATIONS: 'Kept users and colleagues informed.',
    SUBJECT_EXPERT: 'Knew the part that had failed.',
    SCRIBE: 'Wrote down what happened.',
    OTHER: 'Helped in another way.',
  },
);

export const PostmortemStatusEnum = wordEnum(
  'PostmortemStatus',
  POSTMORTEM_STATUSES,
  'Where a case stands between the first draft and the library.',
  {
    DRAFT: 'Being written.',
    IN_REVIEW: 'Handed in; reviewers read it.',
    APPROVED: 'The reviewers agree with it.',
    PUBLISHED: 'Part of the library.',
    ARCHIVED: 'Out of date, kept for reference.',
  },
);

export const VisibilityEnum = wordEnum('Visibility', VISIBILITIES, 'Who may see a case.', {
  ORGANIZATION: 'Everybody in the organization.',
  RESTRICTED: 'Only those who write and review it, and its readers.',
});

/** GraphQL names cannot hold a hyphen. */
export const LanguageEnum = {
  EN: LANGUAGES[0],
  ZH_HANT: LANGUAGES[1],
  ZH_HANS: LANGUAGES[2],
} as const;
registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'The language that a case is written in.',
  valuesMap: {
    EN: { description: 'English (en).' },
    ZH_HANT: { description: 'Chinese in traditional script (zh-Hant).' },
    ZH_HANS: { description: 'Chinese in simplified script (zh-Hans).' },
  },
});

export const TimelineMarkerEnum = wordEnum(
  'TimelineMarker',
  TIMELINE_MARKERS,
  'What kind of moment an event on the timeline was.',
  {
    DETECTION: 'Somebody or something noticed.',
    DIAGNOSIS: 'Something was learnt about the cause.',
    REPAIR: 'Something was changed to help.',
    COMMUNICATION: 'Somebody was told.',
    RECOVERY: 'Something worked again.',
    KEY_MOMENT: 'The course of the incident turned here.',
    OTHER: 'None of these.',
  },
);

export const TimelineSourceEnum = wordEnum(
  'TimelineSourceKind',
  TIMELINE_SOURCES,
  'Where an event on the timeline is known from.',
  {
    PERSON: 'Somebody said so.',
    CHAT: 'A chat message.',
    LOG: 'A log line.',
    ALERT: 'An alert.',
    METRIC: 'A measured figure.',
  },
);

export const FactorKindEnum = wordEnum(
  'FactorKind',
  FACTOR_KINDS,
  'The part that a factor played.',
  {
    TRIGGER: 'Set it off.',
    ROOT_CAUSE: 'Without it, it would not have happened.',
    CONTRIBUTING: 'Made it likelier, longer or worse.',
  },
);

export const FactorCategoryEnum = wordEnum(
  'FactorCategory',
  FACTOR_CATEGORIES,
  'Two layers, inside and outside of the service, after the ISSRE 2022 study "Going through the Life Cycle of Faults in Clouds", table IV.',
  {
    INTERNAL_MISCONFIGURATION: 'A wrong setting.',
    INTERNAL_CODE_CHANGE: 'A change of code.',
    INTERNAL_PAYLOAD_FLOOD: 'More work than expected from inside.',
    INTERNAL_RESOURCE_CONTENTION: 'Parts of the service competed for a resource.',
    INTERNAL_EXCEPTION_HANDLING: 'A fault was not handled as it should be.',
    INTERNAL_INCOMPATIBILITY: 'Versions or formats did not fit together.',
    INTERNAL_OTHER: 'Something else inside.',
    EXTERNAL_HARDWARE: 'Hardware, power or a network device failed.',
    EXTERNAL_INSUFFICIENT_RESOURCE: 'The platform gave less than was needed.',
    EXTERNAL_EXCESSIVE_FLOW: 'More traffic than expected from outside.',
    EXTERNAL_THIRD_PARTY: 'A provider or another service failed.',
    EXTERNAL_COMPONENT_REMOVAL: 'Something needed was taken away.',
    EXTERNAL_OTHER: 'Something else outside.',
    UNKNOWN: 'Not known.',
  },
);

export const FindingKindEnum = wordEnum('FindingKind', FINDING_KINDS, 'What was learnt.', {
  WENT_WELL: 'It helped.',
  WENT_WRONG: 'It hurt.',
  LUCKY: 'It could have been worse.',
  SURPRISED: 'Nobody expected it.',
});

/** GraphQL names cannot begin with a digit. */
export const PracticeEnum = Object.fromEntries(
  PRACTICES.map((practice) => [`P${practice.replace('.', '_')}`, practice]),
);
const PRACTICE_NAMES: Readonly<Record<string, string>> = {
  P1_1: 'Maintenance and upgrades 定期維護與升級.',
  P1_2: 'Backup and redundancy 備份與冗余.',
  P1_3: 'Monitoring and alerting 監控與預警.',
  P2_1: 'Log analysis 日誌分析.',
  P2_2: 'Performance testing 性能測試.',
  P2_3: 'External experts 外部協作.',
  P3_1: 'Transparent communication 透明溝通.',
  P3_2: 'Temporary workarounds 臨時解決方案.',
  P3_3: 'Critical functions first 優先保障關鍵功能.',
  P4_1: 'Staged recovery 逐步恢復.',
  P4_2: 'Data-consistency checks 數據一致性校驗.',
  P4_3: 'User feedback 用戶反饋收集.',
  P5_1: 'Review and case library 復盤總結.',
  P5_2: 'Technical upgrades 技術升級與架構優化.',
  P5_3: 'Drills 應急預案演練.',
  P5_4: 'Culture 文化建設.',
};
registerEnumType(PracticeEnum, {
  name: 'Practice',
  description:
    'The sixteen practices, by stage and place: 1 prevention, 2 detection, 3 response, 4 recovery, 5 improvement.',
  valuesMap: Object.fromEntries(
    Object.entries(PRACTICE_NAMES).map(([name, description]) => [name, { description }]),
  ),
});

export const PracticeVerdictEnum = wordEnum(
  'PracticeVerdict',
  PRACTICE_VERDICTS,
  'Whether a practice held in a case.',
  {
    HELD: 'It was in place and helped.',
    FAILED: 'It was in place and did not help.',
    ABSENT: 'It was not in place.',
    NOT_APPLICABLE: 'It had no part in this.',
  },
);

export const ActionTypeEnum = wordEnum(
  'ActionType',
  ACTION_TYPES,
  "What an action item is for, after Google's six categories.",
  {
    INVESTIGATE: 'Find out more about this incident.',
    MITIGATE_NOW: 'Lessen the impact of this incident.',
    REPAIR: 'Repair the damage of this incident.',
    DETECT_FUTURE: 'Notice the next one sooner.',
    MITIGATE_FUTURE: 'Lessen the impact of the next one.',
    PREVENT_FUTURE: 'Make the next one less likely.',
  },
);

export const ActionPriorityEnum = wordEnum(
  'ActionPriority',
  ACTION_PRIORITIES,
  'How soon; P0 is the most urgent.',
  {
    P0: 'At once.',
    P1: 'Before other planned work.',
    P2: 'Planned.',
    P3: 'When there is time.',
  },
);

export const ActionActEnum = wordEnum(
  'ActionAct',
  ACTION_ACTS,
  'What happened to an action item.',
  {
    CREATE: 'It was proposed.',
    IMPORT: 'It came, or was changed, with a file.',
    EDIT: 'What it says, or who is to do it by when, was changed.',
    COMMIT: 'It was promised.',
    START: 'Somebody is at it.',
    EXTEND: 'Its due date was put off.',
    COMPLETE: 'It was done.',
    VERIFY: 'Somebody other than the owner checked it.',
    CONFIRM_EFFECT: 'It was shown to work.',
    REJECT: 'It was decided not to do it.',
    PAUSE: 'It was set aside until a day.',
    RESUME: 'It was taken up where it was.',
    REOPEN: 'It was taken up after it had been done or rejected.',
    PROPOSE_DONE: 'An issue of it was closed in its tracker, so that it may be done.',
    DECLINE_DONE: 'Somebody said that it is not done, although that issue was closed.',
    WITHDRAW_DONE: 'That issue was opened again, or is gone, before anybody had said.',
  },
);

export const ActionStatusEnum = wordEnum(
  'ActionStatus',
  ACTION_STATUSES,
  'The life of an action item, until it has been shown to work or was rejected with a reason.',
  {
    PROPOSED: 'An idea; nobody has promised it.',
    COMMITTED: 'Promised, with an owner, a team and a date.',
    IN_PROGRESS: 'Being done.',
    DONE: 'Done, with evidence.',
    VERIFIED: 'Somebody other than the owner has checked it.',
    EFFECTIVE: 'It has been shown to work.',
    REJECTED: 'Will not be done, with a reason.',
    PAUSED: 'Set aside until a day, with a reason and an approver.',
  },
);

export const TaskResultEnum = wordEnum(
  'TaskResult',
  TASK_RESULTS,
  'How a run of a recurring task went.',
  {
    PASSED: 'It was done, and all was well.',
    FAILED: 'It was done, and did not do what it should.',
    SKIPPED: 'It was left out this time, with a reason.',
  },
);

export const CaseLinkKindEnum = wordEnum(
  'CaseLinkKind',
  CASE_LINK_KINDS,
  'How two cases belong together.',
  {
    SAME_FACTOR: 'The same contributing factor was at work.',
    RELATED: 'Worth reading together.',
    DUPLICATE: 'Two write-ups of the same thing.',
  },
);

export const ServiceTierEnum = wordEnum(
  'ServiceTier',
  SERVICE_TIERS,
  'How much the business depends on a service.',
  {
    CRITICAL: 'Kept alive first: payment, sign-in, order lookup.',
    IMPORTANT: 'Missed within the hour.',
    STANDARD: 'Can wait for office hours.',
  },
);

export const TeamRoleEnum = wordEnum('TeamRole', TEAM_ROLES, 'The part somebody has in a team.', {
  LEAD: 'Answers for the team.',
  MEMBER: 'Belongs to the team.',
});

export const RoleEnum = wordEnum('Role', ROLES, 'What somebody may do in the organization.', {
  ADMIN: 'Also keeps people, teams and roles, and deletes; sees no more cases than others.',
  MEMBER: 'Reads and writes.',
  VIEWER: 'Reads, and reports near misses.',
});
