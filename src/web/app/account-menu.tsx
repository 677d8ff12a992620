import { lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import type { Viewer } from './viewer.js';

const AccountMenuItems = lazy(() =>
  import('./account-menu-items.js').then((module) => ({ default: module.AccountMenuItems })),
);

/** What concerns whoever is signed in: their settings, how the pages look, and the way out. */
export function AccountMenu({
  viewer,
  onKeys,
}: {
  readonly viewer: Viewer;
  readonly onKeys: () => void;
}) {
  const { t } = useTranslation();
  const signOut = useRef<HTMLFormElement>(null);
  return (
    <>
      <Menu
        trigger={
          <Button kind="quiet" aria-label={t('account', { name: viewer.name })}>
            {/* Not read out: it is no part of the name that the button has. */}
            <span aria-hidden>{initials(viewer.name)}</span>
          </Button>
        }
      >
        <AccountMenuItems
          viewer={viewer}
          onKeys={onKeys}
          onSignOut={() => signOut.current?.requestSubmit()}
        />
      </Menu>
      <form ref={signOut} method="post" action="/sign-out" hidden />
    </>
  );
}

/** Up to two characters that stand for somebody: the last ones of a Chinese name, as it is custom. */
function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name].slice(0, 1).join('');
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
