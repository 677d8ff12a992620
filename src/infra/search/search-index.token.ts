/** Under this the search index is injected; the port itself is an interface and leaves no trace at run time. */
export const SEARCH_INDEX = Symbol('SearchIndex');
