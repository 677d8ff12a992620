import { useSyncExternalStore } from 'react';

/** A value outside of the component tree that components can follow. */
export class Signal<Value> {
  readonly #followers = new Set<() => void>();

  constructor(private value: Value) {}

  readonly get = (): Value => this.value;

  readonly set = (value: Value): void => {
    this.value = value;
    for (const follower of this.#followers) follower();
  };

  readonly follow = (follower: () => void): (() => void) => {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  };
}

/** The value of a signal, followed by the component. */
export const useSignal = <Value>(signal: Signal<Value>): Value =>
  useSyncExternalStore(signal.follow, signal.get);
