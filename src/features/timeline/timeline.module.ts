import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { PostmortemTimelineResolver, TimelineResolver } from './timeline.resolver.js';
import { TimelinePaste } from './timeline-paste.service.js';
import { TimelineReading } from './timeline-reading.service.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [PostmortemModule],
  providers: [
    PostmortemTimelineResolver,
    TimelinePaste,
    TimelineReading,
    TimelineResolver,
    TimelineService,
  ],
})
export class TimelineModule {}
