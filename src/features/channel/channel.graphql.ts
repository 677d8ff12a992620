import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import {
  CHANNEL_KINDS,
  CHANNEL_TOPICS,
  type ChannelKind,
  type ChannelTopic,
  type Language,
} from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';

const ChannelKindEnum = enumOf(CHANNEL_KINDS);
registerEnumType(ChannelKindEnum, {
  name: 'ChannelKind',
  description: 'A chat that fupan can write to.',
  valuesMap: {
    SLACK: { description: 'Slack: an incoming webhook.' },
    TEAMS: { description: 'Microsoft Teams: a webhook of Workflows.' },
    FEISHU: { description: 'Feishu or Lark: a custom bot of a group.' },
    DINGTALK: { description: 'DingTalk: a custom robot of a group.' },
    WECOM: { description: 'WeCom: a message push of a group.' },
  },
});

export const ChannelTopicEnum = enumOf(CHANNEL_TOPICS);
registerEnumType(ChannelTopicEnum, {
  name: 'ChannelTopic',
  description: 'What a channel of a chat is told.',
  valuesMap: {
    DIGEST: { description: 'The digest of the week.' },
    PUBLICATIONS: {
      description:
        'That a case was published: one that concerns the team; in a channel of the organization every one.',
    },
  },
});

@ObjectType({
  description: 'A place in a chat that fupan writes to. Nothing restricted is ever written there.',
})
export class Channel {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => ChannelKindEnum, { description: 'Which chat it is in.' })
  kind!: ChannelKind;

  @Field({ description: 'What people call it.' })
  name!: string;

  @Field(() => LanguageEnum, { description: 'The language it is written to in.' })
  locale!: Language;

  @Field({
    description:
      'Where messages go: the host and the last four characters. The rest is shown to nobody.',
  })
  address!: string;

  @Field(() => DateTimeScalar, { description: 'When it was set up.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a message last arrived; null if none has.',
  })
  lastSentAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last message did not arrive; null if it did, or none was sent.',
  })
  lastError!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when nothing is sent there; null while it is in use.',
  })
  archivedAt!: Date | null;
}

@InputType({ description: 'A place in a chat to write to.' })
export class ChannelCreateInput {
  @Field(() => ChannelKindEnum, { description: 'Which chat it is in.' })
  kind!: ChannelKind;

  @Field({ description: 'What people call it; at most 200 characters.' })
  name!: string;

  @Field(() => LanguageEnum, { description: 'The language to write in.' })
  locale!: Language;

  @Field(() => [ChannelTopicEnum], {
    nullable: true,
    description: 'What it is told; left out: everything.',
  })
  topics?: ChannelTopic[] | null;

  @Field({
    description:
      'The address that the chat gave out for it; at most 2,048 characters, kept sealed.',
  })
  webhook!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What Feishu and DingTalk have messages signed with, where that is switched on.',
  })
  secret?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose it is; left out: of the whole organization.',
  })
  teamId?: string | null;
}

@InputType({ description: 'Changes to a channel. What is left out stays.' })
export class ChannelUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string;

  @Field(() => LanguageEnum, { nullable: true, description: 'The language to write in.' })
  locale?: Language;

  @Field(() => [ChannelTopicEnum], { nullable: true, description: 'What it is told.' })
  topics?: ChannelTopic[];

  @Field(() => String, { nullable: true, description: 'The address that the chat gave out.' })
  webhook?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What messages are signed with; null: nothing any more.',
  })
  secret?: string | null;
}

const payload = (typeName: string) => payloadType(typeName, 'channel', () => Channel);
export const ChannelCreatePayload = payload('ChannelCreatePayload');
export const ChannelUpdatePayload = payload('ChannelUpdatePayload');
export const ChannelArchivePayload = payload('ChannelArchivePayload');
export const ChannelRestorePayload = payload('ChannelRestorePayload');
export const ChannelDeletePayload = payload('ChannelDeletePayload');
export const ChannelTestPayload = payload('ChannelTestPayload');
