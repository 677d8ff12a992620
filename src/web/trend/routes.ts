import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';
import { trendsAddress } from './trends-address.js';

const trendsRoute = createRoute({
  getParentRoute: () => root,
  path: '/trends',
  validateSearch: trendsAddress,
  component: lazyRouteComponent(() => import('./trends-page.js'), 'TrendsPage'),
});

export const trendRoutes = [trendsRoute] as const;
