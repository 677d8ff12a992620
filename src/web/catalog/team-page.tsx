import { NothingHere } from '../app/failure.js';

/** Not there yet. */
export function TeamPage() {
  return <NothingHere />;
}
