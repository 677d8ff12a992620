import type { PublicEditionPageQuery } from '../gql/documents.js';

/** A case as the page of its public edition shows it. */
export type EditedCase = NonNullable<PublicEditionPageQuery['postmortem']>;
