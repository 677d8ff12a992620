import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LastAdmin } from './last-admin.service.js';
import { PeopleList } from './people.read.js';
import { PersonResolver } from './person.resolver.js';
import { PersonService } from './person.service.js';
import { TeamMembershipResolver } from './team-membership.resolver.js';
import { TeamResolver } from './team.resolver.js';
import { TeamService } from './team.service.js';

@Module({
  imports: [HistoryModule, IdentityModule],
  providers: [
    LastAdmin,
    PeopleList,
    PersonResolver,
    PersonService,
    TeamMembershipResolver,
    TeamResolver,
    TeamService,
  ],
  exports: [LastAdmin, PersonService, TeamService],
})
export class PeopleModule {}
