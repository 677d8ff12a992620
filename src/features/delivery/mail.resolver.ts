import { Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { OwnTransactions, Reading } from '../../infra/graphql/request.js';
import { MailTest, type MailState } from './mail-test.service.js';
import { MailStatus, MailTestPayload } from './mail.graphql.js';

@Resolver(() => MailStatus)
export class MailResolver {
  constructor(private readonly test: MailTest) {}

  @Requires('read')
  @Query(() => MailStatus, { description: 'Whether mail leaves fupan.' })
  mailStatus(): MailState {
    return this.test.status();
  }

  @Requires('write')
  @OwnTransactions()
  @Mutation(() => MailTestPayload, {
    description: 'Sends a test mail to the address of the caller, at once.',
  })
  async mailTest(@Reading() ctx: Ctx): Promise<Payload<'mailStatus', MailState>> {
    return { mailStatus: await this.test.run(ctx) };
  }
}
