import type { Door } from './door.js';
import { localPath } from './local-path.js';

/** Where somebody chooses the language that this browser is answered in. */
export function addLanguage({ http, on }: Door): void {
  http.get(
    '/language',
    on((visit) => {
      visit.keepLanguage(visit.asked('to'));
      return visit.goTo(localPath(visit.asked('next')) ?? '/');
    }),
  );
}
