import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { ActionItemActsResolver } from './action-item-acts.resolver.js';
import { ActionItemLifecycle } from './action-item-lifecycle.service.js';
import { ActionItemMutations } from './action-item-mutations.resolver.js';
import { ActionItemList } from './action-item.read.js';
import { ActionItemResolver } from './action-item.resolver.js';
import { ActionItemService } from './action-item.service.js';
import { PostmortemActionItemsResolver } from './case-action-items.resolver.js';

@Module({
  imports: [PostmortemModule],
  providers: [
    ActionItemActsResolver,
    ActionItemLifecycle,
    ActionItemList,
    ActionItemMutations,
    ActionItemResolver,
    ActionItemService,
    PostmortemActionItemsResolver,
  ],
  exports: [ActionItemService],
})
export class ActionItemModule {}
