import type { CaseStub } from './case-stub.js';

/** What happened when. */
export function TimelineEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
