import type { CaseStub } from './case-stub.js';
import type { Part } from './part.js';

/** Writes one piece of prose. */
export function ProseEditor(_: {
  readonly postmortem: CaseStub;
  readonly onDone: () => void;
  readonly part: Part;
}): null {
  return null;
}
