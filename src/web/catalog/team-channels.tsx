import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { ChannelsDocument } from '../gql/documents.js';
import { ChannelLine } from '../settings/channel-line.js';
import list from '../settings/settings.module.css';
import { Button } from '../ui/button.js';
import css from './catalog.module.css';
import type { PickedTeam } from './team-picker.js';

const ChannelForm = lazy(() =>
  import('../settings/channel-form.js').then((m) => ({ default: m.ChannelForm })),
);

/** Where fupan writes to a team, for those who lead it. */
export function TeamChannels({ team }: { readonly team: PickedTeam }) {
  const { t } = useTranslation('channel');
  const [isAdding, setAdding] = useState(false);
  const { data } = useAsk(ChannelsDocument, {});
  if (!data) return null;
  const channels = data.channels.filter((channel) => channel.team?.id === team.id);
  return (
    <section className={css['section']}>
      <h2>{t('channels')}</h2>
      <p className={list['lead']}>{t(channels.length === 0 ? 'noChannels' : 'channelsLead')}</p>
      {channels.length > 0 && (
        <ul className={list['list']}>
          {channels.map((channel) => (
            <ChannelLine key={channel.id} of={channel} />
          ))}
        </ul>
      )}
      <Button
        onClick={() => {
          setAdding(true);
        }}
      >
        {t('addChannel')}
      </Button>
      {isAdding && (
        <Suspense>
          <ChannelForm
            channel={null}
            ofTeam={team}
            onClose={() => {
              setAdding(false);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
