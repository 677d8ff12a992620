import type { CaseStub } from './case-stub.js';

/** Who else is at the case. */
export function CasePresence(_: { readonly postmortem: CaseStub }): null {
  return null;
}
