import { useTranslation } from 'react-i18next';

import { failureText } from '../../app/failure.js';
import { Button } from '../../ui/button.js';
import css from './entries.module.css';
import type { SaveState } from './store.js';

/** Whether what was written is saved, in one quiet line. */
export function SaveLine({
  state,
  error,
  troubles,
  onRetry,
}: {
  readonly state: SaveState;
  readonly error: unknown;
  /** How many entries wait for a decision. */
  readonly troubles: number;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('parts');
  const { t: tFrame } = useTranslation();
  if (state === 'failed') {
    return (
      <p className={`${css['saveLine']} ${css['failed']}`} role="alert">
        <span>
          {t('partNotSaved')} {failureText(error, tFrame)}
        </span>
        <Button size="small" onClick={onRetry}>
          {t('partTryAgain')}
        </Button>
      </p>
    );
  }
  const text =
    troubles > 0
      ? t('partTroubles', { count: troubles })
      : state === 'untouched'
        ? t('partSavesItself')
        : state === 'saved'
          ? t('partSaved')
          : t('partSaving');
  return (
    <p className={css['saveLine']} role="status" data-save-state={state}>
      {text}
    </p>
  );
}
