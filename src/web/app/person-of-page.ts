/**
 * The id of the person to whom the server gave this page; empty if it did not say. The page stays
 * theirs, whoever signs in meanwhile.
 */
export const personOfPage = (): string => document.documentElement.dataset['person'] ?? '';
