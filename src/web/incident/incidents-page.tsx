import { NothingHere } from '../app/failure.js';

/** Not there yet. */
export function IncidentsPage() {
  return <NothingHere />;
}
