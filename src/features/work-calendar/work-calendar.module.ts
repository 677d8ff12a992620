import { Module } from '@nestjs/common';

import {
  OrganizationCalendarResolver,
  TeamCalendarResolver,
  WorkCalendarResolver,
} from './work-calendar.resolver.js';
import { WorkCalendars } from './work-calendar.service.js';

@Module({
  providers: [
    OrganizationCalendarResolver,
    TeamCalendarResolver,
    WorkCalendarResolver,
    WorkCalendars,
  ],
  exports: [WorkCalendars],
})
export class WorkCalendarModule {}
