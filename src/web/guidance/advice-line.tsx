import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  AdviceDismissDocument,
  AdviceRestoreDocument,
  type DismissalFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import css from './guidance.module.css';

const MOST_REASON = 500;

/** One piece of advice, which can be put aside with a reason and taken up again. */
export function AdviceLine({
  caseId,
  advice: { mark, dismissal },
  children,
}: {
  readonly caseId: string;
  readonly advice: { readonly mark: string; readonly dismissal: DismissalFragment | null };
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['frame', 'guidance']);
  const [isAsking, setAsking] = useState(false);
  const restore = useChange(AdviceRestoreDocument, {
    onFailed: (error) => {
      say({ text: failureText(error, t) });
    },
  });
  if (dismissal !== null) {
    const { person, reason } = dismissal;
    return (
      <li className={css['aside']}>
        <span>{children}</span>
        <span className={css['reason']}>
          {person ? t('guidance:asideBy', { name: person.name, reason }) : reason}
        </span>
        <Button
          kind="quiet"
          size="small"
          disabled={restore.isPending}
          onClick={() => {
            restore.mutate({ id: caseId, mark });
          }}
        >
          {t('guidance:takeUp')}
        </Button>
      </li>
    );
  }
  return (
    <li>
      <span>{children}</span>
      {isAsking ? (
        <Reason
          caseId={caseId}
          mark={mark}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('guidance:putAside')}
        </Button>
      )}
    </li>
  );
}

function Reason({
  caseId,
  mark,
  onClose,
}: {
  readonly caseId: string;
  readonly mark: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['frame', 'guidance']);
  const id = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { mutate, error, isPending } = useChange(AdviceDismissDocument, {
    onDone: () => {
      say({ text: t('guidance:isAside') });
      onClose();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') mutate({ id: caseId, input: { mark, reason } });
  };
  const fault = isMissing ? t('guidance:reasonMissing') : error ? failureText(error, t) : undefined;
  return (
    <form id={id} className={css['why']} onSubmit={submit}>
      <TextField
        label={t('guidance:reason')}
        value={reason}
        maxLength={MOST_REASON}
        fault={fault}
        autoFocus
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <div>
        <Button kind="main" size="small" type="submit" disabled={isPending}>
          {t('guidance:putAside')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('frame:cancel')}
        </Button>
      </div>
    </form>
  );
}
