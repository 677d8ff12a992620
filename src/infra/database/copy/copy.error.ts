/** Why a library was not copied. */
export type CopyErrorCode =
  /** An address that is none. */
  | 'ADDRESS'
  /** The database does not answer, or does not let us in. */
  | 'UNREACHABLE'
  /** There is no library at the source. */
  | 'NO_LIBRARY'
  /** The tables of the source are older or newer than this program. */
  | 'OTHER_VERSION'
  /** A fupan works on it. */
  | 'IN_USE'
  /** Source and target are the same. */
  | 'SAME'
  /** There is something in the target. */
  | 'NOT_EMPTY'
  /** The target takes a row of the source for none of its own. */
  | 'UNFIT_ROW'
  /** What arrived is not what was sent. */
  | 'DIFFERENT';

/** A copy that was refused or given up, in a sentence that says what to do. The target is as it was. */
export class CopyError extends Error {
  constructor(
    readonly code: CopyErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CopyError';
  }
}
