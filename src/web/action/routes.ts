import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { word } from '../app/address.js';
import { root } from '../app/root-route.js';
import { boardAddress } from './board-address.js';

const actionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/actions',
  validateSearch: boardAddress,
  component: lazyRouteComponent(() => import('./actions-page.js'), 'ActionsPage'),
});

const actionRoute = createRoute({
  getParentRoute: () => root,
  path: '/actions/$key',
  validateSearch: (search: Record<string, unknown>): { readonly edit?: string | undefined } => ({
    edit: word(search, 'edit'),
  }),
  component: lazyRouteComponent(() => import('./action-page.js'), 'ActionPage'),
});

export const actionRoutes = [actionsRoute, actionRoute] as const;
