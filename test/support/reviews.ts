import type { Actor } from '../../src/core/actor.js';
import type { TestApp } from './app.js';
import { askAs } from './ask-as.js';
import type { Refusal } from './client.js';

/** A review meeting as the API shows it. */
export interface Meeting {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly startsAt: string;
  readonly place: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly sequence: number;
  readonly calendarFile: string;
  readonly allowedActs: readonly string[];
  readonly teams: readonly { readonly id: string }[];
  readonly people: readonly { readonly id: string }[];
  readonly attendance: readonly {
    readonly person: { readonly id: string };
    readonly isInvited: boolean;
    readonly answer: string | null;
    readonly presence: string | null;
  }[];
  readonly agenda: readonly AgendaCase[];
}

export interface AgendaCase {
  readonly id: string;
  readonly version: number;
  readonly plannedMinutes: number | null;
  readonly notes: string;
  readonly outcome: string | null;
  readonly postmortem: { readonly id: string };
  readonly decisions: readonly {
    readonly id: string;
    readonly text: string;
    readonly actionItem: { readonly id: string; readonly status: string } | null;
  }[];
  readonly unmeasuredSpans: readonly { readonly name: string; readonly missing: string[] }[];
}

export const MEETING = `id key version title startsAt place state reason sequence calendarFile
  allowedActs teams { id } people { id }
  attendance { person { id } isInvited answer presence }
  agenda { id version plannedMinutes notes outcome postmortem { id }
    decisions { id text actionItem { id status } } unmeasuredSpans { name missing } }`;

/** What the payload of a mutation holds, and in which fields. */
const OBJECTS = {
  reviewMeeting: MEETING,
  reviewSeries: `id version title archivedAt nextMeetings { ${MEETING} }`,
  agendaCase: 'id version plannedMinutes notes outcome',
  decision: 'id version text actionItem { id key status } agendaCase { id }',
} as const;
export type ReviewObject = keyof typeof OBJECTS;

const TYPES: Readonly<Record<string, string>> = {
  id: 'ID!',
  postmortemId: 'ID!',
  answer: 'ReviewMeetingAnswer',
};

/** Tries a mutation as somebody: the object, or why it was refused. */
export async function attempt<Value>(
  app: TestApp,
  actor: Actor,
  name: string,
  of: ReviewObject,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly it: Value | null; readonly refusal: Refusal | undefined }> {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const names = Object.keys(variables);
  const head = names.map((each) => `$${each}: ${TYPES[each] ?? input}`).join(', ');
  const pass = names.map((each) => `${each}: $${each}`).join(', ');
  const document = `mutation (${head}) { done: ${name}(${pass}) {
    it: ${of} { ${OBJECTS[of]} } userErrors { code field message } } }`;
  interface Answer {
    readonly done: { readonly it: Value | null; readonly userErrors: readonly Refusal[] };
  }
  const { done } = await askAs<Answer>(app, actor, document, { ...variables });
  return { it: done.it, refusal: done.userErrors[0] };
}

/** The object of a mutation that must succeed. */
export async function done<Value>(...args: Parameters<typeof attempt>): Promise<Value> {
  const { it, refusal } = await attempt<Value>(...args);
  if (!it || refusal) throw new Error(JSON.stringify(refusal));
  return it;
}

/** A meeting as somebody sees it. */
export async function meetingAs(app: TestApp, actor: Actor, key: string): Promise<Meeting> {
  const document = `query ($key: String) { reviewMeeting(key: $key) { ${MEETING} } }`;
  return (await askAs<{ reviewMeeting: Meeting }>(app, actor, document, { key })).reviewMeeting;
}
