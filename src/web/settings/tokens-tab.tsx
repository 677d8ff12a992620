import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { TokenRevokeDocument, TokensDocument, type TokenLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago, Day } from '../ui/instant.js';
import { listed } from '../ui/listed.js';
import { Empty, Notice, Skeleton } from '../ui/notice.js';
import { Secret } from './secret.js';
import css from './settings.module.css';
import { TokenForm } from './token-form.js';

/** By what programs act for somebody. */
export function TokensTab() {
  const { t } = useTranslation('settings');
  const [made, setMade] = useState<string>();
  const { data, error, refetch } = useAsk(TokensDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer) return <Skeleton lines={8} />;
  const { apiTokens, role } = data.viewer;
  return (
    <>
      <section className={css['part']}>
        <h2>{t('newToken')}</h2>
        <p className={css['lead']}>{t('tokensLead')}</p>
        {made !== undefined && (
          <Notice kind="good">
            <p>{t('tokenOnce')}</p>
            <Secret text={made} label={t('newToken')} />
          </Notice>
        )}
        <TokenForm role={role} onMade={setMade} />
      </section>
      <section className={css['part']}>
        <h2>{t('yourTokens')}</h2>
        {apiTokens.length === 0 ? (
          <Empty>{t('noTokens')}</Empty>
        ) : (
          <ul className={css['list']}>
            {apiTokens.map((token) => (
              <TokenLine key={token.id} of={token} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

const isOver = (at: string): boolean => Date.parse(at) <= Date.now();

function TokenLine({ of: token }: { readonly of: TokenLineFragment }) {
  const { t, i18n } = useTranslation(['settings', 'vocabulary']);
  const revoke = useChange(TokenRevokeDocument, {
    onDone: () => {
      say({ text: t('settings:tokenRevoked', { name: token.name }) });
    },
  });
  const { revokedAt, expiresAt, lastUsedAt } = token;
  const hasEnded = isOver(expiresAt);
  const isSpent = revokedAt !== null || hasEnded;
  return (
    <li className={isSpent ? css['spent'] : undefined}>
      <div className={css['what']}>
        <p>
          <span className={css['name']} dir="auto">
            {token.name}
          </span>{' '}
          <code>{token.hint}</code>
        </p>
        <p className={css['facts']}>
          <span>
            {listed(
              token.scopes.map((scope) => t(`vocabulary:scope${scope}`)),
              i18n.language,
            )}
          </span>
          <span>
            {revokedAt === null ? (
              <>
                {t(hasEnded ? 'settings:ended' : 'settings:ends')} <Day at={expiresAt} />
              </>
            ) : (
              <>
                {t('settings:revoked')} <Day at={revokedAt} />
              </>
            )}
          </span>
          <span>
            {lastUsedAt === null ? (
              t('settings:neverUsed')
            ) : (
              <>
                {t('settings:lastUsed')} <Ago at={lastUsedAt} />
              </>
            )}
          </span>
        </p>
        {revoke.error && <Failure error={revoke.error} />}
      </div>
      {!isSpent && (
        <Button
          size="small"
          kind="danger"
          disabled={revoke.isPending}
          onClick={() => {
            revoke.mutate({ id: token.id });
          }}
        >
          {t('settings:revoke')}
        </Button>
      )}
    </li>
  );
}
