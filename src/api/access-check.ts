import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { RESOLVER_TYPE_METADATA } from '@nestjs/graphql';

import { REQUIREMENT } from '../infra/graphql/access.js';

const OPERATIONS: readonly unknown[] = ['Query', 'Mutation', 'Subscription'];

/**
 * Sees to it that every operation says what a caller must have come with, so that none is open to
 * everybody because somebody forgot.
 * @throws Error that names the resolver methods without `@Requires`
 */
export function refuseOpenOperations(app: INestApplicationContext): void {
  const scanner = new MetadataScanner();
  const open = new Set<string>();
  for (const { providers } of app.get(ModulesContainer).values()) {
    for (const { instance } of providers.values()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, object> | null;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const method = prototype?.[name];
        if (!method || !isOperation(method) || Reflect.hasMetadata(REQUIREMENT, method)) continue;
        open.add(`${instance.constructor.name}.${name}`);
      }
    }
  }
  if (open.size === 0) return;
  throw new Error(
    `these operations do not say with @Requires what a caller must have come with: ${[...open].sort().join(', ')}`,
  );
}

function isOperation(method: object): boolean {
  return OPERATIONS.includes(Reflect.getMetadata(RESOLVER_TYPE_METADATA, method));
}
