import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';
import { catalogAddress, entryAddress } from '../catalog/catalog-address.js';

const tasksRoute = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: catalogAddress,
  component: lazyRouteComponent(() => import('./tasks-page.js'), 'TasksPage'),
});

const taskRoute = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$key',
  validateSearch: entryAddress,
  component: lazyRouteComponent(() => import('./task-page.js'), 'TaskPage'),
});

export const taskRoutes = [tasksRoute, taskRoute] as const;
