import type { Ref } from '../case-file/improvement-file.js';

/** Something in a file that is left out: where it stands, and what to do. */
export interface ImportFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** What leads nowhere, if it does. */
  readonly ref?: Ref;
}

/** The same for what is not there and for what whoever imports may not read. */
export function leadsNowhere(path: readonly PropertyKey[], { key, id, title }: Ref): ImportFault {
  const name = [key ?? id, ...(title === undefined ? [] : [`“${title}”`])].join(' ');
  const message = `there is no ${name}; import its case as well, or correct the reference`;
  return { path, message, ref: { key, id, title } };
}
