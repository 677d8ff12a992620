import { hasScope, isAdmin, mayRead, mayReadIncident } from './authorization-matrix.js';
import { DIGEST_TYPES } from './authorization-digests.js';
import { REVIEW_ANSWERS, REVIEW_ROOTS, REVIEW_TYPES } from './authorization-review.js';
import { IMPROVEMENT_TYPES } from './authorization-improvement.js';
import { TEMPLATE_WORDS } from './authorization-templates.js';
import type { CallerName } from './world.js';
import { CASE_NAMES, type CaseName } from './world-cases.js';

/** A place of the schema from which objects are reached. */
export interface Root {
  /** The query, `@…` being ids and `$` the object that is asked for. */
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What it is asked for, one at a time. */
  readonly objects: readonly string[];
  /** Whether a caller may read this object at all. */
  readonly may: (caller: CallerName, object: string) => boolean;
  /** Somebody who may read all of them. */
  readonly reference: CallerName;
}

const readsCase = (caller: CallerName, object: string): boolean =>
  mayRead(caller, object as CaseName);
const signedIn = (caller: CallerName): boolean => hasScope(caller, 'read');
const ofCases = { objects: CASE_NAMES, may: readsCase, reference: 'author' } as const;
const ofAll = { objects: [''], may: signedIn, reference: 'admin' } as const;
/** For administrators. */
const kept = {
  ...ofAll,
  may: (caller: CallerName): boolean => isAdmin(caller) && hasScope(caller, 'admin'),
} as const;
const ofAuthor = { ...ofAll, reference: 'author' } as const;

export const ROOTS = {
  case: { ...ofCases, field: 'postmortem', args: { id: '@postmortem of $' } },
  item: { ...ofCases, field: 'actionItem', args: { id: '@PAUSED of $' } },
  revision: {
    ...ofCases,
    field: 'revision',
    args: { postmortemId: '@postmortem of $', number: 2 },
  },
  similar: { ...ofCases, field: 'similarCases', args: { postmortemId: '@postmortem of $' } },
  kin: { ...ofCases, field: 'kinCases', args: { postmortemId: '@postmortem of $' } },
  incident: {
    ...ofCases,
    field: 'incident',
    args: { id: '@incident of $' },
    may: (caller, object) => mayReadIncident(caller, object as CaseName),
  },
  search: { ...ofAll, field: 'search', args: { query: 'connection pool' }, reference: 'author' },
  person: { ...ofAll, field: 'person', args: { id: '@person $' }, objects: ['author', 'member'] },
  team: { ...ofAll, field: 'team', args: { id: '@team $' }, objects: ['guild', 'payments'] },
  service: { ...ofAll, field: 'service', args: { id: '@service $' }, objects: ['checkout'] },
  linkTargets: { ...ofAuthor, field: 'linkTargets', args: { query: 'PM-', first: 50 } },
  digest: { ...ofAuthor, field: 'digest', args: { teamKey: 'payments', week: '2025-W10' } },
  trends: { ...ofAuthor, field: 'actionTrends', args: { teamKey: 'payments', weeks: 2 } },
  organizationDigest: { ...ofAuthor, field: 'organizationDigest', args: { week: '2025-W10' } },
  pastDigest: { ...ofAuthor, field: 'organizationDigest', args: { week: '2024-W18' } },
  calendar: { ...ofAll, field: 'workCalendar', args: { id: '@calendar taipei' } },
  task: { ...ofAll, field: 'recurringTask', args: { id: '@task patch' } },
  initiative: { ...ofAuthor, field: 'initiative', args: { id: '@initiative pools' } },
  reviewMeeting: { ...ofAuthor, ...REVIEW_ROOTS.reviewMeeting },
  reviewSeries: { ...ofAll, ...REVIEW_ROOTS.reviewSeries },
  reviewQueue: { ...ofAuthor, ...REVIEW_ROOTS.reviewQueue },
  savedSearches: { ...ofAll, field: 'savedSearches', args: {} },
  languageCheck: { ...ofAll, field: 'languageCheck', args: { text: 'Human error.' } },
  improvementPolicy: { ...ofAll, field: 'improvementPolicy', args: {} },
  channels: {
    ...ofAll,
    field: 'channels',
    args: {},
    may: (caller) => hasScope(caller, 'write') && (isAdmin(caller) || caller === 'lead'),
  },
  trackerConnections: { ...kept, field: 'trackerConnections', args: {} },
  organization: { ...ofAll, field: 'organization', args: {} },
  deadLetters: { ...kept, field: 'deadLetters', args: {} },
  audit: {
    ...kept,
    field: 'auditEntries',
    args: { filter: { act: ['postmortemUpdate'] } },
  },
} as const satisfies Record<string, Root>;
export type RootName = keyof typeof ROOTS;

