import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { word } from '../app/address.js';
import { root } from '../app/root-route.js';

const newCaseRoute = createRoute({
  getParentRoute: () => root,
  path: '/postmortems/new',
  validateSearch: (search): { readonly incident?: string | undefined } => ({
    incident: word(search, 'incident'),
  }),
  component: lazyRouteComponent(() => import('./new-case-page.js'), 'NewCasePage'),
});

const caseRoute = createRoute({
  getParentRoute: () => root,
  path: '/postmortems/$key',
  component: lazyRouteComponent(() => import('./case-page.js'), 'CasePage'),
});

const caseHistoryRoute = createRoute({
  getParentRoute: () => root,
  path: '/postmortems/$key/history',
  component: lazyRouteComponent(() => import('./case-history-page.js'), 'CaseHistoryPage'),
});

export const caseRoutes = [newCaseRoute, caseRoute, caseHistoryRoute] as const;
