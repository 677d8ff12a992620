import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type {
  IncidentKind,
  Language,
  Practice,
  ServiceTier,
  Severity,
} from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { MarkdownScalar } from '../../infra/graphql/scalars.js';
import {
  IncidentKindEnum,
  LanguageEnum,
  ServiceTierEnum,
  SeverityEnum,
} from '../../infra/graphql/vocabulary.graphql.js';
import { TEMPLATE_CONDITIONS, type TemplateCondition } from './template-rules.js';

@ObjectType({ description: 'A part of the prose that a case begins with.' })
export class TemplateSection {
  @Field({ description: 'The heading of the section.' })
  heading!: string;

  @Field({ description: 'What to write there, for the writer; it does not become part of a case.' })
  guidance!: string;

  @Field(() => MarkdownScalar, {
    description:
      'What stands there already when a case begins, with `{{…}}` where something is filled in; often empty.',
  })
  starter!: string;

  @Field({ description: 'A case without it is not complete.' })
  isRequired!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The practice that it asks about: 3.3; null for none of them.',
  })
  practice!: Practice | null;
}

export const TemplateOriginEnum = enumOf(['FILE', 'OWN']);
registerEnumType(TemplateOriginEnum, {
  name: 'TemplateOrigin',
  description: 'Where a template comes from.',
  valuesMap: {
    FILE: { description: 'A file beside the program.' },
    OWN: { description: 'The organization has written it.' },
  },
});

@ObjectType({ description: 'What a case can begin from, in one language.' })
export class PostmortemTemplate {
  @Field({ description: 'The same in every language, for `PostmortemCreateInput.template`.' })
  name!: string;

  @Field({ description: 'What people call it.' })
  label!: string;

  @Field({ description: 'For which cases it is.' })
  description!: string;

  @Field(() => LanguageEnum, { description: 'The language it is written in.' })
  language!: Language;

  @Field(() => TemplateOriginEnum, { description: 'Where it comes from.' })
  origin!: keyof typeof TemplateOriginEnum;

  @Field(() => [TemplateSection], { description: 'The prose, in order.' })
  sections!: readonly TemplateSection[];
}

const TemplateConditionEnum = enumOf(TEMPLATE_CONDITIONS);
registerEnumType(TemplateConditionEnum, {
  name: 'TemplateCondition',
  description: 'What a rule for templates can ask for.',
  valuesMap: {
    KIND: { description: 'The kind of the incident.' },
    SEVERITY: { description: 'Its severity.' },
    SERVICE: { description: 'A service that was struck.' },
    TIER: { description: 'The tier of a service that was struck.' },
  },
});

@ObjectType({
  description:
    'For which cases a template is suggested. All that it asks for must hold; an empty list asks for nothing.',
})
export class TemplateRule {
  @Field(() => Int, { description: 'Where it stands, from 1; the first that holds counts.' })
  number!: number;

  @Field({ description: 'The name of the template.' })
  template!: string;

  @Field(() => [IncidentKindEnum], { description: 'One of these kinds.' })
  kinds!: readonly IncidentKind[];

  @Field(() => [SeverityEnum], { description: 'One of these severities.' })
  severities!: readonly Severity[];

  @Field(() => [String], { description: 'One of these services was struck, by name.' })
  services!: readonly string[];

  @Field(() => [ServiceTierEnum], { description: 'A service of one of these tiers was struck.' })
  tiers!: readonly ServiceTier[];
}

@ObjectType({ description: 'A rule that did not decide.' })
export class PassedTemplateRule {
  @Field(() => TemplateRule, { description: 'Which.' })
  rule!: TemplateRule;

  @Field(() => [TemplateConditionEnum], {
    description:
      'What does not hold; empty where its template is not there in the language of the case.',
  })
  because!: readonly TemplateCondition[];
}

@ObjectType({ description: 'Which template to begin a case from, and why.' })
export class TemplateSuggestion {
  @Field(() => PostmortemTemplate, { description: 'The template.' })
  template!: PostmortemTemplate;

  @Field(() => TemplateRule, {
    nullable: true,
    description: 'The rule that says so; null where none holds and it is the first there is.',
  })
  rule!: TemplateRule | null;

  @Field(() => [PassedTemplateRule], { description: 'The rules before it, in order.' })
  passed!: readonly PassedTemplateRule[];
}
