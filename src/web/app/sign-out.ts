import { RequestError } from './api.js';
import { forgetAll } from './kept.js';

/** Milliseconds after which an answer is no longer waited for. */
const PATIENCE_MS = 20_000;

/**
 * Signs out on purpose: once the server has let go of the session, nothing that was typed and not
 * saved is left in this browser.
 * @throws if the server did not do it; then nothing has been deleted
 */
export async function signOut(): Promise<void> {
  const { type, statusText } = await fetch('/sign-out', {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  // Whoever is out is led on; where to need not be read.
  if (type !== 'opaqueredirect') throw new RequestError('INTERNAL', statusText);
  forgetAll();
  window.location.assign('/sign-in');
}
