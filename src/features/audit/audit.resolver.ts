import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';
import {
  AuditDetail,
  AuditEntry,
  AuditEntryConnection,
  AuditEntryFilter,
  AuditEntryOrder,
} from './audit.graphql.js';
import { AuditList } from './audit.read.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(private readonly list: AuditList) {}

  @Requires('admin')
  @Query(() => AuditEntryConnection, {
    description:
      'Who did what, for administrators. What tells of a case or an incident is left out for whoever may not read that, or when it is gone; `fupan audit` on the machine shows all.',
  })
  auditEntries(
    @Reading() ctx: Ctx,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: AuditEntryFilter,
    @Args('orderBy', { nullable: true, description: 'Default: newest first.' })
    orderBy?: AuditEntryOrder,
  ): Promise<Page<AuditEntryEntity>> {
    return this.list.page(ctx, filter ?? {}, orderBy?.direction ?? 'DESC', paging);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who; null where it was no person, or somebody who has been removed.',
  })
  person(
    @Reading() ctx: Ctx,
    @Parent() { personId }: AuditEntryEntity,
  ): Promise<PersonEntity | null> | null {
    return personId === null ? null : personById(ctx).load(personId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The person it was done to; null where it was none, or one who has been removed.',
  })
  subjectPerson(
    @Reading() ctx: Ctx,
    @Parent() { subjectType, subjectId }: AuditEntryEntity,
  ): Promise<PersonEntity | null> | null {
    if (subjectType !== 'Person' || subjectId === null) return null;
    return personById(ctx).load(subjectId);
  }

  @ResolveField(() => Postmortem, {
    nullable: true,
    description: 'The case it tells of; null where it tells of none.',
  })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { caseId }: AuditEntryEntity,
  ): Promise<PostmortemEntity | null> | null {
    return caseId === null ? null : postmortemById(ctx).load(caseId);
  }

  @ResolveField(() => [AuditDetail], { description: 'What else is to be known.' })
  details(@Reading() { actor }: Ctx, @Parent() { detail }: AuditEntryEntity): AuditDetail[] {
    return (
      Object.entries(detail ?? {})
        // Counts also count what whoever asks may not read.
        .filter(([, value]) => actor.kind === 'operator' || typeof value !== 'number')
        .map(([name, value]) => ({ name, values: [value].flat().map(String) }))
    );
  }
}
