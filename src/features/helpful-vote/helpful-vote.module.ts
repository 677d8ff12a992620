import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { HelpfulVoteResolver } from './helpful-vote.resolver.js';
import { HelpfulVotes } from './helpful-vote.service.js';

@Module({
  imports: [HistoryModule, PostmortemModule],
  providers: [HelpfulVoteResolver, HelpfulVotes],
})
export class HelpfulVoteModule {}
