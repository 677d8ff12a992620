/** Why a file cannot be read. The message is one sentence that says what to do. */
export class CaseFileError extends Error {
  constructor(
    message: string,
    /** The line at fault, counted from 1 in the file. */
    readonly line = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CaseFileError';
  }
}
