import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';
import { entryAddress } from '../catalog/catalog-address.js';
import { initiativesAddress } from './initiatives-address.js';

const initiativesRoute = createRoute({
  getParentRoute: () => root,
  path: '/initiatives',
  validateSearch: initiativesAddress,
  component: lazyRouteComponent(() => import('./initiatives-page.js'), 'InitiativesPage'),
});

const initiativeRoute = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/$key',
  validateSearch: entryAddress,
  component: lazyRouteComponent(() => import('./initiative-page.js'), 'InitiativePage'),
});

export const initiativeRoutes = [initiativesRoute, initiativeRoute] as const;
