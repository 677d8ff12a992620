import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { OwnTransactions, Reading } from '../../infra/graphql/request.js';
import type { MailState } from '../delivery/mail-test.service.js';
import { DigestMailText, DigestTestInput, DigestTestPayload } from './digest-mail.graphql.js';
import { DigestMail } from './digest-mail.service.js';
import { Digest } from './digest.graphql.js';
import type { Digest as DigestRow, DigestOfTeam } from './digest.service.js';

@Resolver(() => Digest)
export class DigestMailResolver {
  constructor(private readonly mail: DigestMail) {}

  @ResolveField(() => DigestMailText, { description: 'What its mail says.' })
  async mailText(
    @Reading() ctx: Ctx,
    @Parent() digest: DigestRow,
  ): Promise<DigestMailText & { readonly caseIds: readonly string[] }> {
    const { title, mail } = await this.mail.messageOf(ctx, digest);
    const caseIds = [digest, ...digest.teams].flatMap(casesIn);
    return { subject: title, html: mail?.html ?? '', text: mail?.text ?? '', caseIds };
  }

  @Requires('write')
  @OwnTransactions()
  @Mutation(() => DigestTestPayload, {
    description: 'Sends a digest to the address of the caller, at once and to nobody else.',
  })
  async digestTest(
    @Reading() ctx: Ctx,
    @Args('input', { description: 'Which one.' }) input: DigestTestInput,
  ): Promise<Payload<'mailStatus', MailState>> {
    return { mailStatus: await this.mail.sendTest(ctx, input) };
  }
}

/** The cases that a digest tells something of; of a team in that of the organization, only numbers. */
function casesIn(digest: DigestRow | DigestOfTeam): string[] {
  if (!('sections' in digest)) return [];
  const { sections, recurrences, waitingReviews, worthReading } = digest;
  return [
    ...sections.flatMap(({ entries }) => entries.map(({ postmortemId }) => postmortemId)),
    ...recurrences.flatMap(({ postmortemId, earlierId }) => [postmortemId, earlierId]),
    ...waitingReviews.map(({ postmortemId }) => postmortemId),
    ...(worthReading ? [worthReading.postmortemId] : []),
  ];
}
