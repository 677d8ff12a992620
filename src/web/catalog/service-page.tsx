import { NothingHere } from '../app/failure.js';

/** Not there yet. */
export function ServicePage() {
  return <NothingHere />;
}
