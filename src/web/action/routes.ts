import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';

const actionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/actions',
  component: lazyRouteComponent(() => import('./actions-page.js'), 'ActionsPage'),
});

const actionRoute = createRoute({
  getParentRoute: () => root,
  path: '/actions/$key',
  component: lazyRouteComponent(() => import('./action-page.js'), 'ActionPage'),
});

export const actionRoutes = [actionsRoute, actionRoute] as const;
