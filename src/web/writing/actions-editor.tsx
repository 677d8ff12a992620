import type { CaseStub } from './case-stub.js';

/** What is done about it. */
export function ActionsEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
