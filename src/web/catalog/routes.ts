import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';
import { catalogAddress, entryAddress } from './catalog-address.js';

const servicesRoute = createRoute({
  getParentRoute: () => root,
  path: '/services',
  validateSearch: catalogAddress,
  component: lazyRouteComponent(() => import('./services-page.js'), 'ServicesPage'),
});

const serviceRoute = createRoute({
  getParentRoute: () => root,
  path: '/services/$name',
  validateSearch: entryAddress,
  component: lazyRouteComponent(() => import('./service-page.js'), 'ServicePage'),
});

const teamsRoute = createRoute({
  getParentRoute: () => root,
  path: '/teams',
  validateSearch: catalogAddress,
  component: lazyRouteComponent(() => import('./teams-page.js'), 'TeamsPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => root,
  path: '/teams/$key',
  validateSearch: entryAddress,
  component: lazyRouteComponent(() => import('./team-page.js'), 'TeamPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: catalogAddress,
  component: lazyRouteComponent(() => import('./people-page.js'), 'PeoplePage'),
});

export const catalogRoutes = [
  servicesRoute,
  serviceRoute,
  teamsRoute,
  teamRoute,
  peopleRoute,
] as const;
