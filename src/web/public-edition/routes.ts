import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';

const editionRoute = createRoute({
  getParentRoute: () => root,
  path: '/postmortems/$key/public-edition',
  component: lazyRouteComponent(() => import('./edition-page.js'), 'EditionPage'),
});

export const publicEditionRoutes = [editionRoute] as const;
