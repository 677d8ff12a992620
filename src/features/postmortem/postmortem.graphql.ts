import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { Language, PostmortemStatus, Visibility } from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import {
  LanguageEnum,
  PostmortemStatusEnum,
  VisibilityEnum,
} from '../../infra/graphql/vocabulary.graphql.js';
import { ReaderInput } from './reader.graphql.js';

@ObjectType({ description: 'A part of the prose of a case.' })
export class Section {
  @Field({ description: 'Empty for text that stands before the first heading.' })
  heading!: string;

  @Field(() => MarkdownScalar, { description: 'The text under the heading.' })
  body!: string;

  @Field(() => Int, { description: 'Place among the sections, from 0.' })
  position!: number;
}

@ObjectType({ description: 'Where an imported case came from.' })
export class CaseSource {
  @Field(() => String, {
    nullable: true,
    description: 'The id that the file carried; null if it had none.',
  })
  externalId?: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was published; null if not known.',
  })
  url?: string | undefined;

  @Field(() => String, { nullable: true, description: 'A copy of that page; null if not known.' })
  archiveUrl?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Whose case it is; null if not known.' })
  company?: string | undefined;

  @Field(() => String, { nullable: true, description: 'The product it struck; null if not known.' })
  product?: string | undefined;

  @Field(() => [String], {
    nullable: true,
    description: 'The categories the source gave it; null if it has none. They are tags as well.',
  })
  categories?: string[] | undefined;
}

@ObjectType({
  implements: () => NodeType,
  description: 'A blameless write-up of one or more incidents: a case of the library.',
})
export class Postmortem extends NodeType {
  @Field({ description: 'What people call it: PM-12.' })
  key!: string;

  @Field(() => Int, { description: 'Counts the edits of its own fields; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'What happened, in one line.' })
  title!: string;

  @Field(() => MarkdownScalar, { description: 'A few sentences; empty while nobody wrote them.' })
  summary!: string;

  @Field(() => PostmortemStatusEnum, { description: 'Where it stands.' })
  status!: PostmortemStatus;

  @Field(() => VisibilityEnum, { description: 'Who may see it.' })
  visibility!: Visibility;

  @Field(() => LanguageEnum, { description: 'The language it is written in.' })
  language!: Language;

  @Field(() => String, {
    nullable: true,
    description: 'The template it began from; null for none.',
  })
  template!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun or imported.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it, or anything in it, was last changed.' })
  updatedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it became part of the library; null before that, or if not known.',
  })
  publishedAt!: Date | null;

  @Field(() => CaseSource, {
    nullable: true,
    description: 'Where it came from; null for a case written here.',
  })
  source!: CaseSource | null;
}

export const PostmortemConnection = connectionType('Postmortem', () => Postmortem);

const PostmortemOrderFieldEnum = enumOf(['UPDATED_AT', 'CREATED_AT', 'KEY', 'TITLE']);
registerEnumType(PostmortemOrderFieldEnum, {
  name: 'PostmortemOrderField',
  description: 'What a list of cases can be ordered by.',
  valuesMap: {
    UPDATED_AT: { description: 'Last change.' },
    CREATED_AT: { description: 'Begun or imported.' },
    KEY: { description: 'Number of the key.' },
    TITLE: { description: 'Title, in the order of the database.' },
  },
});

@InputType({ description: 'The order of a list of cases.' })
export class PostmortemOrder {
  @Field(() => PostmortemOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof PostmortemOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'DESC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of cases keeps; all that is given must hold.' })
export class PostmortemFilter {
  @Field(() => [PostmortemStatusEnum], { nullable: true, description: 'One of these states.' })
  status?: PostmortemStatus[];

  @Field(() => [VisibilityEnum], { nullable: true, description: 'One of these.' })
  visibility?: Visibility[];

  @Field(() => [LanguageEnum], { nullable: true, description: 'Written in one of these.' })
  language?: Language[];

  @Field(() => [String], { nullable: true, description: 'Carrying one of these tags.' })
  tag?: string[];

  @Field(() => [String], { nullable: true, description: 'About one of these services, by name.' })
  service?: string[];

