import { Module } from '@nestjs/common';

import { ActionItemModule } from '../action-item/action-item.module.js';
import { HistoryModule } from '../history/history.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import {
  ActionItemTrackersResolver,
  TrackerLinkResolver,
  TrackerProposalResolver,
} from './tracker-link.resolver.js';
import { TrackerLinks } from './tracker-link.service.js';

@Module({
  imports: [ActionItemModule, HistoryModule, PostmortemModule],
  providers: [
    ActionItemTrackersResolver,
    TrackerLinkResolver,
    TrackerLinks,
    TrackerProposalResolver,
  ],
})
export class TrackerModule {}
