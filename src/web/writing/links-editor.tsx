import type { CaseStub } from './case-stub.js';

/** Other cases that have to do with it. */
export function LinksEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
