/**
 * The closed word lists of the field, each in one place: the database, the files and the GraphQL
 * schema all take them from here. A list is in the order a reader expects.
 */

/** What happened: a real incident, something that almost became one, or an exercise. */
export const INCIDENT_KINDS = ['INCIDENT', 'NEAR_MISS', 'DRILL'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** SEV1 is the worst. */
export const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const INCIDENT_STATUSES = [
  'INVESTIGATING',
  'IDENTIFIED',
  'MITIGATED',
  'RESOLVED',
  'CLOSED',
  'CANCELED',
] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** The instants of an incident, in the order they normally happen. */
export const MILESTONES = [
  'startedAt',
  'detectedAt',
  'acknowledgedAt',
  'identifiedAt',
  'mitigatedAt',
  'resolvedAt',
  'verifiedAt',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Each measurement is a named pair of milestones; MTTF is left out on purpose: it means two things. */
export const MEASUREMENTS = {
  TTD: ['startedAt', 'detectedAt'],
  TTA: ['detectedAt', 'acknowledgedAt'],
  TTI: ['detectedAt', 'identifiedAt'],
  TTM: ['detectedAt', 'mitigatedAt'],
  TTR: ['startedAt', 'resolvedAt'],
  TTV: ['resolvedAt', 'verifiedAt'],
} as const satisfies Record<string, readonly [Milestone, Milestone]>;
export type MeasurementName = keyof typeof MEASUREMENTS;

export const RESPONDER_ROLES = [
  'INCIDENT_COMMANDER',
  'OPERATIONS',
  'COMMUNICATIONS',
  'SUBJECT_EXPERT',
  'SCRIBE',
  'OTHER',
] as const;
export type ResponderRole = (typeof RESPONDER_ROLES)[number];

export const POSTMORTEM_STATUSES = [
  'DRAFT',
  'IN_REVIEW',
  'APPROVED',
  'PUBLISHED',
  'ARCHIVED',
] as const;
export type PostmortemStatus = (typeof POSTMORTEM_STATUSES)[number];

export const VISIBILITIES = ['ORGANIZATION', 'RESTRICTED'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** BCP 47 tags of the languages a case is written in and the program speaks. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TIMELINE_MARKERS = [
  'DETECTION',
  'DIAGNOSIS',
  'REPAIR',
  'COMMUNICATION',
  'RECOVERY',
  'KEY_MOMENT',
  'OTHER',
] as const;
export type TimelineMarker = (typeof TIMELINE_MARKERS)[number];

export const TIMELINE_SOURCES = ['PERSON', 'CHAT', 'LOG', 'ALERT', 'METRIC'] as const;
export type TimelineSource = (typeof TIMELINE_SOURCES)[number];

export const FACTOR_KINDS = ['TRIGGER', 'ROOT_CAUSE', 'CONTRIBUTING'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/**
 * Two layers, internal and external, after "Going through the Life Cycle of Faults in Clouds"
 * (ISSRE 2022), table IV.
 */
export const FACTOR_CATEGORIES = [
  'INTERNAL_MISCONFIGURATION',
  'INTERNAL_CODE_CHANGE',
  'INTERNAL_PAYLOAD_FLOOD',
  'INTERNAL_RESOURCE_CONTENTION',
  'INTERNAL_EXCEPTION_HANDLING',
  'INTERNAL_INCOMPATIBILITY',
  'INTERNAL_OTHER',
  'EXTERNAL_HARDWARE',
  'EXTERNAL_INSUFFICIENT_RESOURCE',
  'EXTERNAL_EXCESSIVE_FLOW',
  'EXTERNAL_THIRD_PARTY',
  'EXTERNAL_COMPONENT_REMOVAL',
  'EXTERNAL_OTHER',
  'UNKNOWN',
] as const;
export type FactorCategory = (typeof FACTOR_CATEGORIES)[number];

export const FINDING_KINDS = ['WENT_WELL', 'WENT_WRONG', 'LUCKY', 'SURPRISED'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The sixteen practices, by the numbers people know them by: stage, then place within it. */
export const PRACTICES = [
  '1.1',
  '1.2',
  '1.3',
  '2.1',
  '2.2',
  '2.3',
  '3.1',
  '3.2',
  '3.3',
  '4.1',
  '4.2',
  '4.3',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
] as const;
export type Practice = (typeof PRACTICES)[number];

export const PRACTICE_VERDICTS = ['HELD', 'FAILED', 'ABSENT', 'NOT_APPLICABLE'] as const;
export type PracticeVerdict = (typeof PRACTICE_VERDICTS)[number];

/** After Google's six categories of action items (Lueder and Beyer, "Postmortem Action Items"). */
export const ACTION_TYPES = [
  'INVESTIGATE',
  'MITIGATE_NOW',
  'REPAIR',
  'DETECT_FUTURE',
  'MITIGATE_FUTURE',
  'PREVENT_FUTURE',
] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

export const ACTION_PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];

export const ACTION_STATUSES = [
  'PROPOSED',
  'COMMITTED',
  'IN_PROGRESS',
  'DONE',
  'VERIFIED',
  'EFFECTIVE',
  'REJECTED',
  'PAUSED',
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** What can have happened to an action item, each in its history. */
export const ACTION_ACTS = [
  'CREATE',
  'IMPORT',
  'EDIT',
  'COMMIT',
  'START',
  'EXTEND',
  'COMPLETE',
  'VERIFY',
  'CONFIRM_EFFECT',
  'REJECT',
  'PAUSE',
  'RESUME',
  'REOPEN',
  'PROPOSE_DONE',
  'DECLINE_DONE',
  'WITHDRAW_DONE',
] as const;
export type ActionAct = (typeof ACTION_ACTS)[number];

/** After these an action is where it was: nobody has taken it further. */
export const STILL_ACTS: readonly ActionAct[] = [
  'EDIT',
  'PROPOSE_DONE',
  'DECLINE_DONE',
  'WITHDRAW_DONE',
];

/** The life of an initiative, which gathers action items. */
export const INITIATIVE_STATUSES = ['PROPOSED', 'ACTIVE', 'DONE', 'DROPPED'] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

/** What can have happened to an initiative, each in its history. */
export const INITIATIVE_ACTS = [
  'CREATE',
  'IMPORT',
  'EDIT',
  'START',
  'COMPLETE',
  'DROP',
  'REOPEN',
] as const;
export type InitiativeAct = (typeof INITIATIVE_ACTS)[number];

/** How a run of a recurring task went. */
export const TASK_RESULTS = ['PASSED', 'FAILED', 'SKIPPED'] as const;
export type TaskResult = (typeof TASK_RESULTS)[number];

export const CASE_LINK_KINDS = ['SAME_FACTOR', 'RELATED', 'DUPLICATE'] as const;
export type CaseLinkKind = (typeof CASE_LINK_KINDS)[number];

/** How two action items belong together. */
export const ACTION_LINK_KINDS = ['SAME_IDEA', 'ALTERNATIVE'] as const;
export type ActionLinkKind = (typeof ACTION_LINK_KINDS)[number];

/** What a channel of a chat is told. */
export const CHANNEL_TOPICS = ['DIGEST', 'PUBLICATIONS'] as const;
export type ChannelTopic = (typeof CHANNEL_TOPICS)[number];

/** Who has to agree before a case is approved. */
export const APPROVAL_RULES = ['ONE_REVIEWER', 'EVERY_AFFECTED_TEAM'] as const;
export type ApprovalRule = (typeof APPROVAL_RULES)[number];

/** What a team says of a case that it was affected by. */
export const SIGN_OFF_VERDICTS = ['AGREED', 'AGREED_WITH_RESERVATIONS', 'REFUSED'] as const;
export type SignOffVerdict = (typeof SIGN_OFF_VERDICTS)[number];

/** Whether an action would have prevented a case that happened after it was asked for. */
export const PREVENTION_ANSWERS = ['YES', 'PARTLY', 'NO'] as const;
export type PreventionAnswer = (typeof PREVENTION_ANSWERS)[number];

export const SERVICE_TIERS = ['CRITICAL', 'IMPORTANT', 'STANDARD'] as const;
export type ServiceTier = (typeof SERVICE_TIERS)[number];

export const TEAM_ROLES = ['LEAD', 'MEMBER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** What somebody may do in the organization. */
export const ROLES = ['ADMIN', 'MEMBER', 'VIEWER'] as const;
export type Role = (typeof ROLES)[number];

/** What an API token allows, at most what its person may do; `restricted` and `admin` are never implied. */
export const TOKEN_SCOPES = ['read', 'write', 'admin', 'restricted'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What becomes of something that was promised to somebody. */
export const DELIVERY_STATES = ['WAITING', 'SENT', 'DROPPED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why something that was promised is not sent. */
export const DROP_REASONS = [
  /** Whoever was to get it has left, or the channel is set aside. */
  'RECIPIENT_GONE',
  'NO_ADDRESS',
  'MAIL_OFF',
  /** At the moment of sending nothing was left to say, or nothing that the recipient may see. */
  'NOTHING_TO_SAY',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** The chats that fupan can write to. */
export const CHANNEL_KINDS = ['SLACK', 'TEAMS', 'FEISHU', 'DINGTALK', 'WECOM'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** A program in which issues are followed. */
export const TRACKER_PROVIDERS = ['GITHUB', 'GITLAB', 'JIRA'] as const;
export type TrackerProvider = (typeof TRACKER_PROVIDERS)[number];

/** How an issue stands in its tracker, as far as fupan has heard. */
export const TRACKER_STATES = ['OPEN', 'CLOSED', 'UNKNOWN'] as const;
export type TrackerState = (typeof TRACKER_STATES)[number];

/** What became of the proposal that an action is done because its issue was closed. */
export const PROPOSAL_ANSWERS = [
  'ACCEPTED',
  'DECLINED',
  /** The issue was opened again, or is gone. */
  'WITHDRAWN',
] as const;
export type ProposalAnswer = (typeof PROPOSAL_ANSWERS)[number];

/** What can be wrong with what comes in the name of a tracker. */
export const TRACKER_FAULTS = [
  'SIGNATURE',
  'TIMESTAMP',
  'CONTENT',
  /** Its own secret cannot be opened any more. */
  'SECRET',
] as const;
export type TrackerFault = (typeof TRACKER_FAULTS)[number];

/** What a thread on a case is. */
export const THREAD_KINDS = [
  'COMMENT',
  'QUESTION',
  /** The account that one person gives of a moment; several stand side by side. */
  'PERSPECTIVE',
] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export const THREAD_STATES = [
  'OPEN',
  /** A question that the review meeting is to talk about. */
  'CARRIED',
  'RESOLVED',
] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** What of a case a thread is about. */
export const THREAD_PARTS = [
  'CASE',
  'SUMMARY',
  'SECTION',
  'TIMELINE_EVENT',
  'FACTOR',
  'FINDING',
  'ACTION_ITEM',
] as const;
export type ThreadPart = (typeof THREAD_PARTS)[number];
