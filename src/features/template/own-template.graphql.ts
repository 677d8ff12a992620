import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { LIMITS } from '../../core/limits.js';
import type { IncidentKind, Language, Severity } from '../../core/vocabulary.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import {
  IncidentKindEnum,
  LanguageEnum,
  SeverityEnum,
} from '../../infra/graphql/vocabulary.graphql.js';
import { PostmortemTemplate, TemplateRule } from './template.graphql.js';

const TEXT = `Markdown with front matter, as a file of \`templates/postmortem\` has it; at most ${LIMITS.template} characters.`;

@ObjectType({
  implements: () => NodeType,
  description:
    'A template that the organization has written. It stands before a file of the same name and language.',
})
export class OwnTemplate extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'The same in every language; as its front matter says.' })
  name!: string;

  @Field(() => LanguageEnum, { description: 'The language it is written in.' })
  language!: Language;

  @Field({ description: 'Markdown with front matter.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its text was last changed.' })
  updatedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is no longer offered; null while it is.',
  })
  archivedAt!: Date | null;
}

@ObjectType({ description: 'A template of the files beside the program.' })
export class TemplateFile {
  @Field({ description: 'The same in every language.' })
  name!: string;

  @Field(() => LanguageEnum, { description: 'The language it is written in.' })
  language!: Language;

  @Field({ description: 'What people call it.' })
  label!: string;

  @Field({ description: 'Markdown with front matter.' })
  text!: string;
}

@ObjectType({ description: 'What is wrong with a text.' })
export class TextFault {
  @Field(() => Int, { description: 'On which of its lines, from 1.' })
  line!: number;

  @Field({ description: 'What is wrong and what to do, in English, as it is told at the start.' })
  message!: string;
}

@ObjectType({ description: 'How a text would be read as a template.' })
export class TemplateCheck {
  @Field(() => PostmortemTemplate, { nullable: true, description: 'Null where it has faults.' })
  template!: PostmortemTemplate | null;

  @Field(() => [TextFault], { description: 'All of them, by line; empty for a sound text.' })
  faults!: readonly TextFault[];
}

@ObjectType({ description: 'The rules by which a template is suggested.' })
export class TemplateRules {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As they are written, in YAML.' })
  text!: string;

  @Field({ description: 'The organization has written them; else they are those of the file.' })
  isOwn!: boolean;

  @Field(() => [TemplateRule], { description: 'In order; the first that holds counts.' })
  rules!: readonly TemplateRule[];
}

@InputType({ description: 'What a case is to be about.' })
export class TemplateSuggestionInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      'The incidents, at most 200; those that the caller may not see count as not there. What is given besides takes the place of theirs.',
  })
  incidentIds?: string[];

  @Field(() => IncidentKindEnum, { nullable: true, description: 'What happened.' })
  kind?: IncidentKind | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'How grave it was.' })
  severity?: Severity | null;

  @Field(() => [ID], { nullable: true, description: 'The services struck, at most 200.' })
  serviceIds?: string[];
}

@InputType({ description: 'A new template.' })
export class OwnTemplateCreateInput {
  @Field(() => LanguageEnum, { description: 'The language it is written in.' })
  language!: Language;

  @Field({ description: TEXT })
  text!: string;
}

const EXPECTED = {
  nullable: true,
  description:
    'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
} as const;

@InputType({ description: 'The text of a template.' })
export class OwnTemplateUpdateInput {
  @Field(() => Int, EXPECTED)
  expectedVersion?: number | null;

  @Field({ description: TEXT })
  text!: string;
}

@InputType({ description: 'The rules by which a template is suggested.' })
export class TemplateRulesUpdateInput {
  @Field(() => Int, EXPECTED)
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `YAML, as in \`rules.yaml\`, at most ${LIMITS.template} characters; null: those of the file.`,
  })
  text!: string | null;
}

const payload = (typeName: string) => payloadType(typeName, 'ownTemplate', () => OwnTemplate);
export const OwnTemplateCreatePayload = payload('OwnTemplateCreatePayload');
export const OwnTemplateUpdatePayload = payload('OwnTemplateUpdatePayload');
export const OwnTemplateArchivePayload = payload('OwnTemplateArchivePayload');
export const OwnTemplateRestorePayload = payload('OwnTemplateRestorePayload');
export const TemplateRulesUpdatePayload = payloadType(
  'TemplateRulesUpdatePayload',
  'templateRules',
  () => TemplateRules,
);
