import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../core/ctx.js';
import { actionItemById } from '../features/action-item/action-item.loaders.js';
import { incidentById } from '../features/incident/incident.loaders.js';
import { initiativeById } from '../features/initiative/initiative.loaders.js';
import { personById, teamById } from '../features/people/people.loaders.js';
import { postmortemById } from '../features/postmortem/postmortem.loaders.js';
import { recurringTaskById } from '../features/recurring-task/recurring-task.loaders.js';
import {
  reviewMeetingById,
  reviewSeriesById,
} from '../features/review-meeting/review-meeting.loaders.js';
import { serviceById } from '../features/service-catalog/service.loaders.js';
import { ownTemplateById } from '../features/template/own-template.loaders.js';
import { workCalendarById } from '../features/work-calendar/work-calendar.loaders.js';
import { Requires } from '../infra/graphql/access.js';
import { NodeType } from '../infra/graphql/node.graphql.js';
import { Reading } from '../infra/graphql/request.js';

/** How a thing of each type is found; an id does not say which type it is of. */
const FINDERS: Readonly<Record<string, (ctx: Ctx, id: string) => Promise<object | null>>> = {
  ActionItem: (ctx, id) => actionItemById(ctx).load(id),
  Postmortem: (ctx, id) => postmortemById(ctx).load(id),
  Person: (ctx, id) => personById(ctx).load(id),
  Team: (ctx, id) => teamById(ctx).load(id),
  Service: (ctx, id) => serviceById(ctx).load(id),
  Incident: (ctx, id) => incidentById(ctx).load(id),
  Initiative: (ctx, id) => initiativeById(ctx).load(id),
  RecurringTask: (ctx, id) => recurringTaskById(ctx).load(id),
  ReviewMeeting: (ctx, id) => reviewMeetingById(ctx).load(id),
  ReviewSeries: (ctx, id) => reviewSeriesById(ctx).load(id),
  OwnTemplate: (ctx, id) => ownTemplateById(ctx).load(id),
  WorkCalendar: (ctx, id) => workCalendarById(ctx).load(id),
};

@Resolver(() => NodeType)
export class NodeResolver {
  @Requires('read')
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its id; null if there is none or the caller may not see it.',
  })
  async node(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
  ): Promise<object | null> {
    for (const [typeName, find] of Object.entries(FINDERS)) {
      const found = await find(ctx, id);
      if (found) return { ...found, __typename: typeName };
    }
    return null;
  }
}
