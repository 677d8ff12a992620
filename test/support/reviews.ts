import type { Actor } from '../../src/core/actor.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import type { TestApp } from './app.js';
import { askAs } from './ask-as.js';
import type { Refusal } from './client.js';
import { actingAs, aPerson, aTeam } from './factory.js';

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
export async function attempt(
  app: TestApp,
  actor: Actor,
  name: string,
  of: ReviewObject,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly it: unknown; readonly refusal: Refusal | undefined }> {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const names = Object.keys(variables);
  const head = names.map((each) => `$${each}: ${TYPES[each] ?? input}`).join(', ');
  const pass = names.map((each) => `${each}: $${each}`).join(', ');
  const document = `mutation (${head}) { done: ${name}(${pass}) {
    it: ${of} { ${OBJECTS[of]} } userErrors { code field message } } }`;
  const { done } = await askAs<{
    done: { readonly it: unknown; readonly userErrors: readonly Refusal[] };
  }>(app, actor, document, { ...variables });
  return { it: done.it, refusal: done.userErrors[0] };
}

/** The object of a mutation that must succeed. */
export async function done<Value>(...args: Parameters<typeof attempt>): Promise<Value> {
  const { it, refusal } = await attempt(...args);
  if (!it || refusal) throw new Error(JSON.stringify(refusal));
  return it as Value;
}

/** A meeting as somebody sees it. */
export async function meetingAs(app: TestApp, actor: Actor, key: string): Promise<Meeting> {
  const document = `query ($key: String) { reviewMeeting(key: $key) { ${MEETING} } }`;
  return (await askAs<{ reviewMeeting: Meeting }>(app, actor, document, { key })).reviewMeeting;
}

/** People who hold reviews, and what they do most. */
export interface Board {
  readonly leadId: string;
  readonly memberId: string;
  /** `member` belongs to it. */
  readonly teamId: string;
  readonly lead: Actor;
  readonly member: Actor;
  readonly outsider: Actor;
  readonly viewer: Actor;
  readonly admin: Actor;
  /** Tries something with a meeting, as the lead or somebody else. */
  readonly tried: (
    name: string,
    variables: Readonly<Record<string, unknown>>,
    actor?: Actor,
    of?: ReviewObject,
  ) => ReturnType<typeof attempt>;
  readonly did: (
    name: string,
    variables: Readonly<Record<string, unknown>>,
    actor?: Actor,
  ) => Promise<Meeting>;
  /** A meeting that the lead facilitates, to which the team is invited. */
  readonly plan: (input?: object, actor?: Actor) => Promise<Meeting>;
  readonly add: (
    id: string,
    postmortemId: string,
    values?: object,
    actor?: Actor,
  ) => Promise<Meeting>;
  readonly decide: (
    reviewMeetingId: string,
    postmortemId: string,
    actor?: Actor,
  ) => Promise<{ readonly id: string; readonly version: number }>;
  /** Has a case be for its people and these readers only. */
  readonly restrict: (id: string, ...readers: string[]) => Promise<string>;
}

export async function aBoard(app: TestApp): Promise<Board> {
  const { id: leadId } = await aPerson(app, '林怡君');
  const { id: memberId } = await aPerson(app, 'Mem');
  const { id: teamId } = await aTeam(app);
  await app.write((tx) =>
    app.get(TeamService).setMember(tx, teamId, { personId: memberId, role: 'MEMBER' }),
  );
  const lead = actingAs({ id: leadId });
  const did: Board['did'] = (name, variables, actor = lead) =>
    done<Meeting>(app, actor, name, 'reviewMeeting', variables);
  const usual = {
    ...{ title: 'Cross-team review', startsAt: '2026-11-10T06:00:00Z', zone: 'Asia/Taipei' },
    ...{ durationMinutes: 60, facilitatorId: leadId, teamIds: [teamId] },
  };
  return {
    ...{ leadId, memberId, teamId, lead, did },
    member: actingAs({ id: memberId }),
    outsider: actingAs(await aPerson(app, 'Oona')),
    viewer: actingAs(await aPerson(app, 'Vera'), 'VIEWER'),
    admin: actingAs(await aPerson(app, 'Root'), 'ADMIN'),
    tried: (name, variables, actor = lead, of = 'reviewMeeting') =>
      attempt(app, actor, name, of, variables),
    plan: (input = {}, actor = lead) =>
      did('reviewMeetingCreate', { input: { ...usual, ...input } }, actor),
    add: (id, postmortemId, values = {}, actor = lead) =>
      did('reviewMeetingAddCase', { id, input: { postmortemId, ...values } }, actor),
    decide: (reviewMeetingId, postmortemId, actor = lead) =>
      done<{ id: string; version: number }>(app, actor, 'reviewDecisionCreate', 'decision', {
        input: { reviewMeetingId, postmortemId, text: 'Bound **every** pool' },
      }),
    restrict: async (id, ...readers) => {
      await app.write((tx) =>
        app.get(PostmortemService).update(tx, id, {
          visibility: 'RESTRICTED',
          readers: readers.map((personId) => ({ personId })),
        }),
      );
      return id;
    },
  };
}
