import { NothingHere } from '../app/failure.js';

/** Not there yet. */
export function ActionPage() {
  return <NothingHere />;
}
