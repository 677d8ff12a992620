import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { Button, buttonClass } from '../ui/button.js';
import { Notice, Skeleton } from '../ui/notice.js';
import { RefusedError, RequestError } from './api.js';
import css from './failure.module.css';

/** One sentence that says what went wrong and what to do. */
export function failureText(error: unknown, t: TFunction): string {
  if (error instanceof RefusedError) return error.message;
  if (!(error instanceof RequestError)) return t('failedText');
  switch (error.code) {
    case 'OFFLINE':
      return t('offline');
    case 'TIMEOUT':
      return t('timeout');
    case 'INTERNAL':
      return t('internal');
    default:
      return error.message;
  }
}

/** Says that something could not be asked for, and lets it be tried again. */
export function Failure({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}) {
  const { t } = useTranslation();
  const id = error instanceof RequestError ? error.requestId : null;
  return (
    <Notice
      kind="fault"
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      {failureText(error, t)}
      {id !== null && <small className={css['id']}>{t('requestId', { id })}</small>}
    </Notice>
  );
}

/** A screen that broke. */
export function BrokenScreen({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <div className={css['screen']}>
      <h1>{t('failedTitle')}</h1>
      <Failure error={error} onRetry={() => void router.invalidate()} />
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('reload')}
      </Button>
    </div>
  );
}

/** What does not exist, and what one may not see: they look the same. */
export function NothingHere() {
  const { t } = useTranslation();
  return (
    <div className={css['screen']}>
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      <Link to="/" className={buttonClass()}>
        {t('toLibrary')}
      </Link>
    </div>
  );
}

/** What stands where a screen will be. */
export function Pending() {
  return <Skeleton lines={9} />;
}
