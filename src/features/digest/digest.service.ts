import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import { membershipsOfPerson } from '../people/people.loaders.js';
import { mayReadPeople } from '../people/people.policy.js';
import { TeamEntity } from '../people/team.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import {
  publishedBefore,
  recurrencesBetween,
  waitingForReview,
  type Recurrence,
  type WaitingCase,
} from './digest-cases.read.js';
import {
  digestOf,
  isDone,
  numbersOf,
  type DigestContent,
  type DigestFacts,
  type DigestNumbers,
  type DigestSectionKind,
} from './digest.content.js';
import {
  extendedAgain,
  happenedBetween,
  standingAt,
  type DigestScope,
  type Standing,
} from './digest.read.js';
import { boundsOf, weekOf, weeksAfter, type Week } from '../../core/iso-week.js';
import { worthReading, type WorthReading } from './worth-reading.js';

/** A case that waits to be reviewed, and the whole days that it has waited at the cut-off. */
export interface WaitingReview extends WaitingCase {
  readonly days: number;
}

/** What a team has to tell in a digest of more than one. */
export interface DigestOfTeam {
  readonly team: TeamEntity;
  readonly numbers: DigestNumbers;
}

/** Whose digests there are. */
export const DIGEST_OF = ['TEAM', 'PERSON', 'ORGANIZATION'] as const;
export type DigestOf = (typeof DIGEST_OF)[number];

/** What became of actions and cases in a week, as it was when the week was over. */
export interface Digest extends DigestContent {
  readonly of: DigestOf;
  readonly week: string;
  /** When the week began, in the zone of the calendar of the team or the organization. */
  readonly from: Date;
  /** The cut-off: when the week is over, or now while it is not. */
  readonly until: Date;
  /** False while the week is not over, so that more may come. */
  readonly isFinal: boolean;
  readonly recurrences: readonly Recurrence[];
  readonly waitingReviews: readonly WaitingReview[];
  readonly worthReading: WorthReading | null;
  /** Whose it is; null for a person and for the organization. */
  readonly team: TeamEntity | null;
  /** Of a person, their teams; of the organization, those with something to tell; by name. */
  readonly teams: readonly DigestOfTeam[];
}

export interface TeamDigest extends Digest {
  readonly of: 'TEAM';
  readonly team: TeamEntity;
}

export interface PersonDigest extends Digest {
  readonly of: 'PERSON';
  readonly teams: readonly TeamDigest[];
}

type Facts = Omit<DigestFacts, 'toVerify' | 'extendedAgain'>;
type About = Pick<Digest, 'recurrences' | 'waitingReviews' | 'worthReading'>;
type Span = Pick<Digest, 'week' | 'from' | 'until' | 'isFinal'> & { readonly end: Date };

/**
 * Makes digests. Nothing of them is stored: the histories of actions and cases tell any week again.
 * Of which team a case is, is asked of its services and actions as they are today. Nothing is in
 * them that the caller may not read now. A week that there is not is refused as VALIDATION.
 */
