import { Module } from '@nestjs/common';

import {
  RenderedActionItemResolver,
  RenderedCommentResolver,
  RenderedCommentThreadResolver,
  RenderedIncidentResolver,
  RenderedInitiativeResolver,
  RenderedPostmortemResolver,
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
    RenderedSectionResolver,
    RenderedTimelineEventResolver,
    RenderingResolver,
    RenderingService,
  ],
})
export class RenderingModule {}
