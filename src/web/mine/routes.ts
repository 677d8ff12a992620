import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';

const mineRoute = createRoute({
  getParentRoute: () => root,
  path: '/mine',
  component: lazyRouteComponent(() => import('./mine-page.js'), 'MinePage'),
});

export const mineRoutes = [mineRoute] as const;
