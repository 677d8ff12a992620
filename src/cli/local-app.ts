import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { MIGRATIONS } from '../../migrations/index.js';
import { FeaturesModule } from '../api/app.module.js';
import { openPlatform, type Platform } from '../api/platform.js';
import { OPERATOR } from '../core/actor.js';
import type { Config } from '../core/config.js';
import { LOCAL, type Ctx, type TxCtx } from '../core/ctx.js';
import { newId } from '../core/ids.js';
import type { Logger } from '../core/logger.js';
import { ENTITIES } from '../features/entities.js';
import { SearchIndexer } from '../features/search/search-indexer.service.js';
import { Database } from '../infra/database/database.js';
import type { CommandApp } from './command-app.js';
import type { Io } from './io.js';

/** The program in this process, opened as far as a command needs it. */
export class LocalApp implements CommandApp {
  readonly isServer = false;
  #bare: Promise<Database> | undefined;
  #platform: Promise<Platform> | undefined;
  #features: Promise<INestApplicationContext> | undefined;

  constructor(
    readonly config: Config,
    private readonly log: Logger,
  ) {}

  database(): Promise<Database> {
    this.#bare ??= Database.connect({
      target: this.config.database,
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
    return this.#bare;
  }

  async get<Service>(type: abstract new (...args: never[]) => Service): Promise<Service> {
    this.#features ??= this.#openFeatures();
    return (await this.#features).get<Service>(type, { strict: false });
  }

  async awake(): Promise<void> {
    const indexer = await this.get(SearchIndexer);
    (await this.#open()).outbox.start();
    await indexer.reconcile();
  }

  async ctx(io: Io): Promise<Ctx> {
    return operatorCtx(await this.#open(), io);
  }

  async write<Result>(io: Io, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
    return (await this.#open()).database.transaction(await this.ctx(io), work);
  }

  async drained(): Promise<void> {
    const { outbox } = await this.#open();
    outbox.start();
    await outbox.drained();
  }

  async close(): Promise<void> {
    await (await this.#features)?.close();
    await (await this.#platform)?.close();
    await (await this.#bare)?.close();
  }

  #open(): Promise<Platform> {
    this.#platform ??= openPlatform(this.config, { log: this.log });
    return this.#platform;
  }

  async #openFeatures(): Promise<INestApplicationContext> {
    return NestFactory.createApplicationContext(FeaturesModule.on(await this.#open()), {
      logger: false,
      abortOnError: false,
    });
  }
}

/** Whoever may run the program on this machine may do everything. */
export function operatorCtx({ clock, database }: Platform, { locale }: Io): Ctx {
  return { actor: OPERATOR, origin: LOCAL, locale, requestId: newId(), clock, db: database.read };
}
