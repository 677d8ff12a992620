import type { CaseStub } from './case-stub.js';

/** Which practices held and which did not. */
export function PracticesEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
