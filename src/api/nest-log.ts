import type { LoggerService } from '@nestjs/common';

import type { Logger } from '../core/logger.js';

/** What Nest and Apollo have to say, in the structured log; their start-up chatter only at debug level. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  debug(message: unknown): void {
    this.logger.debug({}, String(message));
  }

  info(message: unknown): void {
    this.logger.debug({}, String(message));
  }

  error(message: unknown, stack?: string): void {
    this.logger.error({ stack }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
}
