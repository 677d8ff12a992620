import type { Actor } from '../../src/core/actor.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import type { TestApp } from './app.js';
import { actingAs, aCase } from './factory.js';
import { done, type Meeting } from './reviews.js';

/** A meeting that goes on, and whoever leads it. */
export interface RunMeeting {
  readonly id: string;
  readonly key: string;
  readonly lead: Actor;
  readonly cases: readonly { readonly id: string; readonly key: string }[];
  /** Does something to the meeting, as the lead or somebody else. */
  readonly did: (name: string, input?: object, actor?: Actor) => Promise<Meeting>;
}

/** Somebody who is known already. */
export async function personNamed(app: TestApp, name: string): Promise<Actor & { id: string }> {
  const { id } = await app.platform.database.read.findOneByOrFail(PersonEntity, { name });
  return { ...actingAs({ id }), id };
}

/**
 * Begins a meeting that the first of these people leads and the others are invited to, about a case
 * of theirs for each title.
 */
export async function runMeeting(
  app: TestApp,
  names: readonly string[],
  titles: readonly string[],
): Promise<RunMeeting> {
  const people = await Promise.all(names.map((name) => personNamed(app, name)));
  const [lead] = people;
  if (!lead) throw new Error('somebody has to lead the meeting');
  const personIds = people.map(({ id }) => id);
  const { id, key } = await done<Meeting>(app, lead, 'reviewMeetingCreate', 'reviewMeeting', {
    input: {
      ...{ title: 'Tuesday review', startsAt: new Date().toISOString(), zone: 'UTC' },
      ...{ durationMinutes: 60, facilitatorId: lead.id, personIds },
    },
  });
  const did: RunMeeting['did'] = (name, input, actor = lead) =>
    done<Meeting>(app, actor, name, 'reviewMeeting', { id, ...(input && { input }) });
  const cases: { id: string; key: string }[] = [];
  for (const title of titles) {
    const one = await aCase(app, { authorIds: personIds, title, summary: 'Slow.' });
    await did('reviewMeetingAddCase', { postmortemId: one.id, plannedMinutes: 1 });
    cases.push(one);
  }
  await did('reviewMeetingStart');
  return { id, key, lead, cases, did };
}
