import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';
import { adminAddress, settingsAddress, welcomeAddress } from './settings-address.js';

const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsAddress,
  component: lazyRouteComponent(() => import('./settings-page.js'), 'SettingsPage'),
});

const adminRoute = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: adminAddress,
  component: lazyRouteComponent(() => import('./admin-page.js'), 'AdminPage'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: welcomeAddress,
  component: lazyRouteComponent(() => import('./welcome-page.js'), 'WelcomePage'),
});

export const settingsRoutes = [settingsRoute, adminRoute, welcomeRoute] as const;
