import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

import { LOGGER, type Logger } from '../core/logger.js';
import { AuditCheck } from '../features/audit/audit-check.service.js';
import { AuditLog } from '../features/audit/audit-log.service.js';

const EVERY_MS = 3_600_000;

/**
 * Writes where the audit log ends to the server's own log, at the start, once an hour and at the
 * stop: kept elsewhere, it shows up whoever writes the audit log anew with the key at hand.
 */
@Injectable()
export class AuditAnchor implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly audit: AuditLog,
    private readonly check: AuditCheck,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.check.keyFits())) {
      this.log.error(
        {},
        'the audit log does not fit the key: FUPAN_SECRET or secret.key is another than before, or its last entry was changed; see `fupan verify`',
      );
    }
    await this.#anchor();
    this.#timer = setInterval(() => {
      this.#anchor().catch((error: unknown) => {
        this.log.error({ err: error }, 'the end of the audit log could not be read');
      });
    }, EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#anchor();
  }

  async #anchor(): Promise<void> {
    const { seq, hash } = await this.audit.head();
    this.log.info({ auditHead: `${seq}:${hash}` }, 'where the audit log ends');
  }
}
