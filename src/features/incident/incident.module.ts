import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import {
  AffectedServiceResolver,
  IncidentFieldsResolver,
  ResponderResolver,
} from './incident-fields.resolver.js';
import { PostmortemIncidentsResolver, ServiceIncidentsResolver } from './incident-link.resolver.js';
import { IncidentAccess } from './incident-access.service.js';
import { IncidentParts } from './incident-parts.service.js';
import { IncidentList } from './incident.read.js';
import { IncidentResolver } from './incident.resolver.js';
import { IncidentService } from './incident.service.js';

@Module({
  imports: [HistoryModule],
  providers: [
    AffectedServiceResolver,
    IncidentAccess,
    IncidentFieldsResolver,
    IncidentList,
    IncidentParts,
    IncidentResolver,
    IncidentService,
    PostmortemIncidentsResolver,
    ResponderResolver,
    ServiceIncidentsResolver,
  ],
  exports: [IncidentService],
})
export class IncidentModule {}
