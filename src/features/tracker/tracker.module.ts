import { Module } from '@nestjs/common';

import { ActionItemModule } from '../action-item/action-item.module.js';
import { HistoryModule } from '../history/history.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { TrackerConnectionResolver } from './tracker-connection.resolver.js';
import { TrackerConnections } from './tracker-connection.service.js';
import { TrackerHook } from './tracker-hook.service.js';
import {
  ActionItemTrackersResolver,
  TrackerLinkResolver,
  TrackerProposalResolver,
} from './tracker-link.resolver.js';
import { TrackerLinks } from './tracker-link.service.js';
import { TrackerProposals } from './tracker-proposal.service.js';
import { TrackerStates } from './tracker-state.service.js';

@Module({
  imports: [ActionItemModule, HistoryModule, PostmortemModule],
  providers: [
    ActionItemTrackersResolver,
    TrackerConnectionResolver,
    TrackerConnections,
    TrackerHook,
    TrackerLinkResolver,
    TrackerLinks,
    TrackerProposalResolver,
    TrackerProposals,
    TrackerStates,
  ],
})
export class TrackerModule {}
