/**
 * The code that Node or a database driver gave an error, such as `ENOENT`, `SQLITE_BUSY` or `23505`;
 * empty where there is none. It asks for no `instanceof`: these errors can come from another realm.
 */
export function codeOf(error: unknown): string {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : '';
}

/** True for a value out of range: a zone or a date that does not exist. Asks for the name for the same reason. */
export function isRangeError(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError'
  );
}
