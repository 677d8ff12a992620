import { Module } from '@nestjs/common';

import { ActionItemModule } from '../action-item/action-item.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { SearchModule } from '../search/search.module.js';
import { KinFinder } from './kin.read.js';
import {
  ActionItemRecurrenceResolver,
  KinResolver,
  RecurrenceAnswerResolver,
} from './recurrence.resolver.js';
import { Recurrences } from './recurrence.service.js';

@Module({
  imports: [ActionItemModule, PostmortemModule, SearchModule],
  providers: [
    ActionItemRecurrenceResolver,
    KinFinder,
    KinResolver,
    RecurrenceAnswerResolver,
    Recurrences,
  ],
})
export class RecurrenceModule {}
