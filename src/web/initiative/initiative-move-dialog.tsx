import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RefusedError, RequestError } from '../app/api.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { PersonPicker, type PickedPerson } from '../catalog/person-picker.js';
import type { InitiativeFactsFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextArea } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import type { InitiativeMoveName, MadeMove } from './moves.js';

/** Asks for what a move needs. */
export function InitiativeMoveDialog({
  initiative,
  name,
  isPending,
  error,
  onMove,
  onClose,
}: {
  readonly initiative: InitiativeFactsFragment;
  readonly name: InitiativeMoveName;
  readonly isPending: boolean;
  readonly error: RefusedError | RequestError | null;
  readonly onMove: (move: MadeMove) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['initiatives', 'frame']);
  const id = useId();
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState<PickedPerson | null>(initiative.owner);
  const { rest, faultOf } = complaintsOf(error, ['reason', 'ownerId']);
  const { count, finished } = initiative.progress;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`initiatives:title${name}`, { key: initiative.key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button kind="main" type="submit" form={id} disabled={isPending}>
            {t(`initiatives:do${name}`)}
          </Button>
        </>
      }
    >
      {rest && <Failure error={rest} />}
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onMove({ name, reason, ownerId: owner?.id ?? null });
        }}
      >
        {name === 'START' && (
          <PersonPicker
            label={t('initiatives:owner')}
            hint={t('initiatives:ownerHint')}
            value={owner}
            fault={faultOf('ownerId')}
            onChange={setOwner}
          />
        )}
        {name === 'COMPLETE' &&
          (finished < count ? (
            <Notice kind="warn">{t('initiatives:stillOpen', { count: count - finished })}</Notice>
          ) : (
            <p>{t('initiatives:allFinished')}</p>
          ))}
        {(name === 'DROP' || name === 'REOPEN') && (
          <TextArea
            label={t('initiatives:reason')}
            hint={name === 'DROP' ? t('initiatives:dropHint') : undefined}
            required
            value={reason}
            fault={faultOf('reason')}
            dir="auto"
            onChange={({ currentTarget: { value } }) => {
              setReason(value);
            }}
          />
        )}
      </form>
    </Dialog>
  );
}
