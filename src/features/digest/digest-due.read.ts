import { IsNull, Not } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { USUAL_LEADERS, USUAL_SCHEDULE, type WeeklySchedule } from '../../core/weekly-schedule.js';
import { ChannelEntity } from '../channel/channel.entity.js';
import type { DeliveryPromise } from '../delivery/delivery.service.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity, TeamMemberEntity } from '../people/team.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { instantIn, weekAt, weeksAfter, type Week } from '../../core/iso-week.js';

/** Who composes which digest. */
export const DIGEST_KINDS = {
  team: 'DIGEST_TEAM',
  person: 'DIGEST_PERSON',
  leaders: 'DIGEST_LEADERS',
} as const;

/** Teams, channels and people that are looked through at a time. */
const MOST = 20_000;

/** When and where something is sent. */
interface Timing {
  readonly schedule: WeeklySchedule;
  readonly zone: string;
}

interface Facts {
  readonly now: Date;
  /** Of teams that are in use, by their id. */
  readonly timings: ReadonlyMap<string, Timing>;
  /** For who is in no team. */
  readonly usual: Timing;
  readonly leaders: Timing & { readonly personIds: readonly string[] | null };
}

/**
 * What is due now: the digests of the last week, from its hour in this week until the week is over.
 * What is older is told by none: nobody needs last month’s.
 * @param withMail false where mail is off, so that nothing is promised to people
 */
export async function digestsDue(ctx: Ctx, withMail: boolean): Promise<DeliveryPromise[]> {
  const facts = await factsOf(ctx);
  const channels = await channelsDue(ctx, facts);
  return withMail ? [...channels, ...(await mailDue(ctx, facts))] : channels;
}

async function factsOf(ctx: Ctx): Promise<Facts> {
  const [organization] = await ctx.db.find(OrganizationEntity, { take: 1 });
  const usual = organization?.digestSchedule ?? USUAL_SCHEDULE;
  const { personIds, ...leaders } = organization?.leadersDigest ?? USUAL_LEADERS;
  const { zone } = await calendarOfTeam(ctx).load('');
  const teams = await ctx.db.find(TeamEntity, { where: { archivedAt: IsNull() }, take: MOST });
  const timings = new Map<string, Timing>();
  for (const { id, digestSchedule } of teams) {
    const calendar = await calendarOfTeam(ctx).load(id);
    timings.set(id, { schedule: digestSchedule ?? usual, zone: calendar.zone });
  }
  return {
    now: ctx.clock.now(),
    timings,
    usual: { schedule: usual, zone },
    leaders: { schedule: leaders, zone, personIds },
  };
}

async function channelsDue(ctx: Ctx, facts: Facts): Promise<DeliveryPromise[]> {
  const channels = await ctx.db.find(ChannelEntity, {
    where: { archivedAt: IsNull() },
    take: MOST,
  });
  return channels.flatMap(({ id, teamId, createdAt, topics }) => {
    if (topics?.includes('DIGEST') === false) return [];
    const timing = teamId === null ? facts.leaders : facts.timings.get(teamId);
    const due = timing && dueOf([timing], facts.now, createdAt);
    if (!due) return [];
    const { week, at } = due;
    return [channelPromise(id, teamId, week, at)];
  });
}

/** The digest of a week in a channel: of its team, or of the organization. */
export function channelPromise(
  channelId: string,
  teamId: string | null,
  week: string,
  dueAt: Date,
): DeliveryPromise {
  const kind = teamId === null ? DIGEST_KINDS.leaders : DIGEST_KINDS.team;
  const dedupeKey = `${kind} ${week} channel ${channelId}`;
  return { kind, dedupeKey, to: { channelId }, subject: { week, teamId }, dueAt };
}

async function mailDue(ctx: Ctx, facts: Facts): Promise<DeliveryPromise[]> {
  const people = await ctx.db.find(PersonEntity, {
    where: { archivedAt: IsNull(), email: Not(IsNull()) },
    take: MOST,
  });
  const members = await ctx.db.find(TeamMemberEntity, { take: MOST });
  const teamsOf = new Map<string, Timing[]>();
  for (const { personId, teamId } of members) {
    const timing = facts.timings.get(teamId);
    if (timing) teamsOf.set(personId, [...(teamsOf.get(personId) ?? []), timing]);
  }
  const { personIds } = facts.leaders;
  return people.flatMap(({ id, role, createdAt }) => {
    const leads = personIds?.includes(id) ?? role === 'ADMIN';
    return [
      mailOf('person', id, dueOf(teamsOf.get(id) ?? [facts.usual], facts.now, createdAt)),
      mailOf('leaders', id, leads ? dueOf([facts.leaders], facts.now, createdAt) : null),
    ].flatMap((mail) => mail ?? []);
  });
}

function mailOf(
  what: 'person' | 'leaders',
  personId: string,
  due: Due | null,
): DeliveryPromise | null {
  if (!due) return null;
  const { week, at } = due;
  const kind = DIGEST_KINDS[what];
  const dedupeKey = `${kind} ${week} person ${personId}`;
  return { kind, dedupeKey, to: { personId }, subject: { week }, dueAt: at };
}

interface Due {
  readonly week: string;
  readonly at: Date;
}

/**
 * The week that is told now, and since when: where somebody is in several teams, the last week that
 * is over for all of them, at the latest of their hours, so that nothing in it can change any more.
 * Null if its hour has not come, if all are switched off, or if whoever it is for was not here yet.
 */
function dueOf(timings: readonly Timing[], now: Date, knownSince: Date): Due | null {
  const on = timings.filter(({ schedule }) => schedule.isOn);
  const weeks = on.map(({ zone }) => weekAt(now, zone));
  const [first] = weeks.sort((one, other) => (one.monday < other.monday ? -1 : 1));
  if (!first) return null;
  const week: Week = weeksAfter(first, -1);
  const times = on.map(({ schedule, zone }) => instantIn(first, schedule, zone).getTime());
  const at = new Date(Math.max(...times));
  return at <= now && knownSince <= at ? { week: week.text, at } : null;
}
