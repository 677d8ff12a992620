import { oneOf, word } from '../app/address.js';

/** What the address of a list of the catalogue says. */
export interface CatalogAddress {
  readonly q?: string | undefined;
  readonly archived?: 'yes' | undefined;
  /** The form that is open. */
  readonly edit?: string | undefined;
}

/** Reads the address of a list of the catalogue. */
export const catalogAddress = (search: Record<string, unknown>): CatalogAddress => ({
  q: word(search, 'q'),
  archived: oneOf(search, 'archived', ['yes']),
  edit: word(search, 'edit'),
});

/** What a list keeps, as the API takes it: what is archived only if it is asked for. */
export const catalogFilter = ({
  q,
  archived,
}: CatalogAddress): { readonly query?: string; readonly archived?: false } => ({
  ...(q === undefined ? {} : { query: q }),
  ...(archived ? {} : { archived: false }),
});

/** What the address of one thing of the catalogue says. */
export const entryAddress = (
  search: Record<string, unknown>,
): { readonly edit?: string | undefined } => ({ edit: word(search, 'edit') });
