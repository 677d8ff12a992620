import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { IncidentDeleteDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import type { Incident } from './incident-edit.js';

/** Asks before something goes for good: there is no way back from it. */
export function DeleteDialog({
  incident,
  onClose,
}: {
  readonly incident: Incident;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['incident', 'frame']);
  const navigate = useNavigate();
  const { mutate, isPending, error } = useChange(IncidentDeleteDocument, {
    onDone: () => {
      say({ text: t('incident:deleted', { key: incident.key }) });
      void navigate({ to: '/incidents' });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('incident:deleteTitle', { key: incident.key })}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('frame:cancel')}
          </Button>
          <Button
            kind="danger"
            disabled={isPending}
            onClick={() => {
              mutate({ id: incident.id });
            }}
          >
            {t('frame:delete')}
          </Button>
        </>
      }
    >
      <p dir="auto">{incident.title}</p>
      <p>{t('incident:deleteText')}</p>
      {error && <Failure error={error} />}
    </Dialog>
  );
}
