import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { ChannelDeleteDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** Asks before a channel goes for good: this cannot be undone. */
export function DeleteChannel({
  channel: { id, name },
  onClose,
}: {
  readonly channel: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['channel', 'frame']);
  const { mutate, isPending, error } = useChange(ChannelDeleteDocument, {
    onDone: () => {
      say({ text: t('channel:isDeleted', { name }) });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('channel:deleteTitle', { name })}
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
            {t('frame:delete')}
          </Button>
        </>
      }
    >
      {error && <Failure error={error} />}
      <p>{t('channel:deleteText')}</p>
    </Dialog>
  );
}
