import { Signal, useSignal } from './signal.js';

/** True from when the server did not know us any more until somebody has signed in again. */
export const sessionLost = new Signal(false);

/** Whether the session has been lost. */
export const useSessionLost = (): boolean => useSignal(sessionLost);
