import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { AdminInviteDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Day } from '../ui/instant.js';
import { Skeleton } from '../ui/notice.js';
import { Secret } from './secret.js';

/** A link by which somebody chooses their password; whoever has it is in. */
export function InvitationDialog({
  person,
  onClose,
}: {
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['admin', 'frame']);
  const { mutate, data, error } = useChange(AdminInviteDocument, { touchesNothing: true });
  useEffect(() => {
    mutate({ input: { personId: person.id } });
  }, [mutate, person.id]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('admin:linkFor', { name: person.name })}
      foot={<Button onClick={onClose}>{t('frame:close')}</Button>}
    >
      <p>{t('admin:linkLead')}</p>
      {error && <Failure error={error} />}
      {!data?.invitation && !error && <Skeleton lines={1} />}
      {data?.invitation && (
        <>
          <Secret text={data.invitation.url} label={t('admin:linkFor', { name: person.name })} />
          <p>
            {t('admin:linkEnds')} <Day at={data.invitation.expiresAt} />
          </p>
        </>
      )}
    </Dialog>
  );
}
