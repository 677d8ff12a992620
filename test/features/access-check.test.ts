import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Mutation, Query, Resolver } from '@nestjs/graphql';

import { refuseOpenOperations } from '../../src/api/access-check.js';
import { createServer } from '../../src/api/server.js';
import { PostmortemResolver } from '../../src/features/postmortem/postmortem.resolver.js';
import { REQUIREMENT, Requires } from '../../src/infra/graphql/access.js';
import { startApp } from '../support/app.js';

@Resolver()
class ForgetfulResolver {
  @Requires('nothing')
  @Query(() => String)
  stated(): string {
    return '';
  }

  @Query(() => String)
  forgotten(): string {
    return '';
  }

  @Mutation(() => String)
  forgottenToo(): string {
    return '';
  }
}

@Module({ providers: [ForgetfulResolver] })
class ForgetfulModule {}

describe('an operation that does not say what a caller must have come with', () => {
  it('is named, and those that say so are not', async () => {
    const app = await NestFactory.createApplicationContext(ForgetfulModule, { logger: false });
    expect(() => {
      refuseOpenOperations(app);
    }).toThrow(/: ForgetfulResolver\.forgotten, ForgetfulResolver\.forgottenToo$/);
    await app.close();
  });

  it('keeps the server from starting', async () => {
    const app = await startApp();
    const methods = PostmortemResolver.prototype as unknown as Record<'postmortems', object>;
    const method = methods.postmortems;
    const requirement: unknown = Reflect.getMetadata(REQUIREMENT, method);
    Reflect.deleteMetadata(REQUIREMENT, method);
    try {
      await expect(createServer(app.platform)).rejects.toThrow(/PostmortemResolver\.postmortems$/);
    } finally {
      Reflect.defineMetadata(REQUIREMENT, requirement, method);
      await app.close();
    }
  });
});
