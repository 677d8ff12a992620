import { RefusedError, type RequestError } from './api.js';

/** What was refused, taken apart for a form. */
interface Complaints {
  /** What is wrong with one field of the form, by the name the API has for it. */
  readonly faultOf: (field: string) => string | undefined;
  /** What has no field of its own, or was not refused but failed; null if there is nothing of it. */
  readonly rest: RefusedError | RequestError | null;
}

/** Puts what the server refused beside the fields that it is about. */
export function complaintsOf(
  error: RefusedError | RequestError | null,
  /** The fields that the form shows. */
  fields: readonly string[],
): Complaints {
  if (!(error instanceof RefusedError)) return { faultOf: () => undefined, rest: error };
  const fieldOf = (path: readonly string[] | null): string | undefined =>
    path?.find((step) => fields.includes(step));
  const [first, ...others] = error.complaints.filter(({ field }) => fieldOf(field) === undefined);
  return {
    faultOf: (name) => error.complaints.find(({ field }) => fieldOf(field) === name)?.message,
    rest: first ? new RefusedError([first, ...others], error.payload) : null,
  };
}
