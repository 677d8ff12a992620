import { z } from 'zod';

import {
  ACTION_PRIORITIES,
  ACTION_TYPES,
  SIGN_OFF_VERDICTS,
  THREAD_KINDS,
  THREAD_PARTS,
} from '../core/vocabulary.js';
import { entry, instant, key, name, title } from '../features/case-file/case-document.js';
import { readParts, type ReadParts } from '../features/case-file/case-file.own.js';
import { zone } from '../features/case-file/catalog-file.js';
import {
  MEETING_ANSWERS,
  REVIEW_OUTCOMES,
} from '../features/review-meeting/review-meeting.states.js';

/** The name of the file beside the sample cases. */
export const REVIEWS_FILE_NAME = 'reviews.yaml';

/** People are named by their address, which the catalogue has, teams by their key. */
const person = z.email();
const moment = instant.transform((text) => new Date(text));
/** What everything that somebody did begins with. */
const deed = { by: person, at: moment };
const minutes = z.number().int();
const degree = z.number().int().min(1).max(5);

const submissionSchema = z.strictObject({ ...deed, case: key('PM') });

const threadSchema = z.strictObject({
  ...deed,
  case: key('PM'),
  kind: z.enum(THREAD_KINDS),
  part: z.enum(THREAD_PARTS).default('CASE'),
  /** How the text of the entry begins; the heading of a section, the key of an action item. */
  on: entry.optional(),
  quote: entry.optional(),
  text: entry,
  forMeeting: z.boolean().default(false),
  replies: z.array(z.strictObject({ ...deed, text: entry })).default([]),
  resolved: z.strictObject({ ...deed, answer: entry.optional() }).optional(),
});
export type DemoThread = z.infer<typeof threadSchema>;

const signOffSchema = z.strictObject({
  ...deed,
  case: key('PM'),
  team: name,
  verdict: z.enum(SIGN_OFF_VERDICTS),
  reservations: entry.optional(),
});

const actionSchema = z.strictObject({
  title,
  doneWhen: entry.optional(),
  type: z.enum(ACTION_TYPES),
  priority: z.enum(ACTION_PRIORITIES),
  owner: person,
  team: name,
  dueOn: z.iso.date(),
  commit: z.boolean().default(false),
});

const agendaSchema = z.strictObject({
  ...deed,
  case: key('PM'),
  minutes: minutes.optional(),
  notes: z.strictObject({ ...deed, text: entry }).optional(),
  decisions: z
    .array(z.strictObject({ ...deed, text: entry, action: actionSchema.optional() }))
    .default([]),
  outcome: z.enum(REVIEW_OUTCOMES).optional(),
});
export type DemoAgendaCase = z.infer<typeof agendaSchema>;

const meetingSchema = z.strictObject({
  /** Which slot of its series. */
  startsAt: moment,
  answers: z.array(z.strictObject({ ...deed, answer: z.enum(MEETING_ANSWERS) })).default([]),
  agenda: z.array(agendaSchema).default([]),
  /** Left out for one that is still to come. */
  held: z
    .strictObject({
      by: person,
      from: moment,
      until: moment,
      present: z.array(person),
      absent: z.array(person).default([]),
      closing: entry.optional(),
    })
    .optional(),
  feedback: z
    .array(
      z.strictObject({
        ...deed,
        timeWellSpent: degree,
        learnedSomething: degree,
        decisionsCarriedOut: degree,
        word: entry.optional(),
      }),
    )
    .default([]),
});
export type DemoMeeting = z.infer<typeof meetingSchema>;

const seriesSchema = z.strictObject({
  ...deed,
  title,
  cadence: z.strictObject({
    rule: z.string(),
    startsOn: z.iso.date(),
    zone,
    time: z.string(),
  }),
  durationMinutes: minutes,
  place: title.optional(),
  facilitator: person,
  teams: z.array(name),
  people: z.array(person).default([]),
  meetings: z.array(meetingSchema).default([]),
});
export type DemoSeries = z.infer<typeof seriesSchema>;

const reviewsSchema = z.strictObject({
  submissions: z.array(submissionSchema).default([]),
  threads: z.array(threadSchema).default([]),
  signOffs: z.array(signOffSchema).default([]),
  series: z.array(seriesSchema).default([]),
});
/** What the people of the demo did when they reviewed its cases: who, when, in their words. */
export type DemoReviews = z.infer<typeof reviewsSchema>;

/** @throws CaseFileError with the line at fault */
export function readReviewsFile(content: string): ReadParts<DemoReviews> {
  return readParts(reviewsSchema, new TextEncoder().encode(content));
}
