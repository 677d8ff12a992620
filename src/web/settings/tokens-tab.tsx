import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { TokensDocument } from '../gql/documents.js';
import { Empty, Notice, Skeleton } from '../ui/notice.js';
import { Secret } from './secret.js';
import css from './settings.module.css';
import { TokenForm } from './token-form.js';
import { TokenLine } from './token-line.js';

/** By what programs act for somebody. */
export function TokensTab() {
  const { t } = useTranslation('settings');
  const [made, setMade] = useState<string>();
  const { data, error, refetch } = useAsk(TokensDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer) return <Skeleton lines={8} />;
  const { role } = data.viewer;
  const tokens = data.viewer.apiTokens.filter(({ kind }) => kind === 'API');
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
        {tokens.length === 0 ? (
          <Empty>{t('noTokens')}</Empty>
        ) : (
          <ul className={css['list']}>
            {tokens.map((token) => (
              <TokenLine key={token.id} of={token} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
