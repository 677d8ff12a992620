import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { word } from '../app/address.js';
import { root } from '../app/root-route.js';

const digestRoute = createRoute({
  getParentRoute: () => root,
  path: '/teams/$key/digest',
  validateSearch: (search: Record<string, unknown>): { readonly week?: string | undefined } => ({
    week: word(search, 'week'),
  }),
  component: lazyRouteComponent(() => import('./digest-page.js'), 'DigestPage'),
});

export const digestRoutes = [digestRoute] as const;
