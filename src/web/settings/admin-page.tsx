import { NothingHere } from '../app/failure.js';

/** Not there yet. */
export function AdminPage() {
  return <NothingHere />;
}
