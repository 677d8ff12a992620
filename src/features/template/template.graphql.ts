import { Field, ObjectType } from '@nestjs/graphql';

import type { Language } from '../../core/vocabulary.js';
import { MarkdownScalar } from '../../infra/graphql/scalars.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({ description: 'A part of the prose that a case begins with.' })
export class TemplateSection {
  @Field({ description: 'The heading of the section.' })
  heading!: string;

  @Field({ description: 'What to write there, for the writer; it does not become part of a case.' })
  guidance!: string;

  @Field(() => MarkdownScalar, {
    description: 'What stands there already when a case begins; often empty.',
  })
  starter!: string;
}

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

  @Field(() => [TemplateSection], { description: 'The prose, in order.' })
  sections!: readonly TemplateSection[];
}
