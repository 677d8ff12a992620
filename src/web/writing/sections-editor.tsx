import type { CaseStub } from './case-stub.js';

/** Adds, names, moves and removes sections. */
export function SectionsEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
