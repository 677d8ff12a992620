import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { FeedTokensDocument } from '../gql/documents.js';
import { buttonClass } from '../ui/button.js';
import { Empty, Notice, Skeleton } from '../ui/notice.js';
import { FeedForm } from './feed-form.js';
import { isCalendar } from './feed-url.js';
import { Secret } from './secret.js';
import type { Feed } from './settings-address.js';
import css from './settings.module.css';
import { TokenLine } from './token-line.js';

/** An address that has just been made. */
export interface NewFeed {
  readonly feed: Feed;
  readonly url: string;
}

/** The addresses by which calendars and feed readers see what somebody may see. */
export function FeedsTab({
  feed,
  team,
}: {
  readonly feed: Feed | undefined;
  readonly team: string | undefined;
}) {
  const { t } = useTranslation('settings');
  const [made, setMade] = useState<NewFeed>();
  const { data, error, refetch } = useAsk(FeedTokensDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer) return <Skeleton lines={8} />;
  const tokens = data.viewer.apiTokens.filter(({ kind }) => kind === 'FEED');
  return (
    <>
      <section className={css['part']}>
        <h2>{t('newFeed')}</h2>
        <p className={css['lead']}>{t('feedsLead')}</p>
        {made && <Made made={made} />}
        <FeedForm feed={feed} team={team} teams={data.teams.nodes} onMade={setMade} />
      </section>
      <section className={css['part']}>
        <h2>{t('yourFeeds')}</h2>
        {tokens.length === 0 ? (
          <Empty>{t('noFeeds')}</Empty>
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

function Made({ made: { feed, url } }: { readonly made: NewFeed }) {
  const { t } = useTranslation('settings');
  return (
    <Notice kind="good">
      <p>{t('feedOnce')}</p>
      <Secret text={url} label={t('feedAddress')} />
      {isCalendar(feed) && (
        <p>
          <a className={buttonClass()} href={url.replace(/^https?:/, 'webcal:')}>
            {t('subscribeHere')}
          </a>
        </p>
      )}
    </Notice>
  );
}
