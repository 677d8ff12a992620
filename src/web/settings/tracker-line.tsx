import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  TrackerConnectionArchiveDocument,
  TrackerConnectionRotateSecretDocument,
  type TrackerConnectionLineFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Ago } from '../ui/instant.js';
import { Notice } from '../ui/notice.js';
import css from './settings.module.css';
import { TrackerForm } from './tracker-form.js';
import type { NewSecret } from './tracker-steps.js';

/** A connected tracker, what came from it last, and what can be done about it. */
export function TrackerLine({
  of: connection,
  onSecret,
}: {
  readonly of: TrackerConnectionLineFragment;
  readonly onSecret: (made: NewSecret) => void;
}) {
  const { t } = useTranslation('tracker');
  const [open, setOpen] = useState<'edit' | 'archive'>();
  const { id, version, name, provider, baseUrl, projects, lastDeliveryAt } = connection;
  const { hookUrl, lastError, lastErrorAt, archivedAt } = connection;
  const isArchived = archivedAt !== null;
  const rotate = useChange(TrackerConnectionRotateSecretDocument, {
    onDone: ({ trackerConnection: made, secret }) => {
      if (made && typeof secret === 'string') onSecret({ connection: made, secret });
    },
  });
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <li className={isArchived ? css['spent'] : undefined}>
      <div className={css['what']}>
        <p>
          <span className={css['name']} dir="auto">
            {name}
          </span>{' '}
          <code>{baseUrl}</code>
        </p>
        <p className={css['facts']}>
          <span>{t(`kind${provider}`)}</span>
          <span>{projects ? t('projectCount', { count: projects.length }) : t('allProjects')}</span>
          {isArchived && <span>{t('archivedMark')}</span>}
          <span>
            {lastDeliveryAt === null ? (
              t('neverTold')
            ) : (
              <>
                {t('lastTold')} <Ago at={lastDeliveryAt} />
              </>
            )}
          </span>
        </p>
        {!isArchived && (
          <p className={css['facts']}>
            <code>{hookUrl}</code>
          </p>
        )}
        {!isArchived && lastError !== null && lastErrorAt !== null && (
          <Notice kind="warn">
            <p>
              {t(`fault${lastError}`)} <Ago at={lastErrorAt} />
            </p>
          </Notice>
        )}
        {rotate.error && <Failure error={rotate.error} />}
      </div>
      {!isArchived && (
        <div className={css['row']}>
          <Button
            size="small"
            disabled={rotate.isPending}
            aria-label={t('rotateNamed', { name })}
            onClick={() => {
              rotate.mutate({ id, expectedVersion: version });
            }}
          >
            {t('rotate')}
          </Button>
          <Button
            size="small"
            aria-label={t('editNamed', { name })}
            onClick={() => {
              setOpen('edit');
            }}
          >
            {t('edit')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={t('archiveNamed', { name })}
            onClick={() => {
              setOpen('archive');
            }}
          >
            {t('archive')}
          </Button>
        </div>
      )}
      {open === 'edit' && (
        <TrackerForm connection={connection} onSecret={onSecret} onClose={close} />
      )}
      {open === 'archive' && <Archive of={connection} onClose={close} />}
    </li>
  );
}

/** Asks before a tracker is not listened to any more: this cannot be undone. */
function Archive({
  of: { id, name },
  onClose,
}: {
  readonly of: TrackerConnectionLineFragment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['tracker', 'frame']);
  const { mutate, isPending, error } = useChange(TrackerConnectionArchiveDocument, {
    onDone: () => {
      say({ text: t('tracker:isArchived', { name }) });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('tracker:archiveTitle', { name })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button
            kind="danger"
            disabled={isPending}
            onClick={() => {
              mutate({ id });
            }}
          >
            {t('tracker:archive')}
          </Button>
        </>
      }
    >
      {error && <Failure error={error} />}
      <p>{t('tracker:archiveText')}</p>
    </Dialog>
  );
}
