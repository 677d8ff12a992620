import { Module } from '@nestjs/common';

import { DigestModule } from '../digest/digest.module.js';
import { PeopleModule } from '../people/people.module.js';
import { DigestFeeds } from './digest-feed.service.js';
import { DueCalendars } from './due-calendar.service.js';

@Module({
  imports: [DigestModule, PeopleModule],
  providers: [DigestFeeds, DueCalendars],
  exports: [DigestFeeds, DueCalendars],
})
export class FeedModule {}
