import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { TEAM_ROLES } from '../../core/vocabulary.js';
import { weeklySchedule } from '../../core/weekly-schedule.js';
import { setArchived } from '../../infra/database/archive.js';
import { deleteUnused, refuseTaken } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { CaseHistory } from '../history/case-history.service.js';
import { WorkCalendarEntity } from '../work-calendar/work-calendar.entity.js';
import { mayDeletePeople, mayEditTeam, mayKeepTeams, mayReadPeople } from './people.policy.js';
import { PersonEntity } from './person.entity.js';
import { caseIdsOfTeam } from './team-cases.read.js';
import { TeamEntity, TeamMemberEntity } from './team.entity.js';

const createSchema = z.object({ key: text.key, name: text.name });
const updateSchema = createSchema.partial().extend({
  calendarId: z.string().nullish(),
  digestSchedule: weeklySchedule.nullish(),
  expectedVersion: z.number().int().nullish(),
});
const memberSchema = z.object({ personId: z.string(), role: z.enum(TEAM_ROLES) });

export type TeamCreate = z.input<typeof createSchema>;
export type TeamUpdate = z.input<typeof updateSchema>;
export type TeamMemberSet = z.input<typeof memberSchema>;

const KEY = ['input', 'key'] as const;

/** Change its name, calendar and members; keep it as such; remove it. */
const MAY = { edit: mayEditTeam, keep: mayKeepTeams, delete: mayDeletePeople } as const;

/** Keeps the teams and who belongs to them. */
@Injectable()
export class TeamService {
  constructor(private readonly history: CaseHistory) {}

  /** The team with this id or key; null if there is none or the caller may not read it. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; key?: string | undefined },
  ): Promise<TeamEntity | null> {
    if (!mayReadPeople(ctx.actor) || (!by.id && !by.key)) return null;
    return ctx.db.findOneBy(TeamEntity, {
      ...(by.id ? { id: by.id } : {}),
      ...(by.key ? { key: by.key.toLowerCase() } : {}),
    });
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, ALREADY_EXISTS for the key */
  async create(tx: TxCtx, input: TeamCreate): Promise<TeamEntity> {
    if (!mayKeepTeams(tx.actor)) throw new ForbiddenError();
    const { key, name } = checked(createSchema, input);
    const row: TeamEntity = {
      id: newId(),
      version: 1,
      key,
      name,
      createdAt: tx.clock.now(),
      archivedAt: null,
      calendarId: null,
      digestSchedule: null,
    };
    await refuseTaken(() => insertRows(tx, TeamEntity, [row]), key, KEY);
    return row;
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, ALREADY_EXISTS for the key */
  async update(tx: TxCtx, id: string, input: TeamUpdate): Promise<TeamEntity> {
    const row = await this.#require(tx, input.key === undefined ? 'edit' : 'keep', id);
    const { expectedVersion, ...changes } = checked(updateSchema, input);
    const { calendarId: calendar } = changes;
    if (calendar && !(await tx.db.existsBy(WorkCalendarEntity, { id: calendar }))) {
      throw new NotFoundError('calendar', ['input', 'calendarId']);
    }
    const updated = await refuseTaken(
      () => updateVersioned(tx, TeamEntity, row, expectedVersion, given(changes)),
      changes.key ?? '',
      KEY,
    );
    if (updated.key !== row.key || updated.name !== row.name) {
      await this.history.touched(tx, await caseIdsOfTeam(tx.db, id));
    }
    return updated;
  }

  /** For a team that is no more. @throws FupanError WRONG_STATE if it is archived already */
  async archive(tx: TxCtx, id: string): Promise<TeamEntity> {
    return setArchived(tx, TeamEntity, await this.#require(tx, 'keep', id), true);
  }

  /** @throws FupanError WRONG_STATE if it is not archived */
  async restore(tx: TxCtx, id: string): Promise<TeamEntity> {
    return setArchived(tx, TeamEntity, await this.#require(tx, 'keep', id), false);
  }

  /** @throws FupanError IN_USE while it owns a service or an action item */
  async delete(tx: TxCtx, id: string): Promise<TeamEntity> {
    const row = await this.#require(tx, 'delete', id);
    await deleteUnused(tx, TeamEntity, id);
    return row;
  }

  /** Takes somebody into a team, or changes their part in it. @throws FupanError NOT_FOUND */
  async setMember(tx: TxCtx, teamId: string, input: TeamMemberSet): Promise<TeamEntity> {
    const row = await this.#require(tx, 'edit', teamId);
    const { personId, role } = checked(memberSchema, input);
    if (!(await tx.db.existsBy(PersonEntity, { id: personId }))) {
      throw new NotFoundError('person', ['input', 'personId']);
    }
    await tx.db.delete(TeamMemberEntity, { teamId, personId });
    await insertRows(tx, TeamMemberEntity, [{ teamId, personId, role }]);
    return row;
  }

  /** Takes somebody out of a team. @throws FupanError NOT_FOUND if they are not in it */
  async removeMember(tx: TxCtx, teamId: string, personId: string): Promise<TeamEntity> {
    const row = await this.#require(tx, 'edit', teamId);
    const { affected } = await tx.db.delete(TeamMemberEntity, { teamId, personId });
    if (affected === 0) throw new NotFoundError('person', ['personId']);
    return row;
  }

  /** The team, if the actor may do this to it. @throws FupanError NOT_FOUND, FORBIDDEN */
  async #require(tx: TxCtx, act: keyof typeof MAY, id: string): Promise<TeamEntity> {
    const personId = personIdOf(tx.actor);
    const isLead =
      personId !== null &&
      (await tx.db.existsBy(TeamMemberEntity, { teamId: id, personId, role: 'LEAD' }));
    if (!MAY[act](tx.actor, { isLead })) throw new ForbiddenError();
    const row = await tx.db.findOneBy(TeamEntity, { id });
    if (!row) throw new NotFoundError('team', ['id']);
    return row;
  }
}