  @Field(() => ID, { nullable: true, description: 'Written by this person.' })
  authorId?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'To be reviewed by this person, or in a review that they lead.',
  })
  reviewerId?: string;

  @Field(() => ID, { nullable: true, description: 'About this incident.' })
  incidentId?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Changed at or after this.' })
  updatedAfter?: Date;
}

@InputType({ description: 'A part of the prose.' })
export class SectionInput {
  @Field({ description: 'At most 200 characters; empty for text before the first heading.' })
  heading!: string;

  @Field(() => MarkdownScalar, { description: 'At most 1,000,000 characters.' })
  body!: string;
}

@InputType({ description: 'A new case.' })
export class PostmortemCreateInput {
  @Field({ description: 'At most 500 characters.' })
  title!: string;

  @Field(() => MarkdownScalar, { nullable: true, description: 'At most 1,000,000 characters.' })
  summary?: string;

  @Field(() => LanguageEnum, { description: 'The language it is written in.' })
  language!: Language;

  @Field(() => VisibilityEnum, { nullable: true, description: 'Default: ORGANIZATION.' })
  visibility?: Visibility;

  @Field(() => [ReaderInput], {
    nullable: true,
    description:
      'Whom it is open to while it is RESTRICTED, besides those who write and review it; at most 200.',
  })
  readers?: ReaderInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'The template it begins from: one of `postmortemTemplates`, whose sections it then begins with, or any name where `sections` are given.',
  })
  template?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 200.' })
  tags?: string[];

  @Field(() => [SectionInput], {
    nullable: true,
    description: 'The prose, in order. Default: that of the template, if one is named.',
  })
  sections?: SectionInput[];

  @Field(() => [ID], { nullable: true, description: 'The incidents it is about, in order.' })
  incidentIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Default: whoever creates it.' })
  authorIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Who is asked to review it.' })
  reviewerIds?: string[];

  @Field(() => ID, { nullable: true, description: 'Who leads its review.' })
  facilitatorId?: string | null;
}

@InputType({
  description:
    'Changes to a case. What is left out stays; a list that is given replaces the whole list. Who may see it (visibility, readers, authors, reviewers, facilitator) is changed by its authors, its facilitator or an administrator who may see it, and nobody can lock themselves out.',
})
export class PostmortemUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from. If the case is at another by now, the answer is a CONFLICT with the case as it is. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  reason?: string;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  title?: string;

  @Field(() => MarkdownScalar, { nullable: true, description: 'At most 1,000,000 characters.' })
  summary?: string;

  @Field(() => LanguageEnum, { nullable: true, description: 'The language it is written in.' })
  language?: Language;

  @Field(() => VisibilityEnum, { nullable: true, description: 'Who may see it.' })
  visibility?: Visibility;

  @Field(() => [ReaderInput], {
    nullable: true,
    description: 'Whom it is open to while it is RESTRICTED; at most 200.',
  })
  readers?: ReaderInput[];

  @Field(() => String, { nullable: true, description: 'Null takes it away.' })
  template?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 200.' })
  tags?: string[];

  @Field(() => [SectionInput], { nullable: true, description: 'The prose, in order.' })
  sections?: SectionInput[];

  @Field(() => [ID], { nullable: true, description: 'The incidents it is about, in order.' })
  incidentIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Its authors, in order.' })
  authorIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Its reviewers, in order.' })
  reviewerIds?: string[];

  @Field(() => ID, { nullable: true, description: 'Null takes it away.' })
  facilitatorId?: string | null;
}

const payload = (typeName: string) => payloadType(typeName, 'postmortem', () => Postmortem);
export const PostmortemCreatePayload = payload('PostmortemCreatePayload');
export const PostmortemUpdatePayload = payload('PostmortemUpdatePayload');
export const PostmortemSubmitPayload = payload('PostmortemSubmitPayload');
export const PostmortemApprovePayload = payload('PostmortemApprovePayload');
export const PostmortemPublishPayload = payload('PostmortemPublishPayload');
export const PostmortemArchivePayload = payload('PostmortemArchivePayload');
export const PostmortemReopenPayload = payload('PostmortemReopenPayload');
export const PostmortemDeletePayload = payload('PostmortemDeletePayload');
