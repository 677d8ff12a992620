import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { word } from '../app/address.js';
import { root } from '../app/root-route.js';

const address = (search: Record<string, unknown>): { readonly week?: string | undefined } => ({
  week: word(search, 'week'),
});

const teamDigestRoute = createRoute({
  getParentRoute: () => root,
  path: '/teams/$key/digest',
  validateSearch: address,
  component: lazyRouteComponent(() => import('./digest-page.js'), 'TeamDigestPage'),
});

const myDigestRoute = createRoute({
  getParentRoute: () => root,
  path: '/digest',
  validateSearch: address,
  component: lazyRouteComponent(() => import('./digest-page.js'), 'MyDigestPage'),
});

const organizationDigestRoute = createRoute({
  getParentRoute: () => root,
  path: '/organization/digest',
  validateSearch: address,
  component: lazyRouteComponent(() => import('./digest-page.js'), 'OrganizationDigestPage'),
});

export const digestRoutes = [teamDigestRoute, myDigestRoute, organizationDigestRoute] as const;
