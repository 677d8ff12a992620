import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { SignInSettingsDocument } from '../gql/documents.js';
import { Notice, Skeleton } from '../ui/notice.js';
import { PasswordForm } from './password-form.js';
import { SessionsList } from './sessions-list.js';
import css from './settings.module.css';

/** How somebody signs in, and where they have. */
export function SignInTab() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useAsk(SignInSettingsDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer) return <Skeleton lines={8} />;
  const { signInMethods, viewer } = data;
  const current = viewer.sessions.find(({ isCurrent }) => isCurrent);
  const provider = signInMethods.openIdConnect?.label;
  const hasPassword = signInMethods.password && current?.method !== 'OPENID_CONNECT';
  return (
    <>
      <section className={css['part']}>
        <h2>{t('changePassword')}</h2>
        {hasPassword ? (
          <PasswordForm email={viewer.email} />
        ) : (
          <Notice>
            {provider === undefined ? t('noPasswords') : t('passwordElsewhere', { provider })}
          </Notice>
        )}
      </section>
      <section className={css['part']}>
        <h2>{t('sessions')}</h2>
        <p className={css['lead']}>{t('sessionsLead')}</p>
        <SessionsList sessions={viewer.sessions} />
      </section>
    </>
  );
}
