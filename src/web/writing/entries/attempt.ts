import { RefusedError, RequestError } from '../../app/api.js';
import { sessionLost } from '../../app/session.js';
import type { Outcome } from './store.js';

/**
 * Makes one change and says what came of it.
 * @param name the field of the payload that holds the entry
 * @param valuesOf what an editor knows of it
 * @throws RequestError for what passes by itself
 */
export async function attempt<Name extends string, Each extends object, Values>(
  name: Name,
  asked: Promise<Readonly<Record<Name, Each | null>>>,
  valuesOf: (row: Each) => Values,
): Promise<Outcome<Values>> {
  try {
    const { id, version } = identity((await asked)[name]);
    return { kind: 'made', id, version };
  } catch (error) {
    if (error instanceof RequestError && error.code === 'UNAUTHENTICATED') sessionLost.set(true);
    if (!(error instanceof RefusedError)) throw error;
    const { code, message } = error;
    const theirs = (error.payload as Readonly<Record<Name, Each | null>>)[name];
    if (code === 'CONFLICT' && theirs) {
      const { id, version } = identity(theirs);
      return { kind: 'conflict', theirs: { id, version, values: valuesOf(theirs) } };
    }
    if (code === 'UNAUTHENTICATED') sessionLost.set(true);
    if (code === 'BUSY' || code === 'RATE_LIMITED' || code === 'UNAUTHENTICATED') throw error;
    return { kind: code === 'NOT_FOUND' ? 'gone' : 'refused', message };
  }
}

/** What is found by its place, and not by an id, has neither. */
function identity(row: object | null): { readonly id: string; readonly version: number } {
  return { id: '', version: 0, ...row };
}
