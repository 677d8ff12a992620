import { Module } from '@nestjs/common';

import { ActionItemModule } from '../action-item/action-item.module.js';
import { ActionItemLinksResolver, ActionLinkResolver } from './action-link.resolver.js';
import { ActionLinks } from './action-link.service.js';

@Module({
  imports: [ActionItemModule],
  providers: [ActionItemLinksResolver, ActionLinkResolver, ActionLinks],
})
export class ActionLinkModule {}
