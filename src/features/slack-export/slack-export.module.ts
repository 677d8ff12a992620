import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { SlackExports } from './slack-export.service.js';

@Module({
  imports: [PostmortemModule],
  providers: [SlackExports],
  exports: [SlackExports],
})
export class SlackExportModule {}
