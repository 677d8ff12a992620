import { NothingHere } from '../app/failure.js';

/** Not there yet. */
export function WelcomePage() {
  return <NothingHere />;
}
