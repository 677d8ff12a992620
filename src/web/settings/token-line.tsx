import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { TokenRevokeDocument, type TokenLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago, Day } from '../ui/instant.js';
import { listed } from '../ui/listed.js';
import css from './settings.module.css';

const isOver = (at: string): boolean => Date.parse(at) <= Date.now();

/** A token, and how to end it. */
export function TokenLine({ of: token }: { readonly of: TokenLineFragment }) {
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
          {token.kind === 'API' && (
            <span>
              {listed(
                token.scopes.map((scope) => t(`vocabulary:scope${scope}`)),
                i18n.language,
              )}
            </span>
          )}
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
          aria-label={t('settings:revokeNamed', { name: token.name })}
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
