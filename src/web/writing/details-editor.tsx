import type { CaseStub } from './case-stub.js';

/** What a case is called, whose it is, and who may read it. */
export function DetailsEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
