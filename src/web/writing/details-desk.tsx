import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { RefusedError } from '../app/api.js';
import { useKept } from '../app/kept.js';
import { say } from '../app/said.js';
import {
  SaveDetailsDocument,
  type DetailsOfCaseFragment,
  type SaveDetailsMutation,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import css from './details.module.css';
import { DetailsFields } from './details-fields.js';
import {
  detailsForm,
  detailsInput,
  differing,
  withFields,
  type DetailsField,
  type DetailsForm,
} from './details-form.js';

interface Clash {
  readonly now: DetailsOfCaseFragment;
  readonly fields: readonly DetailsField[];
}

/** The form, what of it is sent, and what becomes of it when others have changed the same. */
export function DetailsDesk({
  loaded,
  onDone,
}: {
  readonly loaded: DetailsOfCaseFragment;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['frame', 'prose']);
  const {
    value: kept,
    set: keep,
    forget,
  } = useKept(`${loaded.id}/details`, () => ({
    base: loaded,
    form: detailsForm(loaded),
  }));
  const { base, form } = kept;
  const [clash, setClash] = useState<Clash | null>(null);
  const done = (): void => {
    forget();
    onDone();
  };
  const { mutate, isPending, error } = useChange(SaveDetailsDocument, {
    onDone: () => {
      say({ text: t('prose:savedForGood', { part: t('prose:details') }) });
      done();
    },
    onFailed: (failure) => {
      const now = conflictIn(failure);
      if (now) meet(now);
    },
  });
  const send = (from: DetailsOfCaseFragment, wanted: DetailsForm): void => {
    const changed = differing(detailsForm(from), wanted);
    if (changed.length === 0) {
      done();
      return;
    }
    const input = { ...detailsInput(wanted, changed), expectedVersion: from.version };
    mutate({ id: from.id, input });
  };
  /** Others were faster: what only they have changed is taken over, what both have is asked. */
  const meet = (now: DetailsOfCaseFragment): void => {
    const before = detailsForm(base);
    const theirs = detailsForm(now);
    const mine = differing(before, form);
    const fields = differing(theirs, form).filter(
      (field) => mine.includes(field) && differing(before, theirs).includes(field),
    );
    const merged = withFields(theirs, mine, form);
    keep({ base: now, form: merged });
    if (fields.length > 0) setClash({ now, fields });
    else send(now, merged);
  };
  const isConflict = error instanceof RefusedError && error.code === 'CONFLICT';
  return (
    <form
      className={css['desk']}
      aria-label={t('prose:details')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setClash(null);
        send(base, form);
      }}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {clash && (
        <Notice
          kind="warn"
          action={
            <Button
              size="small"
              onClick={() => {
                keep({
                  base: clash.now,
                  form: withFields(form, clash.fields, detailsForm(clash.now)),
                });
                setClash(null);
              }}
            >
              {t('prose:takeTheirFields')}
            </Button>
          }
        >
          {t('prose:fieldsClash', {
            fields: clash.fields.map((field) => t(`prose:field_${field}`)).join(', '),
          })}
        </Notice>
      )}
      <DetailsFields
        form={form}
        saved={base}
        error={error}
        onForm={(next) => {
          keep({ base, form: next });
        }}
      />
      {error && !isConflict && <Notice kind="fault">{failureText(error, t)}</Notice>}
      <div className={css['foot']}>
        <Button kind="main" type="submit" disabled={isPending}>
          {t(isPending ? 'saving' : 'save')}
        </Button>
        <Button kind="quiet" onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function conflictIn(failure: unknown): DetailsOfCaseFragment | null {
  if (!(failure instanceof RefusedError) || failure.code !== 'CONFLICT') return null;
  return (failure.payload as SaveDetailsMutation['postmortemUpdate']).postmortem;
}
