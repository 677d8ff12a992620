import type { SelectQueryBuilder } from 'typeorm';

import { hasScope, personIdOf, roleAllows, type Actor } from '../../core/actor.js';
import type { PostmortemStatus, Visibility } from '../../core/vocabulary.js';
import { TeamMemberEntity } from '../people/team.entity.js';
import { PostmortemPersonEntity } from './postmortem.entity.js';
import { PostmortemReaderEntity } from './reader.entity.js';

export type PostmortemAct =
  | 'read'
  /** Change it or what belongs to it. */
  | 'edit'
  /** Change who may read it: visibility, readers, authors, reviewers, facilitator. */
  | 'share'
  /** Say that it is right, where one reviewer is enough. */
  | 'approve'
  | 'delete';

/** What the policy looks at: the case, and what the actor is to it. */
export interface PostmortemFacts {
  readonly visibility: Visibility;
  readonly status: PostmortemStatus;
  /** Author, reviewer or facilitator. */
  readonly involved: boolean;
  /** Among its readers, by name or through a team. */
  readonly granted: boolean;
  /** Author or facilitator. */
  readonly answers: boolean;
  /** Reviewer or facilitator; where it has neither, whoever is not among its authors. */
  readonly reviews: boolean;
}

/** Whether the actor may do this to a case that exists. */
export function mayPostmortem(actor: Actor, act: PostmortemAct, facts: PostmortemFacts): boolean {
  if (!mayRead(actor, facts)) return false;
  switch (act) {
    case 'read':
      return true;
    case 'edit':
    case 'delete':
      return roleAllows(actor, act);
    case 'share':
      return roleAllows(actor, 'edit') && (facts.answers || keepsAll(actor));
    case 'approve':
      return roleAllows(actor, 'edit') && (facts.reviews || keepsAll(actor));
  }
}

/**
 * A draft is for those who write and review it. A restricted case is for them and its readers,
 * whatever the role, and by a token only where that was said when the token was made.
 */
function mayRead(actor: Actor, facts: PostmortemFacts): boolean {
  if (actor.kind === 'operator') return true;
  if (!hasScope(actor, 'read')) return false;
  const { visibility, status, involved, granted } = facts;
  const isReady = status !== 'DRAFT' || readsDrafts(actor);
  const isOpen = visibility === 'ORGANIZATION';
  const isNamed = hasScope(actor, 'restricted') && (involved || granted);
  return (isReady || involved) && (isOpen || isNamed);
}

/** Whether the actor may write a new case. */
export function mayCreatePostmortem(actor: Actor): boolean {
  return roleAllows(actor, 'edit');
}

/** Keeps of a query over `PostmortemEntity` under `alias` what the actor may read: `mayPostmortem` in SQL. */
export function onlyReadable<Row extends object>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
  alias: string,
): SelectQueryBuilder<Row> {
  if (actor.kind === 'operator') return query;
  if (!hasScope(actor, 'read')) return query.andWhere('1 = 0');
  const involved = `(${alias}.facilitatorId = :readerId OR EXISTS ${involvement(query, alias)})`;
  const isOpen = isOpenSql(alias);
  const isNamed = `(${involved} OR EXISTS ${grant(query, alias)})`;
  if (!readsDrafts(actor)) query.andWhere(`(${alias}.status <> 'DRAFT' OR ${involved})`);
  query.andWhere(hasScope(actor, 'restricted') ? `(${isOpen} OR ${isNamed})` : isOpen);
  return query.setParameter('readerId', personIdOf(actor));
}

/** Keeps of a query over `PostmortemEntity` under `alias` the cases that have the actor among their readers. */
export function onlyGranted<Row extends object>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
  alias: string,
): SelectQueryBuilder<Row> {
  return query.andWhere(`EXISTS ${grant(query, alias)}`, { readerId: personIdOf(actor) });
}

/** True for a case that only some people may read: nobody else finds it, or learns how many there are. */
export function isForSome({ visibility, status }: Pick<PostmortemFacts, 'visibility' | 'status'>) {
  return visibility === 'RESTRICTED' || status === 'DRAFT';
}

/** Keeps of a query over `PostmortemEntity` under `alias` what only some people may read: `isForSome` in SQL. */
export function onlyForSome<Row extends object>(
  query: SelectQueryBuilder<Row>,
  alias: string,
): SelectQueryBuilder<Row> {
  return query.andWhere(`(${alias}.visibility = 'RESTRICTED' OR ${alias}.status = 'DRAFT')`);
}

/**
 * Open to the organization. As what it is not, because SQLite would begin a search for "is open"
 * with the index of all open cases.
 */
export function isOpenSql(alias: string): string {
  return `${alias}.visibility <> 'RESTRICTED'`;
}

/** The authors and reviewers of a case who are the reader. */
function involvement(query: SelectQueryBuilder<object>, alias: string): string {
  return query
    .subQuery()
    .select('1')
    .from(PostmortemPersonEntity, 'named')
    .where(`named.postmortemId = ${alias}.id AND named.personId = :readerId`)
    .getQuery();
}

/** The readers of a case who are the reader, or a team they belong to at this moment. */
function grant(query: SelectQueryBuilder<object>, alias: string): string {
  const granted = query.subQuery().select('1').from(PostmortemReaderEntity, 'granted');
  return granted
    .where(`granted.postmortemId = ${alias}.id`)
    .andWhere(`(granted.personId = :readerId OR granted.teamId IN ${teamsOf(granted)})`)
    .getQuery();
}

function teamsOf(query: SelectQueryBuilder<object>): string {
  return query
    .subQuery()
    .select('membership.teamId')
    .from(TeamMemberEntity, 'membership')
    .where('membership.personId = :readerId')
    .getQuery();
}

function readsDrafts(actor: Actor): boolean {
  return actor.kind === 'person' && actor.readsDrafts === true;
}

/** The operator, and administrators; who may not read a case does not come so far. */
function keepsAll(actor: Actor): boolean {
  return actor.kind === 'operator' || (actor.kind === 'person' && actor.role === 'ADMIN');
}
