import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import {
  THREAD_KINDS,
  THREAD_PARTS,
  THREAD_STATES,
  type ThreadKind,
  type ThreadPart,
  type ThreadState,
} from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { UserError } from '../../infra/graphql/user-error.graphql.js';

export const ThreadKindEnum = enumOf(THREAD_KINDS);
registerEnumType(ThreadKindEnum, {
  name: 'ThreadKind',
  description: 'What a thread on a case is.',
  valuesMap: {
    COMMENT: { description: 'Something that was said.' },
    QUESTION: { description: 'Something that is to be answered.' },
    PERSPECTIVE: {
      description: 'The account that one person gives of a moment; several stand side by side.',
    },
  },
});

export const ThreadStateEnum = enumOf(THREAD_STATES);
registerEnumType(ThreadStateEnum, {
  name: 'ThreadState',
  description: 'How far a thread is.',
  valuesMap: {
    OPEN: { description: 'Nobody has settled it.' },
    CARRIED: { description: 'A question that the review meeting is to talk about.' },
    RESOLVED: { description: 'Settled.' },
  },
});

export const ThreadPartEnum = enumOf(THREAD_PARTS);
registerEnumType(ThreadPartEnum, {
  name: 'ThreadPart',
  description: 'What of a case a thread is about.',
  valuesMap: {
    CASE: { description: 'The case as a whole.' },
    SUMMARY: { description: 'Its summary.' },
    SECTION: { description: 'A section.' },
    TIMELINE_EVENT: { description: 'An entry of the timeline.' },
    FACTOR: { description: 'A factor.' },
    FINDING: { description: 'A finding.' },
    ACTION_ITEM: { description: 'An action item.' },
  },
});

@ObjectType({ description: 'What is talked about at one place of a case.' })
export class CommentThread {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes of its state; see `expectedVersion`.' })
  version!: number;

  @Field(() => ThreadKindEnum, { description: 'A comment, a question or a perspective.' })
  kind!: ThreadKind;

  @Field(() => ThreadStateEnum, { description: 'A perspective stays open.' })
  state!: ThreadState;

  @Field(() => ThreadPartEnum, { description: 'What it is about.' })
  part!: ThreadPart;

  @Field(() => String, {
    nullable: true,
    description: 'The heading of the section that it is or was about; null for other parts.',
  })
  heading!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words it was about, as they were when it was begun; null for the whole part.',
  })
  quote!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'How it was answered when it was last resolved; null: without words.',
  })
  answer!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was resolved; null while it is not.',
  })
  settledAt!: Date | null;
}

export const CommentThreadConnection = connectionType('CommentThread', () => CommentThread);

@ObjectType({ description: 'Something that was said in a thread.' })
export class Comment {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => MarkdownScalar, { description: 'What was said; empty once it was removed.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its words were last changed; null: never.',
  })
  editedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was deleted: it stands only for the replies to it. Null: it was not.',
  })
  removedAt!: Date | null;
}

const threadPayload = (typeName: string) => payloadType(typeName, 'thread', () => CommentThread);
export const CommentThreadResolvePayload = threadPayload('CommentThreadResolvePayload');
export const CommentThreadCarryPayload = threadPayload('CommentThreadCarryPayload');
export const CommentThreadReopenPayload = threadPayload('CommentThreadReopenPayload');
export const CommentDeletePayload = payloadType('CommentDeletePayload', 'comment', () => Comment);

const CANNOT_SEE = {
  nullable: true,
  description:
    'The names of those who are mentioned and may not see the case: they are not told. Null when it was refused.',
} as const;
const REFUSED = { nullable: true, description: 'Null when the mutation was refused.' } as const;
const ERRORS = { description: 'Why it was refused; empty on success.' } as const;

/** A payload that also tells who is mentioned in vain. */
@ObjectType({ isAbstract: true })
class ToldPayload {
  @Field(() => [String], CANNOT_SEE)
  cannotSee?: string[] | null;

  @Field(() => [UserError], ERRORS)
  userErrors?: UserError[];
}

@ObjectType({ description: 'The thread, or why there is none.' })
export class CommentThreadCreatePayload extends ToldPayload {
  @Field(() => CommentThread, REFUSED)
  thread?: CommentThread | null;
}

@ObjectType({ description: 'The thread, or why there is none.' })
export class CommentThreadReplyPayload extends ToldPayload {
  @Field(() => CommentThread, REFUSED)
  thread?: CommentThread | null;
}

@ObjectType({ description: 'The comment, or why there is none.' })
export class CommentUpdatePayload extends ToldPayload {
  @Field(() => Comment, REFUSED)
  comment?: Comment | null;
}
