import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import type { Language } from '../../core/vocabulary.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';
import type { OwnTemplateEntity } from './own-template.entity.js';
import {
  OwnTemplate,
  OwnTemplateArchivePayload,
  OwnTemplateCreateInput,
  OwnTemplateCreatePayload,
  OwnTemplateRestorePayload,
  OwnTemplateUpdateInput,
  OwnTemplateUpdatePayload,
  TemplateCheck,
  TemplateFile,
  TemplateRules,
  TemplateRulesUpdateInput,
  TemplateRulesUpdatePayload,
  TextFault,
} from './own-template.graphql.js';
import { OwnTemplates } from './own-template.service.js';
import type { FileTemplate } from './template.file.js';
import { mayLookAfterTemplates } from './template.policy.js';
import { TemplateService, type RulesInForce } from './template.service.js';
import type { TextFault as Fault } from './template-text.js';

type TemplatePayload = Promise<Payload<'ownTemplate', OwnTemplateEntity>>;

const WHICH = { type: () => ID, description: 'The template.' } as const;
const WRITTEN = 'The text.';

/** The templates and rules as administrators keep them. */
@Resolver(() => OwnTemplate)
export class OwnTemplateResolver {
  constructor(
    private readonly service: OwnTemplates,
    private readonly templates: TemplateService,
  ) {}

  @Requires('admin')
  @Query(() => [OwnTemplate], {
    description:
      'The templates that the organization has written, by name, also those that are archived; at most 200. Administrators only.',
  })
  ownTemplates(@Reading() ctx: Ctx): Promise<OwnTemplateEntity[]> {
    return this.service.list(ctx);
  }

  @Requires('admin')
  @Query(() => [TemplateFile], {
    description: 'The templates of the files beside the program. Administrators only.',
  })
  templateFiles(@Reading() ctx: Ctx): readonly FileTemplate[] {
    if (!mayLookAfterTemplates(ctx.actor)) throw new ForbiddenError();
    return this.templates.files.templates;
  }

  @Requires('read')
  @Query(() => TemplateCheck, {
    description: 'Reads a text as a template and says all that is wrong with it; stores nothing.',
  })
  templateCheck(
    @Args('language', { type: () => LanguageEnum, description: 'Its language.' })
    language: Language,
    @Args('text', { description: WRITTEN }) text: string,
  ): TemplateCheck {
    const { value, faults } = this.service.check({ language, text });
    return { template: value && { ...value, origin: 'OWN' }, faults };
  }

  @Requires('read')
  @Query(() => TemplateRules, { description: 'The rules by which a template is suggested.' })
  templateRules(@Reading() ctx: Ctx): Promise<RulesInForce> {
    return this.templates.rules(ctx);
  }

  @Requires('read')
  @Query(() => [TextFault], {
    description: 'All that is wrong with a text as rules for templates; stores nothing.',
  })
  async templateRulesCheck(
    @Reading() ctx: Ctx,
    @Args('text', { description: WRITTEN }) text: string,
  ): Promise<readonly Fault[]> {
    return (await this.service.checkRules(ctx, text)).faults;
  }

  @Requires('write')
  @Mutation(() => OwnTemplateCreatePayload, {
    description:
      'Writes a template. It is refused with the first line at fault; `templateCheck` tells all. Administrators only.',
  })
  async ownTemplateCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The template.' }) input: OwnTemplateCreateInput,
  ): TemplatePayload {
    return { ownTemplate: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => OwnTemplateUpdatePayload, {
    description:
      'Changes a template; cases that began from it stay as they are. Administrators only.',
  })
  async ownTemplateUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'Its text.' }) input: OwnTemplateUpdateInput,
  ): TemplatePayload {
    return { ownTemplate: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => OwnTemplateArchivePayload, {
    description:
      'No longer offers a template; a file of its name is offered again. Administrators only.',
  })
  async ownTemplateArchive(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TemplatePayload {
    return { ownTemplate: await this.service.archive(tx, id) };
  }

  @Requires('write')
  @Mutation(() => OwnTemplateRestorePayload, {
    description: 'Offers a template again. Administrators only.',
  })
  async ownTemplateRestore(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TemplatePayload {
    return { ownTemplate: await this.service.restore(tx, id) };
  }

  @Requires('write')
  @Mutation(() => TemplateRulesUpdatePayload, {
    description:
      'Writes the rules by which a template is suggested, or goes back to those of the file. Administrators only.',
  })
  async templateRulesUpdate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The rules.' }) input: TemplateRulesUpdateInput,
  ): Promise<Payload<'templateRules', RulesInForce>> {
    return { templateRules: await this.service.updateRules(tx, input) };
  }
}
