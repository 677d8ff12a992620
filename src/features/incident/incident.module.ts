import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import {
  AffectedServiceResolver,
  IncidentFieldsResolver,
  ResponderResolver,
} from './incident-fields.resolver.js';
import { IncidentActsResolver } from './incident-acts.resolver.js';
import { PostmortemIncidentsResolver, ServiceIncidentsResolver } from './incident-link.resolver.js';
import { IncidentAccess } from './incident-access.service.js';
import { IncidentParts } from './incident-parts.service.js';
import { IncidentList } from './incident.read.js';
import { IncidentResolver } from './incident.resolver.js';
import { IncidentService } from './incident.service.js';
import { OnThisDay } from './on-this-day.read.js';
import { OnThisDayResolver } from './on-this-day.resolver.js';

@Module({
  imports: [HistoryModule],
  providers: [
    AffectedServiceResolver,
    IncidentAccess,
    IncidentActsResolver,
    IncidentFieldsResolver,
    IncidentList,
    IncidentParts,
    IncidentResolver,
    IncidentService,
    OnThisDay,
    OnThisDayResolver,
    PostmortemIncidentsResolver,
    ResponderResolver,
    ServiceIncidentsResolver,
  ],
  exports: [IncidentService],
})
export class IncidentModule {}
