import { Signal, useSignal } from './signal.js';

/** Something that has just been done. */
export interface SaidMessage {
  readonly text: string;
  /** Undoes it. */
  readonly undo?: () => void;
  readonly staysMs?: number;
}

/** What is to be told and has not been taken up yet. */
export const toSay = new Signal<readonly SaidMessage[]>([]);

const hasSaid = new Signal(false);

/** Tells what has just been done, with a way back where there is one. */
export function say(message: SaidMessage): void {
  hasSaid.set(true);
  toSay.set([...toSay.get(), message]);
}

/** True once anything has been told. */
export const useHasSaid = (): boolean => useSignal(hasSaid);
