import { Module } from '@nestjs/common';

import {
  RenderedActionItemResolver,
  RenderedIncidentResolver,
  RenderedPostmortemResolver,
  RenderedSectionResolver,
  RenderedTimelineEventResolver,
  RenderingResolver,
} from './rendering.resolver.js';

@Module({
  providers: [
    RenderedActionItemResolver,
    RenderedIncidentResolver,
    RenderedPostmortemResolver,
    RenderedSectionResolver,
    RenderedTimelineEventResolver,
    RenderingResolver,
  ],
})
export class RenderingModule {}
