import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import {
  ApprovalResolver,
  CaseApprovalResolver,
  SignOffResolver,
  TeamApprovalResolver,
} from './sign-off.resolver.js';
import { SignOffs } from './sign-off.service.js';

@Module({
  imports: [PostmortemModule],
  providers: [
    ApprovalResolver,
    CaseApprovalResolver,
    SignOffResolver,
    SignOffs,
    TeamApprovalResolver,
  ],
})
export class SignOffModule {}
