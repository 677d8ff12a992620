import { Brackets } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { STILL_ACTS } from '../../core/vocabulary.js';
import { dayIn } from '../../core/working-days.js';
import { ActionItemEventEntity } from '../action-item/action-item-event.entity.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { improvementPolicyOf } from '../improvement-policy/improvement-policy.service.js';
import { TeamMemberEntity } from '../people/team.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import {
  AUDIENCES,
  remindersIn,
  type ReminderKind,
  type Reminding,
  type Span,
} from './reminder-days.js';

/** What one person is reminded of. */
export interface Reminder {
  readonly kind: ReminderKind;
  readonly actionItemId: string;
  /** The day it is about; null where it is about what has been waiting since it was moved. */
  readonly day: string | null;
}

type Row = Omit<Reminding, 'movedOn'> &
  Pick<ActionItemEntity, 'id' | 'ownerId' | 'teamId' | 'pauseApproverId'> & {
    readonly movedAt: string;
  };

/** No more actions are looked through. */
const MOST = 50_000;
/** Members of teams that are looked through. */
const MOST_LEADS = 20_000;

/**
 * What people are to be reminded of, by their id, of actions that the caller may read.
 * @param spanOf the days of a person for which they have not been reminded yet
 * @param onlyFor leaves out what cannot be for anybody but this person
 */
export async function remindersFor(
  ctx: Ctx,
  spanOf: (personId: string) => Span,
  onlyFor: string | null,
): Promise<ReadonlyMap<string, readonly Reminder[]>> {
  const { reminders: rules } = await improvementPolicyOf(ctx);
  const leadsOf = await leads(ctx);
  const found = new Map<string, Reminder[]>();
  for (const row of await rows(ctx, onlyFor)) {
    const days = await calendarOfTeam(ctx).load(row.teamId ?? '');
    const reminding = { ...row, movedOn: dayIn(new Date(row.movedAt), days.zone) };
    const leadIds = row.teamId === null ? [] : (leadsOf.get(row.teamId) ?? []);
    const people = {
      OWNER: row.ownerId === null ? [] : [row.ownerId],
      APPROVER: row.pauseApproverId === null ? [] : [row.pauseApproverId],
      // Nobody verifies their own, and an owner knows without being told as a lead.
      LEADS: leadIds.filter((id) => id !== row.ownerId),
    };
    for (const personId of new Set(Object.values(people).flat())) {
      if (onlyFor !== null && personId !== onlyFor) continue;
      for (const kind of remindersIn(reminding, spanOf(personId), days, rules)) {
        if (!AUDIENCES[kind].some((audience) => people[audience].includes(personId))) continue;
        const reminder = { kind, actionItemId: row.id, day: dayOf(kind, row) };
        found.set(personId, [...(found.get(personId) ?? []), reminder]);
      }
    }
  }
  return found;
}

function dayOf(kind: ReminderKind, { dueOn, pausedUntil, effectCheckOn }: Row): string | null {
  switch (kind) {
    case 'OVERDUE':
    case 'ESCALATED':
    case 'DUE_SOON':
      return dueOn;
    case 'PAUSE_ENDING':
      return pausedUntil;
    case 'EFFECT_CHECK':
      return effectCheckOn;
    case 'TO_VERIFY':
    case 'UNDECIDED':
      return null;
  }
}

async function rows(ctx: Ctx, onlyFor: string | null): Promise<Row[]> {
  const query = ctx.db
    .createQueryBuilder(ActionItemEntity, 'a')
    .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId')
    .select('a.id', 'id')
    .addSelect('a.status', 'status')
    .addSelect('a.dueOn', 'dueOn')
    .addSelect('a.pausedUntil', 'pausedUntil')
    .addSelect('a.effectCheckOn', 'effectCheckOn')
    .addSelect('a.ownerId', 'ownerId')
    .addSelect('a.teamId', 'teamId')
    .addSelect('a.pauseApproverId', 'pauseApproverId')
    .where(`a.status NOT IN ('EFFECTIVE', 'REJECTED')`)
    // A proposal in a case that is still written is not to be decided yet.
    .andWhere(`(a.status <> 'PROPOSED' OR p.status IN ('APPROVED', 'PUBLISHED'))`)
    .orderBy('a.number')
    .limit(MOST);
  const moved = query
    .subQuery()
    .select('MAX(e.at)')
    .from(ActionItemEventEntity, 'e')
    .where(`e.actionItemId = a.id AND e.act NOT IN (:...still)`)
    .getQuery();
  query.addSelect(moved, 'movedAt').setParameter('still', STILL_ACTS);
  if (onlyFor !== null) {
    const led = query
      .subQuery()
      .select('l.teamId')
      .from(TeamMemberEntity, 'l')
      .where(`l.personId = :onlyFor AND l.role = 'LEAD'`)
      .getQuery();
    query.andWhere(
      new Brackets((either) =>
        either
          .where('a.ownerId = :onlyFor')
          .orWhere('a.pauseApproverId = :onlyFor')
          .orWhere(`a.teamId IN ${led}`),
      ),
    );
    query.setParameter('onlyFor', onlyFor);
  }
  return onlyReadable(query, ctx.actor, 'p').getRawMany<Row>();
}

/** Who leads each team. */
async function leads({ db }: Ctx): Promise<ReadonlyMap<string, readonly string[]>> {
  const members = await db.find(TeamMemberEntity, { where: { role: 'LEAD' }, take: MOST_LEADS });
  const found = new Map<string, string[]>();
  for (const { teamId, personId } of members) {
    found.set(teamId, [...(found.get(teamId) ?? []), personId]);
  }
  return found;
}
