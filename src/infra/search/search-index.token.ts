/** Under this is injected who answers searches; an interface leaves no trace at run time. */
export const SEARCH_INDEX = Symbol('SearchIndex');

/** Under this are injected all indexes that are kept, the one beside the database first. */
export const KEPT_INDEXES = Symbol('KeptIndex[]');
