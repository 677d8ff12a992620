import { Field, ID, InputType, Int } from '@nestjs/graphql';

import type { ThreadKind, ThreadPart, ThreadState } from '../../core/vocabulary.js';
import { MarkdownScalar } from '../../infra/graphql/scalars.js';
import { ThreadKindEnum, ThreadPartEnum, ThreadStateEnum } from './comment.graphql.js';

@InputType({ description: 'Which threads; what is left out does not narrow them.' })
export class CommentThreadFilter {
  @Field(() => ThreadKindEnum, { nullable: true, description: 'Of this kind only.' })
  kind?: ThreadKind | null;

  @Field(() => [ThreadStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: ThreadState[] | null;
}

@InputType({ description: 'A new thread.' })
export class CommentThreadCreateInput {
  @Field(() => ThreadKindEnum, { defaultValue: 'COMMENT', description: 'What it is.' })
  kind?: ThreadKind;

  @Field(() => ThreadPartEnum, { defaultValue: 'CASE', description: 'What it is about.' })
  part?: ThreadPart;

  @Field(() => ID, {
    nullable: true,
    description:
      'Which entry: needed for one of the timeline, a factor, a finding, an action item.',
  })
  partId?: string | null;

  @Field(() => String, { nullable: true, description: 'Which section, by its heading.' })
  heading?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words it is about, kept as they are now; at most 20,000 characters.',
  })
  quote?: string | null;

  @Field(() => MarkdownScalar, {
    description: 'What is said, at most 20,000 characters. `@Name` tells a person of it.',
  })
  text!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The review meeting is to talk about it; for questions only. Default: no.',
  })
  forMeeting?: boolean | null;
}

@InputType({ description: 'A reply.' })
export class CommentThreadReplyInput {
  @Field(() => MarkdownScalar, {
    description: 'What is said, at most 20,000 characters. `@Name` tells a person of it.',
  })
  text!: string;
}

@InputType({ description: 'That a thread is settled.' })
export class CommentThreadResolveInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version that was seen; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'The answer, at most 20,000 characters; left out: it needs no words.',
  })
  answer?: string | null;
}

@InputType({ description: 'Another state of a thread.' })
export class CommentThreadMoveInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version that was seen; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Other words of a comment.' })
export class CommentUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => MarkdownScalar, { description: 'At most 20,000 characters.' })
  text!: string;
}
