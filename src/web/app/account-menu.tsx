import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import { keepAllNow, unsent } from './kept.js';
import { say } from './said.js';
import { signOut } from './sign-out.js';
import type { Unsent } from './unsent.js';
import type { Viewer } from './viewer.js';

const AccountMenuItems = lazy(() =>
  import('./account-menu-items.js').then((module) => ({ default: module.AccountMenuItems })),
);

const SignOutDialog = lazy(() =>
  import('./sign-out-dialog.js').then((module) => ({ default: module.SignOutDialog })),
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
  const [toLose, setToLose] = useState<readonly Unsent[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const leave = async (): Promise<void> => {
    setLeaving(true);
    try {
      await signOut();
    } catch {
      setLeaving(false);
      setToLose([]);
      say({ text: t('signOutFailed') });
    }
  };
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
          onSignOut={() => {
            keepAllNow();
            const texts = unsent.list();
            setToLose(texts);
            if (texts.length === 0) void leave();
          }}
        />
      </Menu>
      {toLose.length > 0 && (
        <Suspense>
          <SignOutDialog
            texts={toLose}
            isLeaving={isLeaving}
            onClose={() => {
              setToLose([]);
            }}
            onSignOut={() => void leave()}
          />
        </Suspense>
      )}
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
