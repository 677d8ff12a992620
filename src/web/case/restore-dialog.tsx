import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { queryClient } from '../app/query-client.js';
import { say } from '../app/said.js';
import {
  RestorePreviewDocument,
  RestoreRevisionDocument,
  type Language,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/field.js';
import { Skeleton } from '../ui/notice.js';
import { DiffTable } from './diff-table.js';
import css from './restore-dialog.module.css';

/** Shows what bringing back a revision would change in the case of today, and asks why. */
export function RestoreDialog({
  postmortem: { id, key, revision: newest, language },
  number,
  onClose,
  onDone,
}: {
  readonly postmortem: {
    readonly id: string;
    readonly key: string;
    readonly revision: number;
    readonly language: Language;
  };
  /** The revision that is brought back. */
  readonly number: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['case', 'frame']);
  const formId = useId();
  const [reason, setReason] = useState('');
  const preview = useAsk(RestorePreviewDocument, { id, number, newest });
  const restore = useChange(RestoreRevisionDocument, {
    onDone: () => {
      say({ text: t('case:restored', { key, number }) });
      onDone();
    },
    // Somebody may have changed the case: what would change is shown anew.
    onFailed: () => void queryClient.invalidateQueries(),
  });
  const { faultOf, rest } = complaintsOf(restore.error, ['reason']);
  const { now, past } = preview.data ?? {};
  const isSame = now?.markdown === past?.restoredMarkdown;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    restore.mutate({ id, input: { revision: number, reason, expectedRevision: newest } });
  };
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('case:restoreTitle', { number })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button
            kind="main"
            type="submit"
            form={formId}
            disabled={!now || !past || isSame || restore.isPending}
          >
            {t('case:restoreDo')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        {rest && <Failure error={rest} />}
        <p className={css['means']}>{t('case:restoreMeans')}</p>
        <TextField
          label={t('case:restoreWhy')}
          hint={t('case:restoreWhyHint')}
          fault={faultOf('reason')}
          value={reason}
          required
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
      </form>
      <h3>{t('case:restoreChanges')}</h3>
      {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {!preview.data && !preview.error && <Skeleton lines={6} />}
      {now && past && isSame && <p>{t('case:restoreNothing')}</p>}
      {now && past && !isSame && (
        <div lang={tagOf(language)}>
          <DiffTable
            before={now.markdown}
            after={past.restoredMarkdown}
            names={[
              t('case:restoreNow', { number: now.number }),
              t('case:restoreThen', { number: past.number }),
            ]}
          />
        </div>
      )}
    </Dialog>
  );
}
