import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { PostmortemTimelineResolver, TimelineResolver } from './timeline.resolver.js';
import { TimelinePaste } from './timeline-paste.service.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [PostmortemModule],
  providers: [PostmortemTimelineResolver, TimelinePaste, TimelineResolver, TimelineService],
})
export class TimelineModule {}
