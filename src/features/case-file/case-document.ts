import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { trackerReference } from '../../core/tracker-reference.js';
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
  POSTMORTEM_STATUSES,
  PRACTICES,
  PRACTICE_VERDICTS,
  PROPOSAL_ANSWERS,
  RESPONDER_ROLES,
  SEVERITIES,
  TIMELINE_MARKERS,
  TIMELINE_SOURCES,
  TRACKER_STATES,
  VISIBILITIES,
  type FactorCategory,
  type FactorKind,
  type Practice,
} from '../../core/vocabulary.js';
import { normalizeHeading, normalizeProse } from './prose-text.js';

/**
 * A case as one document: a postmortem with all that belongs to it, without the database.
 * It is what an export file holds, what an import file is read into, what a revision remembers
 * and what the search index is made from.
 *
 * Instants are ISO 8601 in UTC with milliseconds (`2024-03-11T11:02:00.000Z`), days are
 * `YYYY-MM-DD`. A missing key means unknown, never empty text.
 */

export const name = z.string().trim().min(1).max(LIMITS.name);
export const title = z.string().trim().min(1).max(LIMITS.title);
export const entry = z.string().min(1).max(LIMITS.entry);
const prose = z.string().max(LIMITS.prose);
const url = z.string().trim().min(1).max(LIMITS.url);
export const id = z.uuid();
const day = z.iso.date();

