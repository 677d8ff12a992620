import type { Ctx } from '../core/ctx.js';
import { newId } from '../core/ids.js';
import type { Platform } from './platform.js';
import { NOBODY, requestScope } from './request-scope.js';

/** The `Ctx` of the request at hand. */
export function requestCtx({ clock, database }: Platform): Ctx {
  const scope = requestScope.getStore();
  const { actor, origin } = scope?.caller ?? NOBODY;
  return {
    actor,
    origin,
    locale: scope?.locale ?? 'en',
    requestId: scope?.id ?? newId(),
    clock,
    db: database.read,
  };
}
