import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';
import { searchAddress } from './search-address.js';

const libraryRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: searchAddress,
  component: lazyRouteComponent(() => import('./library-page.js'), 'LibraryPage'),
});

export const libraryRoutes = [libraryRoute] as const;
