import { Module } from '@nestjs/common';

import {
  RenderedActionItemResolver,
  RenderedCommentResolver,
  RenderedCommentThreadResolver,
  RenderedIncidentResolver,
  RenderedInitiativeResolver,
  RenderedPostmortemResolver,
  RenderedReviewMinutesResolver,
  RenderedReviewAgendaCaseResolver,
  RenderedReviewMeetingResolver,
  RenderedReviewDecisionResolver,
  RenderedSectionResolver,
  RenderedTimelineEventResolver,
  RenderingResolver,
} from './rendering.resolver.js';
import { RenderingService } from './rendering.service.js';

@Module({
  providers: [
    RenderedActionItemResolver,
    RenderedCommentResolver,
    RenderedCommentThreadResolver,
    RenderedIncidentResolver,
    RenderedInitiativeResolver,
    RenderedPostmortemResolver,
    RenderedReviewMinutesResolver,
    RenderedReviewAgendaCaseResolver,
    RenderedReviewMeetingResolver,
    RenderedReviewDecisionResolver,
    RenderedSectionResolver,
    RenderedTimelineEventResolver,
    RenderingResolver,
    RenderingService,
  ],
  exports: [RenderingService],
})
export class RenderingModule {}
