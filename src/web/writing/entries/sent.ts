import { differences } from './steps.js';
import type { Present, Target } from './store.js';

/** A new entry as the server was asked to make it. */
export interface Sent<Values> {
  readonly values: Values;
  readonly to: Target;
  /** The greatest id that was known then: ids are in order of time. */
  readonly after: string;
}

/** Whether this is what came of it, as far as can be told without an answer. */
export const isMadeOf = <Values extends object>(
  sent: Sent<Values>,
  { id, parentId, values }: Omit<Present<Values>, 'version'>,
): boolean => id > sent.after && parentId === sent.to.parentId && !differences(values, sent.values);

/** The greatest of the ids; an empty text if there are none. */
export const lastId = (entries: readonly { readonly id: string }[]): string =>
  entries.reduce((last, { id }) => (id > last ? id : last), '');
