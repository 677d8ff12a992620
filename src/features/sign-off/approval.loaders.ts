import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader, groupedBy } from '../../core/loader.js';
import type { ApprovalRule } from '../../core/vocabulary.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { improvementPolicyOf } from '../improvement-policy/improvement-policy.service.js';
import { IncidentServiceEntity } from '../incident/incident.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { PostmortemMoveEntity } from '../postmortem/postmortem-move.entity.js';
import { PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import { SignOffEntity } from './sign-off.entity.js';

/** Teams of one case that are asked. */
export const MOST_TEAMS = 50;
/** Rows of one batch of cases: far more than there are. */
const MOST_ROWS = 50_000;

/** A team that a case concerns, and what it said of it since the case was last submitted. */
export interface TeamApproval {
  readonly postmortemId: string;
  readonly teamId: string;
  readonly signOff: SignOffEntity | null;
}

/** Who has to agree with a case, and who has. */
export interface Approval {
  readonly rule: ApprovalRule;
  readonly teams: readonly TeamApproval[];
  /** Teams that the rule waits for. */
  readonly missing: readonly TeamApproval[];
  /** The revision that was approved; null if it is not approved, or if that is not known. */
  readonly revision: number | null;
}

/** How far cases that the caller has are from being approved. However many they are: five statements. */
export const approvalOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const { approval } = await improvementPolicyOf(ctx);
  const [teams, signOffs, moves] = await Promise.all([
    affectedTeams(ctx, postmortemIds),
    ctx.db.find(SignOffEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      take: MOST_ROWS,
    }),
    ctx.db.find(PostmortemMoveEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      order: { at: 'ASC', id: 'ASC' },
      take: MOST_ROWS,
    }),
  ]);
  const said = groupedBy(signOffs, postmortemIds, (row) => row.postmortemId);
  const moved = groupedBy(moves, postmortemIds, (row) => row.postmortemId);
  return postmortemIds.map((postmortemId, index): Approval => {
    const life = moved[index] ?? [];
    const submittedAt = life.findLast(({ status }) => status === 'IN_REVIEW')?.at;
    const present = (said[index] ?? []).filter(({ at }) => !submittedAt || at >= submittedAt);
    const asked = (teams[index] ?? []).map((teamId) => ({
      postmortemId,
      teamId,
      signOff: present.find((row) => row.teamId === teamId) ?? null,
    }));
    const rule = asked.length === 0 ? 'ONE_REVIEWER' : approval;
    const agrees = ({ signOff }: TeamApproval): boolean =>
      signOff !== null && signOff.verdict !== 'REFUSED';
    const missing = rule === 'ONE_REVIEWER' ? [] : asked.filter((each) => !agrees(each));
    return { rule, teams: asked, missing, revision: approvedRevision(life) };
  });
});

/** What was approved and has been moved since, but not sent back. */
function approvedRevision(moves: readonly PostmortemMoveEntity[]): number | null {
  const approved = moves.findLast(({ status }) => status === 'APPROVED');
  const isSentBack = moves.some(
    ({ status, id }) => status === 'DRAFT' && approved !== undefined && id > approved.id,
  );
  return isSentBack ? null : (approved?.revision ?? null);
}

/** Of each case the teams that own an affected service or an action which was not rejected, by their keys. */
async function affectedTeams(ctx: Ctx, postmortemIds: readonly string[]): Promise<string[][]> {
  const ids = [...postmortemIds];
  const [owners, actors] = await Promise.all([
    ctx.db
      .createQueryBuilder(PostmortemIncidentEntity, 'pi')
      .innerJoin(IncidentServiceEntity, 'x', 'x.incidentId = pi.incidentId')
      .innerJoin(ServiceEntity, 's', 's.id = x.serviceId')
      .innerJoin(TeamEntity, 't', 't.id = s.ownerTeamId AND t.archivedAt IS NULL')
      .select(['pi.postmortemId AS "caseId"', 't.id AS "teamId"', 't.key AS "teamKey"'])
      .distinct(true)
      .where('pi.postmortemId IN (:...ids)', { ids })
      .limit(MOST_ROWS)
      .getRawMany<AffectedTeam>(),
    ctx.db
      .createQueryBuilder(ActionItemEntity, 'a')
      .innerJoin(TeamEntity, 't', 't.id = a.teamId AND t.archivedAt IS NULL')
      .select(['a.postmortemId AS "caseId"', 't.id AS "teamId"', 't.key AS "teamKey"'])
      .distinct(true)
      .where(`a.postmortemId IN (:...ids) AND a.status <> 'REJECTED'`, { ids })
      .limit(MOST_ROWS)
      .getRawMany<AffectedTeam>(),
  ]);
  return groupedBy([...owners, ...actors], postmortemIds, (row) => row.caseId).map((rows) => {
    const keys = new Map(rows.map(({ teamId, teamKey }) => [teamId, teamKey]));
    return [...keys]
      .sort(([, one], [, other]) => (one < other ? -1 : 1))
      .slice(0, MOST_TEAMS)
      .map(([teamId]) => teamId);
  });
}

interface AffectedTeam {
  readonly caseId: string;
  readonly teamId: string;
  readonly teamKey: string;
}
