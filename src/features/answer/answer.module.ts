import { Module } from '@nestjs/common';

import { ActionItemModule } from '../action-item/action-item.module.js';
import { ImprovementPolicyModule } from '../improvement-policy/improvement-policy.module.js';
import { AnswerLinks } from './answer-links.service.js';
import { AnswerService } from './answer.service.js';

@Module({
  imports: [ActionItemModule, ImprovementPolicyModule],
  providers: [AnswerLinks, AnswerService],
  exports: [AnswerLinks],
})
export class AnswerModule {}
