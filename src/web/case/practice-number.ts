import type { Practice } from '../gql/documents.js';

/** The number by which people know a practice: `1.1`. */
export const numberOf = (practice: Practice): string => practice.slice(1).replace('_', '.');