/** An instant with its offset, turned into UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString());

/** `PM-12`, `INC-7`, `AI-99`: a prefix and a number that is never used again. */
export const key = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[1-9][0-9]{0,8}$`), `must look like ${prefix}-12`);

/** A person by name; the e-mail address tells people of one name apart and is what an account hangs on. */
export const personRefSchema = z.strictObject({
  name,
  email: z.email().max(LIMITS.email).optional(),
});
export type PersonRef = z.infer<typeof personRefSchema>;

/** A person, or a team by its key, whom a restricted case is open to. */
const readerSchema = z
  .strictObject({ person: personRefSchema.optional(), team: name.optional() })
  .refine(({ person, team }) => (person === undefined) !== (team === undefined), {
    error: 'must name a person or a team, one of the two',
  });

const affectedServiceSchema = z.strictObject({
  /** The name of a service in the catalogue. */
  name,
  /** What the users of this service felt. */
  impact: entry.optional(),
  recoveredAt: instant.optional(),
});

export const incidentSchema = z.strictObject({
  id: id.optional(),
  key: key('INC').optional(),
  title,
  summary: prose.optional(),
  kind: z.enum(INCIDENT_KINDS).default('INCIDENT'),
  severity: z.enum(SEVERITIES).optional(),
  status: z.enum(INCIDENT_STATUSES).default('CLOSED'),
  /** Missing also for somebody who wanted to stay unnamed. */
  reporter: personRefSchema.optional(),
  startedAt: instant.optional(),
  detectedAt: instant.optional(),
  acknowledgedAt: instant.optional(),
  identifiedAt: instant.optional(),
  mitigatedAt: instant.optional(),
  resolvedAt: instant.optional(),
  verifiedAt: instant.optional(),
  services: z.array(affectedServiceSchema).max(LIMITS.shortList).default([]),
  responders: z
    .array(z.strictObject({ person: personRefSchema, role: z.enum(RESPONDER_ROLES) }))
    .max(LIMITS.shortList)
    .default([]),
  references: z
    .array(z.strictObject({ source: name, externalId: name.optional(), url: url.optional() }))
    .max(LIMITS.shortList)
    .default([]),
});
export type IncidentDocument = z.infer<typeof incidentSchema>;

const timelineEventSchema = z.strictObject({
  at: instant,
  /** IANA zone or offset in which the author wrote the time: `Asia/Taipei`, `+08:00`, `UTC`. */
  zone: z.string().min(1).max(64).default('UTC'),
  marker: z.enum(TIMELINE_MARKERS).default('OTHER'),
  text: entry,
  source: z.strictObject({ kind: z.enum(TIMELINE_SOURCES), name: name.optional() }).optional(),
  /** The line this was read from, to the letter. */
  original: entry.optional(),
  /** What proves it: a link, a log excerpt, a figure. Markdown. */
  evidence: entry.optional(),
});
export type TimelineEventDocument = z.infer<typeof timelineEventSchema>;

/** A contributing factor; the children answer "why?" of their parent. */
export interface FactorDocument {
  kind: FactorKind;
  category?: FactorCategory | undefined;
  practice?: Practice | undefined;
  text: string;
  children: FactorDocument[];
}

const factorSchema: z.ZodType<FactorDocument> = z.lazy(() =>
  z.strictObject({
    kind: z.enum(FACTOR_KINDS),
    category: z.enum(FACTOR_CATEGORIES).optional(),
    practice: z.enum(PRACTICES).optional(),
    text: entry,
    children: z.array(factorSchema).max(LIMITS.entriesPerCase).default([]),
  }),
);

/**
 * Something that happened to an action item. What it changed stands here, null for what it took
 * away; what is left out stayed as it was.
 */
const actionEventSchema = z.strictObject({
  at: instant,
  /** Left out for the program itself, such as an import. */
  by: personRefSchema.optional(),
  act: z.enum(ACTION_ACTS),
  status: z.enum(ACTION_STATUSES),
  reason: entry.optional(),
  title: title.optional(),
  type: z.enum(ACTION_TYPES).nullish(),
  priority: z.enum(ACTION_PRIORITIES).nullish(),
  owner: personRefSchema.nullish(),
  team: name.nullish(),
  dueOn: day.nullish(),
  pausedUntil: day.nullish(),
  effectCheckOn: day.nullish(),
});
export type ActionEventDocument = z.infer<typeof actionEventSchema>;

/** An issue in which a tracker follows an action item, and what the tracker has told of it. */
const trackerLinkSchema = z.strictObject({
  url: url.transform((address, { issues }) => {
    const reference = trackerReference(address);
    if (reference) return reference.url;
    issues.push({ code: 'custom', message: 'not the address of an issue', input: address });
    return z.NEVER;
  }),
  title: title.optional(),
  /** Left out while the tracker has told nothing. */
  state: z.enum(TRACKER_STATES).optional(),
  /** Since when it is in this state. */
  stateAt: instant.optional(),
  /** As of when the tracker told it. */
  seenAt: instant.optional(),
  /** Whether closing the issue made anybody ask if the action is done. */
  proposal: z
    .strictObject({
      at: instant,
      answer: z.enum(PROPOSAL_ANSWERS).optional(),
      answeredAt: instant.optional(),
      answeredBy: personRefSchema.optional(),
      note: entry.optional(),
    })
    .optional(),
});
export type TrackerLinkDocument = z.infer<typeof trackerLinkSchema>;

const actionItemSchema = z.strictObject({
  id: id.optional(),
  key: key('AI').optional(),
  title,
  detail: entry.optional(),
  doneWhen: entry.optional(),
  type: z.enum(ACTION_TYPES).optional(),
  priority: z.enum(ACTION_PRIORITIES).optional(),
  status: z.enum(ACTION_STATUSES).default('PROPOSED'),
  owner: personRefSchema.optional(),
  /** The owner as a foreign file wrote it, where no person of the library is meant for sure. */
  ownerText: name.optional(),
  /** The key of a team. */
  team: name.optional(),
  dueOn: day.optional(),
  /** What shows that it is done: a link or a text. Markdown. */
  evidence: entry.optional(),
  completedAt: instant.optional(),
  /** The person who checked it, never the owner. */
  verifier: personRefSchema.optional(),
  verifiedAt: instant.optional(),
  effectCheckOn: day.optional(),
  /** What the effect check found. */
  effectNote: entry.optional(),
  /** Why it was rejected or paused. */
  reason: entry.optional(),
  pauseApprover: personRefSchema.optional(),
  pausedUntil: day.optional(),
  /** What a paused one goes back to. */
  pausedFrom: z.enum(ACTION_STATUSES).optional(),
  trackerUrl: url.optional(),
  /** The issues in which trackers follow it; `trackerUrl` is among them where it is one. */
  trackers: z.array(trackerLinkSchema).max(LIMITS.shortList).optional(),
  /** What happened to it, the first thing first. */
  history: z.array(actionEventSchema).max(LIMITS.entriesPerCase).optional(),
});
export type ActionItemDocument = z.infer<typeof actionItemSchema>;

/** Where an imported case came from. */
const sourceSchema = z.strictObject({
  /** The id that the file carried. */
  externalId: name.optional(),
  url: url.optional(),
  archiveUrl: url.optional(),
  company: name.optional(),
  product: name.optional(),
  /** The categories that the source itself had given; they are among the tags as well. */
  categories: z.array(name).max(LIMITS.shortList).default([]),
  publishedAt: instant.optional(),
  fetchedAt: instant.optional(),
});
export type CaseSourceDocument = z.infer<typeof sourceSchema>;

const caseShape = {
  id: id.optional(),
  key: key('PM').optional(),
  title,
  status: z.enum(POSTMORTEM_STATUSES).default('PUBLISHED'),
  visibility: z.enum(VISIBILITIES).default('ORGANIZATION'),
  /** Whom it is open to while it is RESTRICTED; kept in any case. */
  readers: z.array(readerSchema).max(LIMITS.shortList).default([]),
  language: z.enum(LANGUAGES),
  template: name.optional(),
  tags: z.array(name).max(LIMITS.shortList).default([]),
  authors: z.array(personRefSchema).max(LIMITS.shortList).default([]),
  facilitator: personRefSchema.optional(),
  reviewers: z.array(personRefSchema).max(LIMITS.shortList).default([]),
  createdAt: instant.optional(),
  updatedAt: instant.optional(),
  publishedAt: instant.optional(),
  /** What moved it from state to state, the first thing first. */
  moves: z
    .array(
      z.strictObject({
        at: instant,
        from: z.enum(POSTMORTEM_STATUSES),
        to: z.enum(POSTMORTEM_STATUSES),
      }),
    )
    .max(LIMITS.entriesPerCase)
    .optional(),
  /** Markdown. */
  summary: prose.default(''),
  incidents: z.array(incidentSchema).max(LIMITS.shortList).default([]),
  timeline: z.array(timelineEventSchema).max(LIMITS.entriesPerCase).default([]),
  factors: z.array(factorSchema).max(LIMITS.entriesPerCase).default([]),
  findings: z
    .array(z.strictObject({ kind: z.enum(FINDING_KINDS), text: entry }))
    .max(LIMITS.entriesPerCase)
    .default([]),
  practices: z
    .array(
      z.strictObject({
        practice: z.enum(PRACTICES),
        verdict: z.enum(PRACTICE_VERDICTS),
        note: entry.optional(),
      }),
    )
    .max(PRACTICES.length)
    .default([]),
  actions: z.array(actionItemSchema).max(LIMITS.entriesPerCase).default([]),
  links: z
    .array(z.strictObject({ to: key('PM'), kind: z.enum(CASE_LINK_KINDS), note: entry.optional() }))
    .max(LIMITS.shortList)
    .default([]),
  source: sourceSchema.optional(),
  /** The prose, in order. An empty heading is text that stands before the first heading. */
  sections: z
    .array(
      z.strictObject({
        heading: z.string().transform(normalizeHeading).pipe(z.string().max(LIMITS.name)),
        body: z.string().transform(normalizeProse).pipe(prose),
      }),
    )
    .max(LIMITS.shortList)
    .default([]),
};

/** The keys that mean something at the top of a case file; `fupan` is the version of the form. */
export const CASE_KEYS: ReadonlySet<string> = new Set([
  'fupan',
  ...Object.keys(caseShape),
  'extra',
]);

export const caseDocumentSchema = z.strictObject({
  ...caseShape,
  /**
   * Front-matter keys that fupan has no meaning for, kept and written back. JSON values only. They
   * stand beside the known keys in a file, so none may have the name of one.
   */
  extra: z
    .record(z.string(), z.json())
    .refine((extra) => !Object.keys(extra).some((name) => CASE_KEYS.has(name)), {
      error: 'must not hold a key that fupan itself uses',
    })
    .optional(),
});

/** See the head of this file. */
export type CaseDocument = z.infer<typeof caseDocumentSchema>;
/** What may be left out when a document is made by hand; defaults fill the rest. */
export type CaseDocumentInput = z.input<typeof caseDocumentSchema>;
