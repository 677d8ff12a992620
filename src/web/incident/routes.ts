import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { oneOf } from '../app/address.js';
import { root } from '../app/root-route.js';

const incidentsRoute = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./incidents-page.js'), 'IncidentsPage'),
});

const newIncidentRoute = createRoute({
  getParentRoute: () => root,
  path: '/incidents/new',
  validateSearch: (search): { readonly kind?: 'NEAR_MISS' | 'DRILL' | undefined } => ({
    kind: oneOf(search, 'kind', ['NEAR_MISS', 'DRILL']),
  }),
  component: lazyRouteComponent(() => import('./new-incident-page.js'), 'NewIncidentPage'),
});

const incidentRoute = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$key',
  component: lazyRouteComponent(() => import('./incident-page.js'), 'IncidentPage'),
});

export const incidentRoutes = [incidentsRoute, newIncidentRoute, incidentRoute] as const;
