/** The part of a structured logger that the program uses: data first, then a short sentence. */
export interface Logger {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
  debug(data: object, message: string): void;
}

/** Under this the logger is injected. */
export const LOGGER = Symbol('Logger');
