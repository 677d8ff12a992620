import { register } from 'node:module';

// Threads that the sources start inherit it from the process of the test, and so run the sources too.
register('./typescript-hooks.mjs', import.meta.url);
