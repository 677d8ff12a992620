import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Ago } from '../ui/instant.js';
import css from './sign-out-dialog.module.css';
import type { Unsent } from './unsent.js';

/** Pages that are named; whoever has more knows that there is much. */
const NAMED = 6;

/** Asks whoever signs out whether what they have typed and not saved may go. */
export function SignOutDialog({
  texts,
  isLeaving,
  onClose,
  onSignOut,
}: {
  readonly texts: readonly Unsent[];
  readonly isLeaving: boolean;
  readonly onClose: () => void;
  readonly onSignOut: () => void;
}) {
  const { t } = useTranslation();
  const { history } = useRouter();
  // One line for a page, however many of its fields have been typed in; the latest comes first.
  const pages = [...new Map(texts.toReversed().map((text) => [text.title, text])).values()];
  const named = pages.toReversed().slice(0, NAMED);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('signOutTitle')}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('back')}
          </Button>
          <Button kind="danger" disabled={isLeaving} onClick={onSignOut}>
            {t('signOutAndDelete')}
          </Button>
        </>
      }
    >
      <p>{t('signOutText')}</p>
      <ul className={css['pages']}>
        {named.map(({ title, address, at }) => (
          <li key={title}>
            <a
              href={address}
              dir="auto"
              onClick={(event) => {
                event.preventDefault();
                onClose();
                history.push(address);
              }}
            >
              {title.replace(/ · fupan$/, '')}
            </a>{' '}
            <Ago at={new Date(at).toISOString()} />
          </li>
        ))}
      </ul>
      {pages.length > NAMED && <p>{t('signOutMore', { count: pages.length - NAMED })}</p>}
    </Dialog>
  );
}
