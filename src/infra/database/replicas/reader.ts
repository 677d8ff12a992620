import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

import { askedInTurn } from '../postgres.js';
import type { Lease } from './replica.js';

/** Where one request reads. */
export interface Reader {
  readonly db: EntityManager;
  release(): void;
}

/** Reads by a connection to a replica, and from the primary what that cannot answer. */
export function readerOn(lease: Lease, primary: DataSource): Reader {
  const runner = new LeasedRunner(primary.driver as PostgresDriver, lease);
  askedInTurn(runner);
  return {
    db: primary.createEntityManager(runner),
    release: () => {
      lease.release();
    },
  };
}

/**
 * Since all that is asked is a question, it can be asked again: a statement that fails on the replica
 * goes to the primary, and so does what comes after it, or after the end of the request.
 */
class LeasedRunner extends PostgresQueryRunner {
  constructor(
    driver: PostgresDriver,
    private readonly lease: Lease,
  ) {
    super(driver, 'slave');
  }

  override connect(): Promise<unknown> {
    return Promise.resolve(this.lease.client);
  }

  override release(): Promise<void> {
    return Promise.resolve();
  }

  override async query(
    statement: string,
    parameters?: unknown[] | ObjectLiteral,
    isStructured?: boolean,
  ): ReturnType<PostgresQueryRunner['query']> {
    if (this.lease.isUsable) {
      try {
        return (await super.query(statement, parameters, isStructured)) as unknown;
      } catch (error) {
        this.lease.fail(error);
      }
    }
    const runner = this.driver.createQueryRunner('master');
    try {
      return (await runner.query(statement, parameters, isStructured ?? false)) as unknown;
    } finally {
      await runner.release();
    }
  }
}
