import { z } from 'zod';

import { readRule } from '../../core/cadence.js';
import { LIMITS } from '../../core/limits.js';
import {
  ACTION_LINK_KINDS,
  INITIATIVE_ACTS,
  INITIATIVE_STATUSES,
  PRACTICES,
  PREVENTION_ANSWERS,
  TASK_RESULTS,
} from '../../core/vocabulary.js';
import { entry, id, instant, key, name, personRefSchema, title } from './case-document.js';
import { readParts, type ReadParts } from './case-file.own.js';
import { compact, FORM_VERSION, instantText, personData } from './case-file.write.js';
import { zone } from './catalog-file.js';
import { writeYaml } from './yaml-source.js';

/**
 * Something that a case holds, or a case itself: known by its id, else by its key and title. A key
 * alone is enough for whoever writes by hand.
 */
const refTo = (prefix: string) =>
  z
    .strictObject({
      id: id.toLowerCase().optional(),
      key: key(prefix).optional(),
      title: title.optional(),
    })
    .refine((ref) => ref.id !== undefined || ref.key !== undefined, {
      error: 'must have an id or a key',
    });
export type Ref = z.infer<ReturnType<typeof refTo>>;

const day = z.iso.date();
/** Days that a cadence may count from: whatever somebody means is among them. */
const cadenceDay = day.refine((text) => text >= '1970-01-01' && text <= '2199-12-31', {
  error: 'must be between 1970 and 2199',
});

const cadenceSchema = z
  .strictObject({
    rule: z.string().max(LIMITS.rule),
    startsOn: cadenceDay,
    zone,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must look like 09:30'),
    graceDays: z.number().int().min(0).max(60),
    /** The first and the last day that it is in force. */
    validFrom: cadenceDay,
    validUntil: day.optional(),
  })
  .transform((cadence, context) => {
    try {
      return { ...cadence, rule: readRule(cadence.rule, cadence.startsOn) };
    } catch {
      context.addIssue({
        code: 'custom',
        path: ['rule'],
        message: 'must be an RRULE that tells days',
      });
      return z.NEVER;
    }
  });

const runSchema = z.strictObject({
  /** The occurrence, by its day. Of two runs of one occurrence the later one counts. */
  dueOn: day,
  result: z.enum(TASK_RESULTS),
  note: entry.optional(),
  evidence: entry.optional(),
  doneBy: personRefSchema.optional(),
  doneAt: instant,
  recordedBy: personRefSchema.optional(),
  recordedAt: instant,
});

const taskSchema = z.strictObject({
  id: id.toLowerCase().optional(),
  key: key('RT').optional(),
  title,
  detail: entry.optional(),
  /** The key of a team. */
  team: name.optional(),
  owner: personRefSchema.optional(),
  /** The name of a service. */
  service: name.optional(),
  practice: z.enum(PRACTICES).optional(),
  createdAt: instant.optional(),
  archivedAt: instant.optional(),
  /** When it was due and is, the present one last. */
  cadences: z
    .array(cadenceSchema)
    .min(1)
    .max(LIMITS.shortList)
    .refine((all) => all.every((each, at) => at === 0 || isAfter(each, all[at - 1])), {
      error: 'must follow each other without being in force on the same day',
    }),
  /** What came of it, by occurrence. */
  runs: z.array(runSchema).default([]),
});
export type TaskDocument = z.infer<typeof taskSchema>;

/**
 * Something that happened to an initiative. What it changed stands here, null for what it took
 * away; what is left out stayed as it was.
 */
const initiativeEventSchema = z.strictObject({
  at: instant,
  /** Left out for the program itself, such as an import. */
  by: personRefSchema.optional(),
  act: z.enum(INITIATIVE_ACTS),
  status: z.enum(INITIATIVE_STATUSES),
  reason: entry.optional(),
  title: title.optional(),
  /** The key of a team. */
  team: name.nullish(),
  owner: personRefSchema.nullish(),
  targetOn: day.nullish(),
});
export type InitiativeEventDocument = z.infer<typeof initiativeEventSchema>;

const initiativeSchema = z
  .strictObject({
    id: id.toLowerCase().optional(),
    key: key('INI').optional(),
    title,
    goal: entry.optional(),
    status: z.enum(INITIATIVE_STATUSES).default('PROPOSED'),
    /** Why it was dropped. */
    reason: entry.optional(),
    /** The key of a team. */
    team: name.optional(),
    owner: personRefSchema.optional(),
    targetOn: day.optional(),
    createdAt: instant.optional(),
    updatedAt: instant.optional(),
    /** The action items that it gathers. */
    actions: z.array(refTo('AI')).default([]),
    /** What happened to it, the first thing first. */
    history: z.array(initiativeEventSchema).max(LIMITS.entriesPerCase).default([]),
  })
  .refine(({ status, reason }) => (status === 'DROPPED') === (reason !== undefined), {
    path: ['reason'],
    error: 'must say why where an initiative is dropped, and only there',
  });
