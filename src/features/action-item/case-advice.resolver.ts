import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In, Not } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader, groupedBy } from '../../core/loader.js';
import { Reading } from '../../infra/graphql/request.js';
import { incidentById } from '../incident/incident.loaders.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { incidentIdsOf } from '../postmortem/postmortem.loaders.js';
import { ActionItemEntity } from './action-item.entity.js';
import { ActionItem } from './action-item.graphql.js';
import { actionItemById } from './action-item.loaders.js';
import { CaseAdvice } from './case-advice.graphql.js';
import { adviceFor, type Advice } from './case-advice.js';

/** Actions of a batch of cases that are looked through. */
const MOST = 5_000;

/** Of cases that the caller has, the actions that were not given up, as far as advice looks at them. */
const advisedActionsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const rows = await ctx.db.find(ActionItemEntity, {
    select: {
      id: true,
      postmortemId: true,
      status: true,
      priority: true,
      type: true,
      title: true,
      doneWhen: true,
      ownerId: true,
      teamId: true,
      dueOn: true,
    },
    where: { postmortemId: In([...postmortemIds]), status: Not('REJECTED') },
    order: { postmortemId: 'ASC', position: 'ASC' },
    take: MOST,
  });
  return groupedBy(rows, postmortemIds, (row): string => row.postmortemId);
});

@Resolver(() => Postmortem)
export class CaseAdviceResolver {
  @ResolveField(() => [CaseAdvice], {
    description: 'What its actions lack, most important first. Advice: nothing is refused for it.',
  })
  async advice(
    @Reading() ctx: Ctx,
    @Parent() { id, status }: PostmortemEntity,
  ): Promise<readonly Advice[]> {
    const [actions, incidentIds] = await Promise.all([
      advisedActionsOf(ctx).load(id),
      incidentIdsOf(ctx).load(id),
    ]);
    const incidents = await Promise.all(incidentIds.map((each) => incidentById(ctx).load(each)));
    return adviceFor({
      isIncident: incidents.some((incident) => incident?.kind === 'INCIDENT'),
      isOut: status === 'APPROVED' || status === 'PUBLISHED',
      actions,
    });
  }
}

@Resolver(() => CaseAdvice)
export class CaseAdviceItemsResolver {
  @ResolveField(() => [ActionItem], {
    description: 'The actions that it is about, at most 20; none where it is about all of them.',
  })
  async actionItems(
    @Reading() ctx: Ctx,
    @Parent() { actionItemIds }: Advice,
  ): Promise<ActionItemEntity[]> {
    const items = await Promise.all(actionItemIds.map((id) => actionItemById(ctx).load(id)));
    return items.filter((item) => item !== null);
  }
}
