import { Module } from '@nestjs/common';

import { MailPreferenceResolver } from './mail-preference.resolver.js';
import { MailPreferenceService } from './mail-preference.service.js';
import { Unsubscribe } from './unsubscribe.service.js';

@Module({
  providers: [MailPreferenceResolver, MailPreferenceService, Unsubscribe],
  exports: [Unsubscribe],
})
export class MailPreferenceModule {}
