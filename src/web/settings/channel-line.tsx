import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  ChannelArchiveDocument,
  ChannelRestoreDocument,
  ChannelTestDocument,
  type ChannelLineFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Notice } from '../ui/notice.js';
import css from './settings.module.css';

const ChannelForm = lazy(() =>
  import('./channel-form.js').then((m) => ({ default: m.ChannelForm })),
);

const DeleteChannel = lazy(() =>
  import('./delete-channel.js').then((m) => ({ default: m.DeleteChannel })),
);

/** A channel, what happened there last, and what can be done about it. */
export function ChannelLine({ of: channel }: { readonly of: ChannelLineFragment }) {
  const { t } = useTranslation(['channel', 'frame']);
  const [isEditing, setEditing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const { id, name, kind, address, team, lastSentAt, lastError, archivedAt } = channel;
  const isArchived = archivedAt !== null;
  const test = useChange(ChannelTestDocument, {
    onDone: (payload) => {
      if (payload.channel?.lastError === null) say({ text: t('channel:arrived', { name }) });
    },
  });
  const restore = useChange(ChannelRestoreDocument, {
    onDone: () => {
      say({ text: t('channel:isBack', { name }) });
    },
  });
  const archive = useChange(ChannelArchiveDocument, {
    onDone: () => {
      const undo = (): void => {
        restore.mutate({ id });
      };
      say({ text: t('channel:isArchived', { name }), undo });
    },
  });
  const isBusy = test.isPending || archive.isPending || restore.isPending;
  const error = test.error ?? archive.error ?? restore.error;
  return (
    <li className={isArchived ? css['spent'] : undefined}>
      <div className={css['what']}>
        <p>
          <span className={css['name']} dir="auto">
            {name}
          </span>{' '}
          <code>{address}</code>
        </p>
        <p className={css['facts']}>
          <span>{t(`channel:kind${kind}`)}</span>
          <span dir="auto">{team?.name ?? t('channel:everybody')}</span>
          <span>
            {lastSentAt === null ? (
              t('channel:neverSent')
            ) : (
              <>
                {t('channel:lastSent')} <Ago at={lastSentAt} />
              </>
            )}
          </span>
        </p>
        {lastError !== null && (
          <Notice kind="warn">
            <p>
              {t('channel:lastFailed')} <code lang="en">{lastError}</code>
            </p>
          </Notice>
        )}
        {error && <Failure error={error} />}
      </div>
      <div className={css['row']}>
        {isArchived ? (
          <>
            <Button
              size="small"
              disabled={isBusy}
              aria-label={t('channel:restoreNamed', { name })}
              onClick={() => {
                restore.mutate({ id });
              }}
            >
              {t('channel:restore')}
            </Button>
            <Button
              size="small"
              kind="danger"
              aria-label={t('channel:deleteNamed', { name })}
              onClick={() => {
                setDeleting(true);
              }}
            >
              {t('channel:delete')}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="small"
              disabled={isBusy}
              aria-label={t('channel:testNamed', { name })}
              onClick={() => {
                test.mutate({ id });
              }}
            >
              {t(test.isPending ? 'channel:sending' : 'channel:test')}
            </Button>
            <Button
              size="small"
              aria-label={t('channel:editNamed', { name })}
              onClick={() => {
                setEditing(true);
              }}
            >
              {t('channel:edit')}
            </Button>
            <Button
              size="small"
              kind="quiet"
              disabled={isBusy}
              aria-label={t('channel:archiveNamed', { name })}
              onClick={() => {
                archive.mutate({ id });
              }}
            >
              {t('channel:archive')}
            </Button>
          </>
        )}
      </div>
      {isDeleting && (
        <Suspense>
          <DeleteChannel
            channel={channel}
            onClose={() => {
              setDeleting(false);
            }}
          />
        </Suspense>
      )}
      {isEditing && (
        <Suspense>
          <ChannelForm
            channel={channel}
            onClose={() => {
              setEditing(false);
            }}
          />
        </Suspense>
      )}
    </li>
  );
}
