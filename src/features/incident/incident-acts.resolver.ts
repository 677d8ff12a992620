import { registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { Reading } from '../../infra/graphql/request.js';
import { Incident } from './incident.graphql.js';
import { allowedIncidentActs, INCIDENT_ACTS, type IncidentAct } from './incident.policy.js';

const IncidentActEnum = enumOf(INCIDENT_ACTS);
registerEnumType(IncidentActEnum, {
  name: 'IncidentAct',
  description: 'What can be done with an incident.',
  valuesMap: {
    EDIT: { description: 'Change it.' },
    WRITE_UP: { description: 'Begin a case about it.' },
    DELETE: { description: 'Remove it for good, as long as no case is about it.' },
  },
});

/** What may be done with an incident. */
@Resolver(() => Incident)
export class IncidentActsResolver {
  @ResolveField(() => [IncidentActEnum], {
    description: 'What the caller may do with it, by role.',
  })
  allowedActs(@Reading() ctx: Ctx): IncidentAct[] {
    return allowedIncidentActs(ctx.actor);
  }
}
