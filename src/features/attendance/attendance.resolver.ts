import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { OwnTransactions, Reading } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { Attending } from './attendance.book.js';
import { Attendance, CaseAttendPayload } from './attendance.graphql.js';
import { AttendanceService } from './attendance.service.js';

@Resolver(() => Attendance)
export class AttendanceResolver {
  constructor(private readonly service: AttendanceService) {}

  @ResolveField(() => Person, { description: 'Who.' })
  person(@Reading() ctx: Ctx, @Parent() { personId }: Attending): Promise<PersonEntity | null> {
    return personById(ctx).load(personId);
  }

  // It writes nothing to the file of SQLite, so that nobody who saves has to wait for it.
  @OwnTransactions()
  @Requires('read')
  @Mutation(() => CaseAttendPayload, {
    description:
      'Says that the caller has a case open, and tells who else has. To be said every 10 s; after 30 s it is forgotten. Two browsers of one person count as one. It is kept for moments only and is not in the audit log.',
  })
  async caseAttend(
    @Reading() ctx: Ctx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('writing', {
      type: () => String,
      nullable: true,
      description:
        'The part the caller writes, in the words of the editor, at most 300 characters; null while they read.',
    })
    writing?: string | null,
  ): Promise<{ others: Attending[] }> {
    return { others: await this.service.attend(ctx, postmortemId, writing) };
  }
}
