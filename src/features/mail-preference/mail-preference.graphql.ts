import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';

@ObjectType({ description: 'Which mail somebody gets by itself, and when.' })
export class MailPreferences {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'The digest of the week.' })
  digest!: boolean;

  @Field({ description: 'What is due, late or waits for them: at most one mail a day.' })
  reminders!: boolean;

  @Field({
    description:
      'Comments that mention them, replies in threads of theirs, questions on cases they author: at most one mail an hour.',
  })
  comments!: boolean;

  @Field({ description: 'Invitations to review meetings, and what changes about them.' })
  meetings!: boolean;

  @Field({ description: 'HH:MM in their time zone: from then on nothing comes by itself.' })
  quietFrom!: string;

  @Field({
    description:
      'HH:MM: until then, the next day where it is the earlier. The same as `quietFrom`: there are no quiet hours. Nothing comes on days that are not worked either.',
  })
  quietUntil!: string;
}

@InputType({ description: 'Changes to the mail that the caller gets. What is left out stays.' })
export class MailPreferencesUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'See `MailPreferences`.' })
  digest?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'See `MailPreferences`.' })
  reminders?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'See `MailPreferences`.' })
  comments?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'See `MailPreferences`.' })
  meetings?: boolean;

  @Field(() => String, { nullable: true, description: 'HH:MM.' })
  quietFrom?: string;

  @Field(() => String, { nullable: true, description: 'HH:MM.' })
  quietUntil?: string;
}

export const MailPreferencesUpdatePayload = payloadType(
  'MailPreferencesUpdatePayload',
  'mailPreferences',
  () => MailPreferences,
);
