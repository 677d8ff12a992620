import { Args, Query, Resolver } from '@nestjs/graphql';

import type { Language } from '../../core/vocabulary.js';
import { Requires } from '../../infra/graphql/access.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { PostmortemTemplate } from './template.graphql.js';
import { TemplateService } from './template.service.js';

@Resolver(() => PostmortemTemplate)
export class TemplateResolver {
  constructor(private readonly service: TemplateService) {}

  @Requires('read')
  @Query(() => [PostmortemTemplate], {
    description: 'What a case can begin from, in one language, in the order to offer it.',
  })
  postmortemTemplates(
    @Args('language', { type: () => LanguageEnum, description: 'The language of the case.' })
    language: Language,
  ): PostmortemTemplate[] {
    return this.service.list(language);
  }
}
