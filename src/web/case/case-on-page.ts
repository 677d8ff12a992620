import type { CasePageFragment } from '../gql/documents.js';

/** A case as its page holds it, and as its editors are given it. */
export type CaseOnPage = CasePageFragment;
