import { Module } from '@nestjs/common';

import { ImprovementPolicyModule } from '../improvement-policy/improvement-policy.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { ActionItemActsResolver } from './action-item-acts.resolver.js';
import {
  ActionItemEventResolver,
  ActionItemHistoryResolver,
} from './action-item-event.resolver.js';
import { ActionItemHistory } from './action-item-history.service.js';
import { ActionItemLifecycle } from './action-item-lifecycle.service.js';
import { ActionItemMutations } from './action-item-mutations.resolver.js';
import { ActionItemList } from './action-item.read.js';
import { ActionItemResolver } from './action-item.resolver.js';
import { ActionItemService } from './action-item.service.js';
import { PostmortemActionItemsResolver } from './case-action-items.resolver.js';

@Module({
  imports: [ImprovementPolicyModule, PostmortemModule],
  providers: [
    ActionItemActsResolver,
    ActionItemEventResolver,
    ActionItemHistory,
    ActionItemHistoryResolver,
    ActionItemLifecycle,
    ActionItemList,
    ActionItemMutations,
    ActionItemResolver,
    ActionItemService,
    PostmortemActionItemsResolver,
  ],
  exports: [ActionItemHistory, ActionItemLifecycle, ActionItemService],
})
export class ActionItemModule {}
