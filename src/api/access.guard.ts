import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';

import { hasScope } from '../core/actor.js';
import { FupanError, UnauthenticatedError } from '../core/errors.js';
import { REQUIREMENT, type Requirement } from '../infra/graphql/access.js';
import type { GraphqlContext } from '../infra/graphql/request.js';

/** Turns away whoever did not come with what an operation requires, before it runs. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() !== 'graphql') return true;
    const requirement = this.reflector.get<Requirement | undefined>(
      REQUIREMENT,
      execution.getHandler(),
    );
    if (requirement === 'nothing') return true;
    const { actor } = GqlExecutionContext.create(execution).getContext<GraphqlContext>().ctx;
    if (actor.kind === 'anonymous') throw new UnauthenticatedError();
    if (requirement === undefined || !hasScope(actor, requirement)) {
      throw new FupanError('FORBIDDEN', 'scopeMissing', { scope: requirement ?? '' });
    }
    return true;
  }
}