/** What is expected of a field where its object may be read, besides that it tells of nothing hidden. */
export type FieldRule =
  /** It is the same for all who may read the object. */
  | 'same'
  /** The same without what belongs to cases that the caller may not read. */
  | 'within'
  /** No more than that: it is made of what the caller may read. */
  | 'clean'
  /** Empty for all but the person themself and administrators. */
  | 'own'
  /** Its object is only there for them. */
  | 'ofOwn'
  /** Empty for all but the author, who has written it. */
  | 'written'
  /** Its object is only there for the author. */
  | 'ofWritten'
  /** The incidents that the caller may read are counted. */
  | 'counted'
  /** Of the moment, or of whoever asks. */
  | 'any';

export interface TypeRule {
  readonly root: RootName;
  /** The fields that lead from there to the objects. */
  readonly path?: string;
  /** The fields of the type, by what is expected of them. */
  readonly fields: Readonly<Partial<Record<FieldRule, string>>>;
}

/** The types of the schema that hold something of the library, and each of their fields. */
export const TYPES: Readonly<Record<string, TypeRule>> = {
  ...DIGEST_TYPES,
  ...IMPROVEMENT_TYPES,
  ...REVIEW_TYPES,
  Postmortem: {
    root: 'case',
    fields: {
      same: `actionItems actionProgress allFactors approval attachments authors clocks completeness createdAt facilitator factors findings helpedCount id incidents key language languageFindings
        openQuestions practices publicEdition publishedAt readers reviewers reviews revision revisions sections source status summary summaryHtml
        tags template threads timeline title updatedAt version visibility`,
      within: 'links',
      clean: 'markdown templateSections',
      written: 'drafts',
      any: 'allowedActs publicEditionActs viewerWasHelped',
    },
  },
  Draft: {
    root: 'case',
    path: 'drafts',
    fields: { ofWritten: 'base baseVersion part postmortem text updatedAt' },
  },
  ActionItem: {
    root: 'item',
    fields: {
      same: `clock closedInTracker completedAt createdAt detail detailHtml doneWhen doneWhenHtml dueOn effectCheckDue effectCheckOn effectNote evidence evidenceHtml extensions history id initiative key overdue owner
        ownerText pauseApprover pausedUntil postmortem priority reason status team title trackerLinks trackerOffers trackerUrl type
        updatedAt verifiedAt verifier version`,
      within: 'links recurrenceAnswers sameIdea',
      clean: 'weight wouldHavePrevented',
      any: 'allowedMoves',
    },
  },
  ActionProgress: {
    root: 'case',
    path: 'actionProgress',
    fields: { same: 'count finished' },
  },
  ActionItemEvent: {
    root: 'item',
    path: 'history nodes',
    fields: {
      same: `act actor at dueOn effectCheckOn fromStatus number owner pausedUntil priority reason
        status team title`,
    },
  },
  Attachment: {
    root: 'case',
    path: 'attachments',
    fields: { same: 'bytes createdAt id isImage mediaType name uploadedBy url' },
  },
  CaseLink: {
    root: 'case',
    path: 'links',
    fields: { same: 'direction id kind note postmortem' },
  },
  CaseSource: {
    root: 'case',
    path: 'source',
    fields: { same: 'archiveUrl categories company externalId product url' },
  },
  Factor: {
    root: 'case',
    path: 'allFactors',
    fields: { same: 'category children id kind parent postmortem practice text version' },
  },
  Finding: { root: 'case', path: 'findings', fields: { same: 'id kind postmortem text version' } },
  PracticeAssessment: {
    root: 'case',
    path: 'practices',
    fields: { same: 'note postmortem practice verdict' },
  },
  Reader: { root: 'case', path: 'readers', fields: { same: 'person team' } },
  Section: { root: 'case', path: 'sections', fields: { same: 'body bodyHtml heading position' } },
  TimelineEvent: {
    root: 'case',
    path: 'timeline',
    fields: {
      same: 'at evidence evidenceHtml id marker original postmortem source text version zone',
    },
  },
  TimelineSource: { root: 'case', path: 'timeline source', fields: { same: 'kind name' } },
  Revision: {
    root: 'revision',
    fields: { same: 'at editor number postmortem reason', clean: 'markdown restoredMarkdown' },
  },
  SimilarCase: { root: 'similar', fields: { clean: 'postmortem score sharedTerms' } },
  Incident: {
    root: 'incident',
    fields: {
      same: `acknowledgedAt createdAt detectedAt id identifiedAt key kind measurements mitigatedAt
        references reporter resolvedAt responders services severity startedAt status summary summaryHtml title
        updatedAt verifiedAt version`,
      within: 'postmortems',
      any: 'allowedActs',
    },
  },
  AffectedService: {
    root: 'incident',
    path: 'services',
    fields: { same: 'impact recoveredAt service' },
  },
  IncidentReference: {
    root: 'incident',
    path: 'references',
    fields: { same: 'externalId source url' },
  },
  Measurement: {
    root: 'incident',
    path: 'measurements',
    fields: { same: 'from fromMilestone name seconds to toMilestone' },
  },
  Responder: { root: 'incident', path: 'responders', fields: { same: 'person role' } },
  SearchResultConnection: {
    root: 'search',
    fields: {
      within: 'edges nodes',
      clean: 'didYouMean facets pageInfo totalCount',
      same: 'degraded engine relaxed understood',
      any: 'tookMs',
    },
  },
  SearchResult: {
    root: 'search',
    path: 'nodes',
    fields: { same: 'highlights postmortem', clean: 'score' },
  },
  Highlight: { root: 'search', path: 'nodes highlights', fields: { clean: 'field fragments' } },
  Fragment: {
    root: 'search',
    path: 'nodes highlights fragments',
    fields: { clean: 'matched text' },
  },
  Facet: { root: 'search', path: 'facets', fields: { clean: 'field values' } },
  FacetValue: { root: 'search', path: 'facets values', fields: { clean: 'count value' } },
  UnderstoodToken: {
    root: 'search',
    path: 'understood',
    fields: { same: 'end field kind negated start value' },
  },
  Person: {
    root: 'person',
    fields: {
      same: 'archivedAt createdAt email id locale name role teams version zone',
      own: 'apiTokens mailPreferences sessions',
    },
  },
  MailPreferences: {
    root: 'person',
    path: 'mailPreferences',
    fields: { ofOwn: 'comments digest meetings quietFrom quietUntil reminders version' },
  },
  ApiToken: {
    root: 'person',
    path: 'apiTokens',
    fields: {
      ofOwn: 'createdAt expiresAt hint id kind lastUsedAt name revokedAt scopes',
    },
  },
  Session: {
    root: 'person',
    path: 'sessions',
    fields: {
      ofOwn: 'address createdAt expiresAt id lastSeenAt method userAgent',
      any: 'isCurrent',
    },
  },
  Team: {
    root: 'team',
    fields: { same: 'archivedAt calendar createdAt digestSchedule id key members name version' },
  },
  TeamMembership: { root: 'team', path: 'members', fields: { same: 'person role team' } },
  Service: {
    root: 'service',
    fields: {
      same: 'archivedAt businessFunction createdAt dependents dependsOn id name ownerTeam redundancy tier version',
      counted: 'incidentCount',
    },
  },
  LinkTarget: { root: 'linkTargets', fields: { clean: 'key kind language title' } },
  SavedSearch: {
    root: 'savedSearches',
    fields: { clean: 'address id name owner shared version', any: 'isMine' },
  },
  Organization: {
    root: 'organization',
    fields: { same: 'calendar digestSchedule leadersDigest name version' },
  },
  WorkCalendar: {
    root: 'calendar',
    fields: { same: 'createdAt id name specialDays teams version weekdays zone' },
  },
  RecurringTask: {
    root: 'task',
    fields: {
      same: 'archivedAt cadences createdAt detail id key lastRun occurrences owner practice service state team title version',
    },
  },
  TaskCadence: {
    root: 'task',
    path: 'cadences',
    fields: { same: 'graceDays rule startsOn time validFrom validUntil zone' },
  },
  TaskOccurrence: {
    root: 'task',
    path: 'occurrences',
    fields: { same: 'dueAt dueOn graceUntil runs state' },
  },
  TaskRun: {
    root: 'task',
    path: 'lastRun',
    fields: { same: 'doneAt doneBy dueOn evidence id note recordedAt recordedBy result' },
  },
  SpecialDays: {
    root: 'calendar',
    path: 'specialDays',
    fields: { same: 'from isWorked name to' },
  },
  ImprovementPolicy: {
    root: 'improvementPolicy',
    fields: {
      same: `approval boundedWording effectCheckWeeks evidence otherApprover otherVerifier reminders targets
        timelineGapMinutes version`,
    },
  },
  Target: {
    root: 'improvementPolicy',
    path: 'targets',
    fields: { same: 'days severity subject' },
  },
  Channel: {
    root: 'channels',
    fields: {
      same: 'address archivedAt createdAt id isSigned kind locale name team topics version',
      any: 'lastError lastSentAt',
    },
  },
  DeadLetter: {
    root: 'deadLetters',
    path: 'nodes',
    fields: { same: 'attempts createdAt failedAt id topic', clean: 'lastError subject' },
  },
  AuditEntry: {
    root: 'audit',
    path: 'nodes',
    fields: {
      same: `act actor address at code details id outcome person personId postmortem requestId sessionId
        subjectId subjectKey subjectPerson subjectType tokenId`,
    },
  },
  AuditDetail: { root: 'audit', path: 'nodes details', fields: { clean: 'name values' } },
};

/** Types that tell whoever may do something what came of it, and hold nothing of the library besides. */
export const ANSWERS: Readonly<Record<string, string>> = {
  Attendance: 'person since writing',
  ImportFailure: 'file line message',
  ImportKey: 'inFiles inLibrary',
  ImportNote: 'file message',
  Invitation: 'expiresAt person url',
  LibraryImportResult: 'created failed keys notes unchanged updated waiting',
  // Made of what the caller sends, and kept nowhere.
  TimelineLine: 'at line marker original source text zone',
  OpenIdConnectMethod: 'label url',
  // The same for everybody.
  MailStatus: 'from isOn',
  ...TEMPLATE_WORDS,
  ...REVIEW_ANSWERS,
  SignInMethods: 'openIdConnect password',
  UserError: 'code field message',
};

/** The shapes of lists, whatever is in them: `QUERIES` says what that may be. */
export const SHAPES: readonly { readonly name: RegExp; readonly fields: string }[] = [
  { name: /^(?!SearchResult).+Connection$/, fields: 'edges nodes pageInfo totalCount' },
  { name: /^.+Edge$/, fields: 'cursor node' },
  { name: /^PageInfo$/, fields: 'endCursor hasNextPage hasPreviousPage startCursor' },
];
