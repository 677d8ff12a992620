import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { type RefusedError, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import css from './edit-block.module.css';
import type { Editing } from './editing.js';

const ClashDialog = lazy(() =>
  import('./clash-dialog.js').then((module) => ({ default: module.ClashDialog })),
);

/** A part of the page while it is being edited. */
export function EditBlock({
  title,
  editing,
  zone,
  onSave,
  children,
}: {
  readonly title: string;
  readonly editing: Omit<Editing<unknown>, 'form' | 'setForm'>;
  readonly zone: string;
  readonly onSave: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['frame', 'incident']);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={css['block']}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onSave();
        }
      }}
    >
      <h2>{title}</h2>
      {editing.isResumed && (
        <Notice
          action={
            <Button size="small" onClick={editing.startOver}>
              {t('incident:startOver')}
            </Button>
          }
        >
          {t('incident:resumed')}
        </Notice>
      )}
      {children}
      <FormFault error={editing.error} />
      <div className={css['foot']}>
        <Button kind="main" type="submit" disabled={editing.isSaving} aria-keyshortcuts="Control+S">
          {t(editing.isSaving ? 'frame:saving' : 'frame:save')}
        </Button>
        <Button kind="quiet" onClick={editing.cancel}>
          {t('frame:cancel')}
        </Button>
      </div>
      {editing.clash && (
        <Suspense>
          <ClashDialog
            clash={editing.clash}
            zone={zone}
            isSaving={editing.isSaving}
            onSettle={editing.settle}
            onClose={editing.leaveClash}
          />
        </Suspense>
      )}
    </form>
  );
}

/** What was wrong with a form, unless it is said at one of its fields. */
export function FormFault({ error }: { readonly error: RefusedError | RequestError | null }) {
  if (!error) return null;
  return <Failure error={error} />;
}
