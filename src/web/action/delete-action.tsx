import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { ActionDeleteDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** Asks before an action goes for good: this cannot be undone. */
export function DeleteAction({
  item,
  onClose,
}: {
  readonly item: { readonly id: string; readonly key: string };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['action', 'frame']);
  const navigate = useNavigate();
  const { mutate, isPending, error } = useChange(ActionDeleteDocument, {
    onDone: () => {
      say({ text: t('action:deleted', { key: item.key }) });
      void navigate({ to: '/actions' });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('action:deleteTitle', { key: item.key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button
            kind="danger"
            disabled={isPending}
            onClick={() => {
              mutate({ id: item.id });
            }}
          >
            {t('frame:delete')}
          </Button>
        </>
      }
    >
      {error && <Failure error={error} />}
      <p>{t('action:deleteText')}</p>
    </Dialog>
  );
}
