import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { oneOf } from '../app/address.js';
import { root } from '../app/root-route.js';
import { EDITOR_NAMES, type EditorName } from './editor-names.js';
import { incidentsAddress } from './incidents-address.js';

const incidentsRoute = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: incidentsAddress,
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
  validateSearch: (search): { readonly edit?: EditorName | undefined } => ({
    edit: oneOf(search, 'edit', EDITOR_NAMES),
  }),
  component: lazyRouteComponent(() => import('./incident-page.js'), 'IncidentPage'),
});

export const incidentRoutes = [incidentsRoute, newIncidentRoute, incidentRoute] as const;
