import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { change, type RefusedError, type RequestError } from '../app/api.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  ApproveCaseDocument,
  ArchiveCaseDocument,
  DeleteCaseDocument,
  PublishCaseDocument,
  ReopenCaseDocument,
  SubmitCaseDocument,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import type { LifeAct } from './life-acts.js';

interface LifecycleDialogProps {
  readonly postmortem: { readonly id: string; readonly key: string; readonly title: string };
  readonly act: LifeAct;
  readonly onClose: () => void;
}

/** Says what an act means before it is done; whoever deletes a case has to name it. */
export function LifecycleDialog({ postmortem, act, onClose }: LifecycleDialogProps) {
  const { t } = useTranslation(['frame', 'prose']);
  const { id, key, title } = postmortem;
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const isDelete = act === 'DELETE';
  const { mutate, isPending, error } = useMutation<unknown, RefusedError | RequestError>({
    mutationFn: () => doAct(act, id),
    onSuccess: () => {
      say({ text: t(`prose:done${act}`, { key }) });
      onClose();
      if (isDelete) void navigate({ to: '/' });
    },
  });
  const isNamed = typed.trim().toUpperCase() === key;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isDelete || isNamed) mutate();
  };
  const formId = `act-${id}`;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`prose:ask${act}`, { key })}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind={isDelete ? 'danger' : 'main'}
            type="submit"
            form={formId}
            disabled={isPending || (isDelete && !isNamed)}
          >
            {t(`prose:act${act}`)}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <p dir="auto">{title}</p>
        <p>{t(`prose:means${act}`)}</p>
        {isDelete && (
          <TextField
            label={t('prose:typeKey', { key })}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        )}
        {error && <Notice kind="fault">{failureText(error, t)}</Notice>}
      </form>
    </Dialog>
  );
}

function doAct(act: LifeAct, id: string): Promise<unknown> {
  switch (act) {
    case 'SUBMIT':
      return change(SubmitCaseDocument, { id });
    case 'APPROVE':
      return change(ApproveCaseDocument, { id });
    case 'PUBLISH':
      return change(PublishCaseDocument, { id });
    case 'ARCHIVE':
      return change(ArchiveCaseDocument, { id });
    case 'REOPEN':
      return change(ReopenCaseDocument, { id });
    case 'DELETE':
      return change(DeleteCaseDocument, { id });
  }
}
