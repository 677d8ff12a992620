import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  TrackerProposalAcceptDocument,
  TrackerProposalDeclineDocument,
  type ActionOnPageFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import css from './tracker-links.module.css';

type Link = ActionOnPageFragment['trackerLinks'][number];

/** Asks whether an action is done, because an issue of it was closed; nothing where that is no question. */
export function TrackerProposal({ item }: { readonly item: ActionOnPageFragment }) {
  const { t } = useTranslation('tracker');
  const [isDeclining, setDeclining] = useState(false);
  const accept = useChange(TrackerProposalAcceptDocument, {
    onDone: () => {
      say({ text: t('accepted', { key: item.key }) });
    },
  });
  const link = item.trackerLinks.find(({ proposal }) => proposal?.answer === null);
  if (!item.closedInTracker || !link) return null;
  const { id, label, provider } = link;
  const mayEdit = item.allowedMoves.includes('EDIT');
  const mayAccept = item.allowedMoves.includes('COMPLETE');
  return (
    <Notice
      kind="warn"
      action={
        mayEdit && (
          <div className={css['answers']}>
            {mayAccept && (
              <Button
                kind="main"
                disabled={accept.isPending}
                onClick={() => {
                  accept.mutate({ id });
                }}
              >
                {t('accept')}
              </Button>
            )}
            <Button
              onClick={() => {
                setDeclining(true);
              }}
            >
              {t('decline')}
            </Button>
          </div>
        )
      }
    >
      <p>{t('ask', { label, tracker: t(`kind${provider}`) })}</p>
      {mayEdit && !mayAccept && <p>{t(item.status === 'PAUSED' ? 'isPaused' : 'notPromised')}</p>}
      {accept.error && <Failure error={accept.error} />}
      {isDeclining && (
        <Decline
          link={link}
          itemKey={item.key}
          onClose={() => {
            setDeclining(false);
          }}
        />
      )}
    </Notice>
  );
}

/** Asks what is missing. */
function Decline({
  link,
  itemKey: key,
  onClose,
}: {
  readonly link: Link;
  readonly itemKey: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('tracker');
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useChange(TrackerProposalDeclineDocument, {
    onDone: () => {
      say({ text: t('declined', { key }) });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(error, ['note']);
  return (
    <FormDialog
      title={t('declineTitle', { key })}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={() => {
        mutate({ id: link.id, input: note.trim() === '' ? {} : { note } });
      }}
      onClose={onClose}
    >
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        fault={faultOf('note')}
        rows={4}
        maxLength={20_000}
        dir="auto"
        value={note}
        onChange={({ currentTarget: { value } }) => {
          setNote(value);
        }}
      />
    </FormDialog>
  );
}
