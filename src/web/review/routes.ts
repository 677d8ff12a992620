import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root } from '../app/root-route.js';
import { meetingAddress, meetingsAddress } from './meetings-address.js';

const meetingsRoute = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: meetingsAddress,
  component: lazyRouteComponent(() => import('./meetings-page.js'), 'MeetingsPage'),
});

const meetingRoute = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$key',
  validateSearch: meetingAddress,
  component: lazyRouteComponent(() => import('./meeting-page.js'), 'MeetingPage'),
});

export const reviewRoutes = [meetingsRoute, meetingRoute] as const;
