import type { CaseStub } from './case-stub.js';

/** What may be done with the case as a whole. */
export function CaseLifecycle(_: { readonly postmortem: CaseStub }): null {
  return null;
}
