import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { incidentIdsOf } from '../postmortem/postmortem.loaders.js';
import { starterFactsOf } from './starter-facts.read.js';
import { TemplateSection } from './template.graphql.js';
import { TemplateService } from './template.service.js';
import { fillStarter } from './template-starter.js';
import type { TemplateSection as Section } from './template-text.js';

/** What the template of a case asks for. */
@Resolver(() => Postmortem)
export class CaseTemplateResolver {
  constructor(private readonly service: TemplateService) {}

  @ResolveField(() => [TemplateSection], {
    description:
      'The sections of its template in the language of the case, with what is known filled in; empty without a template. A case may have others.',
  })
  async templateSections(
    @Reading() ctx: Ctx,
    @Parent() { id, title, template, language }: PostmortemEntity,
  ): Promise<Section[]> {
    if (template === null) return [];
    const all = await this.service.list(ctx, language);
    const found = all.find(({ name }) => name === template);
    if (!found) return [];
    const facts = await starterFactsOf(ctx, title, await incidentIdsOf(ctx).load(id));
    return found.sections.map((section) => ({
      ...section,
      starter: fillStarter(section.starter, facts),
    }));
  }
}
