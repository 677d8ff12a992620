import { Args, Query, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import type { Language } from '../../core/vocabulary.js';
import { Requires } from '../../infra/graphql/access.js';
import { Reading } from '../../infra/graphql/request.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { serviceById } from '../service-catalog/service.loaders.js';
import { TemplateSuggestionInput } from './own-template.graphql.js';
import { ruleFactsOf } from './starter-facts.read.js';
import { PostmortemTemplate, TemplateSuggestion } from './template.graphql.js';
import { TemplateService, type OfferedTemplate } from './template.service.js';
import type { TemplateSuggestion as Suggestion } from './template.service.js';

const LANGUAGE = { type: () => LanguageEnum, description: 'The language of the case.' } as const;

@Resolver(() => PostmortemTemplate)
export class TemplateResolver {
  constructor(private readonly service: TemplateService) {}

  @Requires('read')
  @Query(() => [PostmortemTemplate], {
    description: 'What a case can begin from, in one language, in the order to offer it.',
  })
  postmortemTemplates(
    @Reading() ctx: Ctx,
    @Args('language', LANGUAGE) language: Language,
  ): Promise<OfferedTemplate[]> {
    return this.service.list(ctx, language);
  }

  @Requires('read')
  @Query(() => TemplateSuggestion, {
    description:
      'Which template to begin a case from: of the first rule that holds. It is a suggestion; any other can be taken.',
  })
  async templateSuggestion(
    @Reading() ctx: Ctx,
    @Args('language', LANGUAGE) language: Language,
    @Args('input', { description: 'What the case is to be about.' })
    { incidentIds = [], kind, severity, serviceIds }: TemplateSuggestionInput,
  ): Promise<Suggestion> {
    for (const [name, list] of Object.entries({ incidentIds, serviceIds })) {
      if ((list?.length ?? 0) > LIMITS.shortList) {
        const params = { max: LIMITS.shortList };
        throw new FupanError('VALIDATION', 'listTooLong', params, ['input', name]);
      }
    }
    const found = await ruleFactsOf(ctx, incidentIds);
    const given = await Promise.all((serviceIds ?? []).map((id) => serviceById(ctx).load(id)));
    return this.service.suggest(ctx, language, {
      kind: kind ?? found.kind,
      severity: severity ?? found.severity,
      services: serviceIds ? given.filter((each) => each !== null) : found.services,
    });
  }
}
