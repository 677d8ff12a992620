/** Where the time comes from; a port, so that tests need no sleep. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Under this the clock is injected. */
export const CLOCK = Symbol('Clock');