export type InitiativeDocument = z.infer<typeof initiativeSchema>;

/**
 * What a library has learnt across its cases: tasks that come again and again with their runs,
 * initiatives with the action items that they gather, action items that belong together, and which
 * of them would have prevented a later case. It is exported beside the cases as `improvement.yaml`,
 * and imported after them.
 */
export const improvementSchema = z.strictObject({
  tasks: z.array(taskSchema).max(LIMITS.recurringTasks).default([]),
  initiatives: z.array(initiativeSchema).default([]),
  links: z
    .array(z.strictObject({ kind: z.enum(ACTION_LINK_KINDS), from: refTo('AI'), to: refTo('AI') }))
    .default([]),
  answers: z
    .array(
      z.strictObject({
        /** The case that happened. */
        case: refTo('PM'),
        /** What an earlier one asked for. */
        action: refTo('AI'),
        answer: z.enum(PREVENTION_ANSWERS),
        by: personRefSchema.optional(),
        at: instant,
      }),
    )
    .default([]),
});
export type Improvement = z.infer<typeof improvementSchema>;

/** The name of the file beside the cases. */
export const IMPROVEMENT_FILE_NAME = 'improvement.yaml';

/** Writes what was learnt across the cases; the same always gives the same bytes. */
export function writeImprovementFile(improvement: Improvement): string {
  const { tasks, initiatives, links, answers } = improvement;
  return writeYaml(
    compact({
      fupan: FORM_VERSION,
      tasks: tasks.map(taskData),
      initiatives: initiatives.map(initiativeData),
      links: links.map(({ kind, from, to }) => ({ kind, from: refData(from), to: refData(to) })),
      answers: answers.map((each) => ({
        case: refData(each.case),
        action: refData(each.action),
        answer: each.answer,
        by: personData(each.by),
        at: instantText(each.at),
      })),
    }),
  );
}

/**
 * The inverse of {@link writeImprovementFile}.
 *
 * @throws CaseFileError with the line at fault
 */
export function readImprovementFile(bytes: Uint8Array): ReadParts<Improvement> {
  return readParts(improvementSchema, bytes);
}

function taskData(task: TaskDocument): object {
  return compact({
    id: task.id,
    key: task.key,
    title: task.title,
    detail: task.detail,
    team: task.team,
    owner: personData(task.owner),
    service: task.service,
    practice: task.practice,
    createdAt: instantText(task.createdAt),
    archivedAt: instantText(task.archivedAt),
    cadences: task.cadences.map((each) => ({
      rule: each.rule,
      startsOn: each.startsOn,
      zone: each.zone,
      time: each.time,
      graceDays: each.graceDays,
      validFrom: each.validFrom,
      validUntil: each.validUntil,
    })),
    runs: task.runs.map((run) => ({
      dueOn: run.dueOn,
      result: run.result,
      note: run.note,
      evidence: run.evidence,
      doneBy: personData(run.doneBy),
      doneAt: instantText(run.doneAt),
      recordedBy: personData(run.recordedBy),
      recordedAt: instantText(run.recordedAt),
    })),
  });
}

function initiativeData(initiative: InitiativeDocument): object {
  return compact({
    id: initiative.id,
    key: initiative.key,
    title: initiative.title,
    goal: initiative.goal,
    status: initiative.status,
    reason: initiative.reason,
    team: initiative.team,
    owner: personData(initiative.owner),
    targetOn: initiative.targetOn,
    createdAt: instantText(initiative.createdAt),
    updatedAt: instantText(initiative.updatedAt),
    actions: initiative.actions.map(refData),
    history: initiative.history.map(({ at, by, owner, ...event }) => ({
      at: instantText(at),
      by: personData(by),
      act: event.act,
      status: event.status,
      reason: event.reason,
      title: event.title,
      team: event.team,
      owner: owner === null ? null : personData(owner),
      targetOn: event.targetOn,
    })),
  });
}

const refData = ({ id, key, title }: Ref): object => ({ id, key, title });

interface Validity {
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
}

const isAfter = ({ validFrom }: Validity, before: Validity | undefined): boolean =>
  before?.validUntil !== undefined && before.validUntil < validFrom;