@Injectable()
export class DigestService {
  /** The digest of a team; null if there is no such team or the caller may not read it. */
  async ofTeam(ctx: Ctx, teamKey: string, week: string): Promise<TeamDigest | null> {
    const asked = weekOf(week);
    if (!mayReadPeople(ctx.actor)) return null;
    const team = await ctx.db.findOneBy(TeamEntity, { key: teamKey.trim().toLowerCase() });
    return team && (await this.#ofTeam(ctx, team, asked)).digest;
  }

  /** The digest of the caller: what they own and are to check, in all their teams; null for a program. */
  async ofCaller(ctx: Ctx, week: string): Promise<PersonDigest | null> {
    const asked = weekOf(week);
    const personId = personIdOf(ctx.actor);
    if (personId === null || !mayReadPeople(ctx.actor)) return null;
    const { zone } = await calendarOfTeam(ctx).load('');
    const scope = { personId };
    const memberships = await membershipsOfPerson(ctx).load(personId);
    const teams = await this.#teams(ctx, { id: In(memberships.map(({ teamId }) => teamId)) });
    const ofTeams = [];
    for (const team of teams) ofTeams.push(await this.#ofTeam(ctx, team, asked));
    const toVerify = new Map<string, Standing>();
    for (const item of ofTeams.flatMap(({ facts }) => facts.standing)) {
      if (isDone(item) && item.ownerId !== personId) toVerify.set(item.id, item);
    }
    const span = spanOf(ctx, asked, zone);
    const facts = await this.#facts(ctx, scope, asked, zone);
    return {
      of: 'PERSON',
      ...span,
      ...digestOf({ ...facts, toVerify: [...toVerify.values()] }),
      ...(await this.#about(ctx, scope, span, teams)),
      team: null,
      teams: ofTeams.map(({ digest }) => digest),
    };
  }

  /** The digest of the whole organization, by its calendar; null for who may not read. */
  async ofOrganization(ctx: Ctx, week: string): Promise<Digest | null> {
    const asked = weekOf(week);
    if (!mayReadPeople(ctx.actor)) return null;
    const { zone } = await calendarOfTeam(ctx).load('');
    const scope = { everybody: true } as const;
    const span = spanOf(ctx, asked, zone);
    const facts = await this.#facts(ctx, scope, asked, zone);
    const again = await extendedAgain(ctx, scope, span.end);
    const teams = await this.#teams(ctx);
    return {
      of: 'ORGANIZATION',
      ...span,
      ...digestOf({ ...facts, extendedAgain: again }, FOR_LEADERS),
      ...(await this.#about(ctx, scope, span, [])),
      team: null,
      teams: teams
        .map((team) => ({ team, numbers: numbersOf(factsOfTeam(facts, team.id)) }))
        .filter(({ numbers }) =>
          Object.values(numbers).some(({ now, before }) => now > 0 || before > 0),
        ),
    };
  }

  async #ofTeam(
    ctx: Ctx,
    team: TeamEntity,
    week: Week,
  ): Promise<{ readonly digest: TeamDigest; readonly facts: Facts }> {
    const { zone } = await calendarOfTeam(ctx).load(team.id);
    const scope = { teamId: team.id };
    const span = spanOf(ctx, week, zone);
    const facts = await this.#facts(ctx, scope, week, zone);
    const about = await this.#about(ctx, scope, span, [team]);
    return {
      digest: { of: 'TEAM', ...span, ...digestOf(facts), ...about, team, teams: [] },
      facts,
    };
  }

  async #facts(ctx: Ctx, scope: DigestScope, week: Week, zone: string): Promise<Facts> {
    const { from, until } = boundsOf(week, zone);
    const last = boundsOf(weeksAfter(week, -1), zone);
    return {
      day: weeksAfter(week, 1).monday,
      standing: await standingAt(ctx, scope, until),
      standingBefore: await standingAt(ctx, scope, from),
      happened: await happenedBetween(ctx, scope, from, until),
      happenedBefore: await happenedBetween(ctx, scope, last.from, last.until),
    };
  }

  async #about(
    ctx: Ctx,
    scope: DigestScope,
    { from, until, end }: Span,
    own: readonly TeamEntity[],
  ): Promise<About> {
    const waiting = await waitingForReview(ctx, scope, end);
    const ownIds = own.map(({ id }) => id);
    return {
      recurrences: await recurrencesBetween(ctx, scope, from, end),
      waitingReviews: waiting.map((one) => ({
        ...one,
        days: Math.floor((until.getTime() - one.since.getTime()) / DAY_MS),
      })),
      worthReading: worthReading(await publishedBefore(ctx, ownIds, end), end),
    };
  }

  /** Those in use, by name. */
  #teams(ctx: Ctx, which: { id?: ReturnType<typeof In<string>> } = {}): Promise<TeamEntity[]> {
    return ctx.db.find(TeamEntity, {
      where: { ...which, archivedAt: IsNull() },
      order: { name: 'ASC', id: 'ASC' },
      take: LIMITS.shortList,
    });
  }
}

const DAY_MS = 86_400_000;

/** The lists that those who lead need; teams have the others. */
const FOR_LEADERS: readonly DigestSectionKind[] = [
  ...(['CAME_BACK', 'OVERDUE', 'EXTENDED_AGAIN', 'REJECTED'] as const),
];

function spanOf(ctx: Ctx, week: Week, zone: string): Span {
  const { from, until: end } = boundsOf(week, zone);
  const now = ctx.clock.now();
  const isFinal = end <= now;
  return { week: week.text, from, until: isFinal ? end : now, isFinal, end };
}

function factsOfTeam(facts: Facts, id: string): Facts {
  const its = <Row extends Standing>(rows: readonly Row[]): Row[] =>
    rows.filter(({ teamId }) => teamId === id);
  return {
    day: facts.day,
    standing: its(facts.standing),
    standingBefore: its(facts.standingBefore),
    happened: its(facts.happened),
    happenedBefore: its(facts.happenedBefore),
  };
}
