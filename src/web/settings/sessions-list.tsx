import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  SessionRevokeDocument,
  SessionRevokeOthersDocument,
  type SessionLineFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Hint } from '../ui/hint.js';
import { Ago, Day } from '../ui/instant.js';
import { browserName } from './browser-name.js';
import css from './settings.module.css';

/** The browsers in which somebody is signed in; this one first. */
export function SessionsList({ sessions }: { readonly sessions: readonly SessionLineFragment[] }) {
  const { t } = useTranslation('settings');
  const end = useChange(SessionRevokeDocument, {
    onDone: () => {
      say({ text: t('sessionEnded') });
    },
  });
  const endOthers = useChange(SessionRevokeOthersDocument, {
    onDone: () => {
      say({ text: t('othersEnded') });
    },
  });
  const ordered = [...sessions].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  const error = end.error ?? endOthers.error;
  return (
    <>
      {error && <Failure error={error} />}
      <ul className={css['list']}>
        {ordered.map((session) => (
          <li key={session.id}>
            <SessionText of={session} />
            {!session.isCurrent && (
              <Button
                size="small"
                disabled={end.isPending}
                onClick={() => {
                  end.mutate({ id: session.id });
                }}
              >
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          disabled={endOthers.isPending}
          onClick={() => {
            endOthers.mutate({});
          }}
        >
          {t('endOthers')}
        </Button>
      )}
    </>
  );
}

function SessionText({ of: session }: { readonly of: SessionLineFragment }) {
  const { t } = useTranslation('settings');
  const { userAgent, address, createdAt, lastSeenAt, isCurrent, method } = session;
  return (
    <div className={css['what']}>
      <p>
        {userAgent === null ? (
          <span className={css['name']}>{t('unknownBrowser')}</span>
        ) : (
          <Hint text={userAgent}>
            <span className={css['name']} tabIndex={-1}>
              {browserName(userAgent)}
            </span>
          </Hint>
        )}
        {isCurrent && <span className={css['note']}>{t('thisSession')}</span>}
      </p>
      <p className={css['facts']}>
        <span>{t(`method${method}`)}</span>
        {address !== null && <span>{address}</span>}
        <span>
          {t('since')} <Day at={createdAt} />
        </span>
        <span>
          {t('lastUsed')} <Ago at={lastSeenAt} />
        </span>
      </p>
    </div>
  );
}
