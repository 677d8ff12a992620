import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import css from './tracker-links.module.css';

/** That an issue of an action was closed, and nobody has said whether it is done; else nothing. */
export function ClosedThere({
  of: { closedInTracker },
}: {
  readonly of: { readonly closedInTracker: boolean };
}) {
  const { t } = useTranslation('tracker');
  if (!closedInTracker) return null;
  return (
    <span className={css['mark']}>
      <CircleHelp aria-hidden />
      {t('mark')}
    </span>
  );
}
