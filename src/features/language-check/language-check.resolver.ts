import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import { LanguageRule } from './language-check.graphql.js';
import type { LanguageRule as Rule } from './language-rules.file.js';

@Resolver(() => LanguageRule)
export class LanguageRuleResolver {
  @ResolveField()
  why(@Reading() ctx: Ctx, @Parent() { why }: Rule): string {
    return why[ctx.locale];
  }

  @ResolveField()
  ask(@Reading() ctx: Ctx, @Parent() { ask }: Rule): string {
    return ask[ctx.locale];
  }
}
