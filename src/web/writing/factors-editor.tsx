import type { CaseStub } from './case-stub.js';

/** What made it happen, likelier, longer or worse, as a tree of whys. */
export function FactorsEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
}): null {
  return null;
}
