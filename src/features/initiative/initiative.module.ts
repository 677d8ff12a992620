import { Module } from '@nestjs/common';

import { ActionItemModule } from '../action-item/action-item.module.js';
import { InitiativeActions } from './initiative-actions.service.js';
import { InitiativeHistory } from './initiative-history.service.js';
import { InitiativeLifecycle } from './initiative-lifecycle.service.js';
import { InitiativeMutations } from './initiative-mutations.resolver.js';
import { InitiativeList } from './initiative.read.js';
import {
  ActionItemInitiativeResolver,
  InitiativeEventResolver,
  InitiativeResolver,
} from './initiative.resolver.js';
import { Initiatives } from './initiative.service.js';

@Module({
  imports: [ActionItemModule],
  providers: [
    ActionItemInitiativeResolver,
    InitiativeActions,
    InitiativeEventResolver,
    InitiativeHistory,
    InitiativeLifecycle,
    InitiativeList,
    InitiativeMutations,
    InitiativeResolver,
    Initiatives,
  ],
  exports: [InitiativeActions, InitiativeLifecycle, Initiatives],
})
export class InitiativeModule {}
