import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { PostmortemPracticesResolver, PracticeResolver } from './practice.resolver.js';
import { PracticeService } from './practice.service.js';

@Module({
  imports: [HistoryModule, PostmortemModule],
  providers: [PostmortemPracticesResolver, PracticeResolver, PracticeService],
})
export class PracticeModule {}
