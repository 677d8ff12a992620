import './ui/tokens.css';
import './ui/base.css';

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { startKeeping } from './app/kept.js';
import { loadTexts } from './app/language.js';
import { applyLastZone } from './app/own-zone.js';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import { applyTheme, chosenTheme } from './app/theme.js';

applyTheme(chosenTheme());
applyLastZone();
startKeeping();
await loadTexts();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
