import type { Ref } from '../case-file/improvement-file.js';

/** Something in a file that is left out: where it stands, and what to do. */
export interface ImportFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** What leads nowhere, if it does. */
  readonly ref?: Ref;
}
