import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { word } from '../app/address.js';
import { question } from '../app/ask.js';
import { queryClient } from '../app/query-client.js';
import { root } from '../app/root-route.js';
import { CasePageDocument } from '../gql/documents.js';
import { caseAddress } from './case-address.js';
import { historyAddress } from './history-address.js';

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
  validateSearch: caseAddress,
  // Only on the way in: a step within the page asks for nothing.
  shouldReload: ({ cause }) => cause === 'enter',
  loader: ({ params }) => {
    // Asked for beside the code of the page, which finds the answer on its way.
    queryClient.query(question(CasePageDocument, { key: params.key })).catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('./case-page.js'), 'CasePage'),
});

const caseHistoryRoute = createRoute({
  getParentRoute: () => root,
  path: '/postmortems/$key/history',
  validateSearch: historyAddress,
  component: lazyRouteComponent(() => import('./case-history-page.js'), 'CaseHistoryPage'),
});

export const caseRoutes = [newCaseRoute, caseRoute, caseHistoryRoute] as const;
