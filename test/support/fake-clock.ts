import type { Clock } from '../../src/core/clock.js';

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now = Date.parse('2026-03-02T09:00:00Z');

  now(): Date {
    return new Date(this.#now);
  }

  set(now: number): void {
    this.#now = now;
  }

  forward({ days = 0, hours = 0, minutes = 0 }): void {
    this.#now += ((days * 24 + hours) * 60 + minutes) * 60_000;
  }
}
