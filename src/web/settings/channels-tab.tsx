import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { ChannelsDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { ChannelLine } from './channel-line.js';
import { MailPart } from './mail-part.js';
import css from './settings.module.css';

const ChannelForm = lazy(() =>
  import('./channel-form.js').then((m) => ({ default: m.ChannelForm })),
);

/** How fupan reaches people: by mail, and in chats. */
export function ChannelsTab() {
  const { t } = useTranslation('channel');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useAsk(ChannelsDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <>
      <MailPart status={data.mailStatus} />
      <section className={css['part']}>
        <h2>{t('channels')}</h2>
        <p className={css['lead']}>{t('channelsLead')}</p>
        {data.channels.length === 0 ? (
          <Empty>{t('noChannels')}</Empty>
        ) : (
          <ul className={css['list']}>
            {data.channels.map((channel) => (
              <ChannelLine key={channel.id} of={channel} />
            ))}
          </ul>
        )}
        <Button
          kind="main"
          icon={<Plus />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('addChannel')}
        </Button>
      </section>
      {isAdding && (
        <Suspense>
          <ChannelForm
            channel={null}
            onClose={() => {
              setAdding(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
