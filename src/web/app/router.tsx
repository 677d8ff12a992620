import { createRouter } from '@tanstack/react-router';

import { actionRoutes } from '../action/routes.js';
import { caseRoutes } from '../case/routes.js';
import { catalogRoutes } from '../catalog/routes.js';
import { digestRoutes } from '../digest/routes.js';
import { incidentRoutes } from '../incident/routes.js';
import { libraryRoutes } from '../library/routes.js';
import { mineRoutes } from '../mine/routes.js';
import { publicEditionRoutes } from '../public-edition/routes.js';
import { settingsRoutes } from '../settings/routes.js';
import { initiativeRoutes } from '../initiative/routes.js';
import { reviewRoutes } from '../review/routes.js';
import { taskRoutes } from '../task/routes.js';
import { trendRoutes } from '../trend/routes.js';
import { parseSearch, writeSearch } from './address.js';
import { BrokenScreen, NothingHere, Pending } from './failure.js';
import { root } from './root-route.js';

/** Milliseconds for which the screen before stays until that of the next one has come. */
const PENDING_MS = 300;

/** Every screen and its address. */
export const router = createRouter({
  routeTree: root.addChildren([
    ...libraryRoutes,
    ...caseRoutes,
    ...publicEditionRoutes,
    ...incidentRoutes,
    ...actionRoutes,
    ...initiativeRoutes,
    ...reviewRoutes,
    ...taskRoutes,
    ...catalogRoutes,
    ...digestRoutes,
    ...trendRoutes,
    ...mineRoutes,
    ...settingsRoutes,
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPendingMs: PENDING_MS,
  defaultPendingComponent: Pending,
  defaultErrorComponent: BrokenScreen,
  defaultNotFoundComponent: NothingHere,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router;
  }
}
