import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { Language } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { HIT_KINDS, type HitKind } from './masks.js';
import { EDITION_STATUSES, type EditionStatus } from './public-edition.entity.js';

export const EditionStatusEnum = enumOf(EDITION_STATUSES);
registerEnumType(EditionStatusEnum, {
  name: 'PublicEditionStatus',
  description: 'How far the text of a public edition is; a version may be out meanwhile.',
  valuesMap: {
    DRAFT: { description: 'Made or edited, and not approved as it stands.' },
    APPROVED: { description: 'Somebody else than who edited it last says that it may go out.' },
    PUBLISHED: { description: 'Everybody who has the link may read it as it stands.' },
    WITHDRAWN: { description: 'It was out, and is no more.' },
  },
});

/** What screens offer to do with an edition. */
export const EDITION_ACTS = ['MAKE', 'EDIT', 'APPROVE', 'PUBLISH', 'WITHDRAW'] as const;
export type EditionAct = (typeof EDITION_ACTS)[number];

export const EditionActEnum = enumOf(EDITION_ACTS);
registerEnumType(EditionActEnum, {
  name: 'PublicEditionAct',
  description: 'What can be done with the public edition of a case.',
  valuesMap: {
    MAKE: { description: 'Make it from the case, or make it anew.' },
    EDIT: { description: 'Edit its text by hand.' },
    APPROVE: { description: 'Say that it may go out.' },
    PUBLISH: { description: 'Let everybody who has the link read it.' },
    WITHDRAW: { description: 'Take it from the public.' },
  },
});

export const HitKindEnum = enumOf(HIT_KINDS);
registerEnumType(HitKindEnum, {
  name: 'InternalMatterKind',
  description: 'What of a text stays inside, by what it is.',
  valuesMap: {
    NAME: { description: 'The name of somebody.' },
    WORD: { description: 'A word or a phrase of the list that administrators keep.' },
    EMAIL: { description: 'An e-mail address.' },
    HOST: { description: 'A host of a private zone.' },
    ADDRESS: { description: 'A network address.' },
    PHONE: { description: 'What looks like a phone number.' },
    TICKET: { description: 'The key of a case or of an issue in a tracker.' },
    LINK: { description: 'A link that leads to something of the organization.' },
    NAME_PART: { description: 'What may be a part of the name of somebody.' },
  },
});

@ObjectType({ description: 'Something that was put in the place of something else, by the rules.' })
export class InternalMatterReplacement {
  @Field(() => HitKindEnum, { description: 'What it was.' })
  kind!: HitKind;

  @Field(() => String, { description: 'As it stands in the case.' })
  found!: string;

  @Field(() => String, { description: 'What stands in its place; empty where it was left out.' })
  instead!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;
}

@ObjectType({ description: 'Something that looks as if it should have stayed inside.' })
export class PublicEditionFinding {
  @Field(() => HitKindEnum, { description: 'What it looks like.' })
  kind!: HitKind;

  @Field(() => String, { description: 'As a reader sees it.' })
  words!: string;

  @Field(() => Int, { description: 'Its line in `markdown`, from 1; the title is line 1.' })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The heading that it stands under; null before the first one.',
  })
  heading!: string | null;

  @Field(() => Boolean, { description: 'The edition cannot be approved while it is there.' })
  isBlocking!: boolean;
}

@ObjectType({ description: 'A public edition as it once went out.' })
export class PublicEditionVersion {
  @Field(() => Int, { description: 'Counted from 1.' })
  number!: number;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'When it went out.' })
  publishedAt!: Date;
}

@ObjectType({
  description:
    'The edition of a case for everybody: a text of its own, in which people are roles and internal names are replaced.',
})
export class PublicEdition {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;

  @Field(() => Int, { description: 'Counts its changes; see `expectedVersion`.' })
  version!: number;

  @Field(() => EditionStatusEnum, { description: 'How far the text is.' })
  status!: EditionStatus;

  @Field(() => String, { description: 'One line.' })
  title!: string;

  @Field(() => MarkdownScalar, { description: 'All below the title.' })
  text!: string;

  @Field(() => LanguageEnum, { description: 'That of the case when it was made.' })
  language!: Language;

  @Field(() => DateTimeScalar, { description: 'When it was made anew or edited last.' })
  editedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was approved as it stands; null while it is not.',
  })
  approvedAt!: Date | null;
}

@ObjectType({ description: 'A word or a phrase that stays inside.' })
export class InternalWord {
  @Field(() => String, {
    description: 'As a whole word where its script has such, in any place in Chinese.',
  })
  word!: string;

  @Field(() => String, { description: 'What stands in its place.' })
  instead!: string;
}

@ObjectType({ description: 'The words that stay inside when a case goes out.' })
export class InternalWords {
  @Field(() => Int, { description: 'Counts its changes; 0 while nobody has said anything.' })
  version!: number;

  @Field(() => [InternalWord], { description: 'In the order they were given; at most 2,000.' })
  words!: InternalWord[];
}

const EXPECTED = {
  nullable: true,
  description: 'The version that was seen; left out, whatever is there is overwritten.',
} as const;

@InputType({ description: 'What of a case goes into its public edition.' })
export class PublicEditionMakeInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Sections that stay inside, by their headings.',
  })
  omittedSections?: string[];

  @Field(() => [ID], { nullable: true, description: 'Entries of the timeline that stay inside.' })
  omittedEventIds?: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Actions with who does them, as a role, and until when. Default: false.',
  })
  withActionDetails?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'With the findings. Default: false.' })
  withFindings?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With which practices held. Default: false.',
  })
  withPractices?: boolean;

  @Field(() => Int, EXPECTED)
  expectedVersion?: number | null;
}

@InputType({ description: 'What to change; what is left out stays.' })
export class PublicEditionUpdateInput {
  @Field(() => String, { nullable: true, description: 'One line.' })
  title?: string;

  @Field(() => MarkdownScalar, { nullable: true, description: 'All below the title.' })
  text?: string;

  @Field(() => Boolean, { nullable: true, description: 'Search engines may list its page.' })
  isListed?: boolean;

  @Field(() => Int, EXPECTED)
  expectedVersion?: number | null;
}

@InputType({ description: 'What was read.' })
export class PublicEditionMoveInput {
  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;
}

@InputType({ description: 'A word or a phrase that stays inside.' })
export class InternalWordInput {
  @Field(() => String, { description: 'At least two letters or digits.' })
  word!: string;

  @Field(() => String, { description: 'What stands in its place; no word of the list.' })
  instead!: string;
}

@InputType({ description: 'The list as it is to be.' })
export class InternalWordsUpdateInput {
  @Field(() => [InternalWordInput], { description: 'At most 2,000.' })
  words!: InternalWordInput[];

  @Field(() => Int, EXPECTED)
  expectedVersion?: number | null;
}

const editionPayload = (name: string) => payloadType(name, 'publicEdition', () => PublicEdition);
export const PublicEditionMakePayload = editionPayload('PublicEditionMakePayload');
export const PublicEditionUpdatePayload = editionPayload('PublicEditionUpdatePayload');
export const PublicEditionApprovePayload = editionPayload('PublicEditionApprovePayload');
export const PublicEditionPublishPayload = editionPayload('PublicEditionPublishPayload');
export const PublicEditionWithdrawPayload = editionPayload('PublicEditionWithdrawPayload');
export const InternalWordsUpdatePayload = payloadType(
  'InternalWordsUpdatePayload',
  'internalWords',
  () => InternalWords,
);
