import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { CirclePlus, Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import { AccountMenu } from './account-menu.js';
import css from './frame.module.css';
import { leavePage } from './kept.js';
import { NotKeptNotice } from './not-kept.js';
import { personOfPage } from './person-of-page.js';
import { useHasSaid } from './said.js';
import { useSessionLost } from './session.js';
import { useShortcuts } from './shortcuts.js';
import { useViewer } from './viewer.js';

// What lies over a page comes when it is needed: a page is there sooner without.
const KeysDialog = lazy(() => import('./keys-dialog.js').then((m) => ({ default: m.KeysDialog })));
const NewMenuItems = lazy(() =>
  import('./new-menu-items.js').then((m) => ({ default: m.NewMenuItems })),
);
const QuickSearch = lazy(() =>
  import('./quick-search.js').then((m) => ({ default: m.QuickSearch })),
);
const Said = lazy(() => import('./said-view.js').then((m) => ({ default: m.SaidView })));
const SessionLost = lazy(() =>
  import('./session-lost.js').then((m) => ({ default: m.SessionLost })),
);

/** What stays where it is on every screen: the way to search, to what there is, to what is new, and to oneself. */
export function Frame() {
  const { t } = useTranslation();
  const viewer = useViewer();
  useOwnPageOnly(viewer?.id);
  const [overlay, setOverlay] = useState<'search' | 'keys' | null>(null);
  const close = () => {
    setOverlay(null);
  };
  useShortcuts({
    search: () => {
      const box = document.querySelector<HTMLInputElement>('[data-search-box]');
      if (box) {
        box.focus();
        box.select();
      } else setOverlay('search');
    },
    keys: () => {
      setOverlay('keys');
    },
  });
  const isSessionLost = useSessionLost();
  const hasSaid = useHasSaid();
  const content = useFocusOnArrival();
  return (
    <>
      <a className={css['skip']} href="#content">
        {t('skipToContent')}
      </a>
      {document.documentElement.dataset['insecure'] !== undefined && (
        <p className={css['banner']} role="alert">
          {t('insecure')}
        </p>
      )}
      <header className={`${css['head']} no-print`}>
        <div className={css['bar']}>
          <Link to="/" className={css['brand']}>
            <span lang="en">fupan</span> <span lang="zh-Hant">復盤</span>
          </Link>
          <button
            type="button"
            className={css['search']}
            aria-keyshortcuts="/ Control+K"
            onClick={() => {
              setOverlay('search');
            }}
          >
            <Search aria-hidden />
            <span>{t('searchEverything')}</span>
            <kbd aria-hidden>/</kbd>
          </button>
          {viewer && (
            <Menu
              trigger={
                <Button
                  kind="main"
                  icon={<CirclePlus />}
                  className={css['create'] ?? ''}
                  aria-label={t('create')}
                >
                  <span>{t('create')}</span>
                </Button>
              }
            >
              <NewMenuItems mayWrite={viewer.role !== 'VIEWER'} />
            </Menu>
          )}
          {viewer && (
            <AccountMenu
              viewer={viewer}
              onKeys={() => {
                setOverlay('keys');
              }}
            />
          )}
        </div>
        <nav className={css['nav']} aria-label={t('mainNavigation')}>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {t('library')}
          </Link>
          <Link to="/mine">{t('mine')}</Link>
          <Link to="/incidents">{t('incidents')}</Link>
          <Link to="/actions">{t('actions')}</Link>
          <Link to="/meetings">{t('meetings')}</Link>
          <Link to="/initiatives">{t('initiatives')}</Link>
          <Link to="/tasks">{t('tasks')}</Link>
          <Link to="/services">{t('services')}</Link>
          <Link to="/teams">{t('teams')}</Link>
          <Link to="/people">{t('people')}</Link>
        </nav>
      </header>
      <main id="content" className={css['content']} ref={content} tabIndex={-1}>
        <Outlet />
        <NotKeptNotice />
      </main>
      <Suspense>
        {overlay === 'search' && <QuickSearch onClose={close} />}
        {overlay === 'keys' && <KeysDialog onClose={close} />}
        {isSessionLost && <SessionLost />}
        {hasSaid && <Said />}
      </Suspense>
    </>
  );
}

/** A page is not left open to another person who has signed in meanwhile. */
function useOwnPageOnly(viewerId: string | undefined): void {
  const isForeign = viewerId !== undefined && ![viewerId, ''].includes(personOfPage());
  useEffect(() => {
    if (isForeign) leavePage();
  }, [isForeign]);
}

/** Whoever has the page read to them hears of a new screen, as a full load of a page would have it. */
function useFocusOnArrival() {
  const content = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (!content.current?.contains(document.activeElement)) content.current?.focus();
  }, [path]);
  return content;
}
