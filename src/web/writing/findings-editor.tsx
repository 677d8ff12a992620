import type { CaseStub } from './case-stub.js';

/** What was learnt. */
export function FindingsEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
