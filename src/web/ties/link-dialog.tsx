import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  ActionLinkDocument,
  type ActionLinkKind,
  type ActionOnPageFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Choice } from '../ui/field.js';
import { ActionPicker, type PickedAction } from './action-picker.js';

const KINDS: readonly ActionLinkKind[] = ['SAME_IDEA', 'ALTERNATIVE'];

/** Asks which action another one goes with, and how. */
export function LinkDialog({
  item,
  onClose,
}: {
  readonly item: ActionOnPageFragment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['ties', 'frame']);
  const id = useId();
  const [kind, setKind] = useState<ActionLinkKind>('SAME_IDEA');
  const [other, setOther] = useState<PickedAction | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { mutate, error, isPending } = useChange(ActionLinkDocument, {
    onDone: () => {
      say({ text: t('ties:linked', { key: item.key, other: other?.key ?? '' }) });
      onClose();
    },
  });
  const { rest, faultOf } = complaintsOf(error, ['otherId']);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(other === null);
    if (other) mutate({ id: item.id, input: { otherId: other.id, kind } });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('ties:linkTitle', { key: item.key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button kind="main" type="submit" form={id} disabled={isPending}>
            {t('ties:doLink')}
          </Button>
        </>
      }
    >
      {rest && <Failure error={rest} />}
      <form id={id} onSubmit={submit}>
        <Choice
          label={t('ties:kind')}
          hint={t(`ties:hint${kind}`)}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`ties:kind${value}`) }))}
          onChange={setKind}
        />
        <ActionPicker
          label={t('ties:other')}
          hint={t('ties:otherHint')}
          value={other}
          fault={isMissing && other === null ? t('ties:otherMissing') : faultOf('otherId')}
          onChange={setOther}
        />
      </form>
    </Dialog>
  );
}
