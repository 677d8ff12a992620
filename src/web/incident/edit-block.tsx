import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { type RefusedError, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { Button } from '../ui/button.js';
import css from './edit-block.module.css';
import type { useIncidentEdit } from './incident-edit.js';

const ClashDialog = lazy(() =>
  import('./clash-dialog.js').then((module) => ({ default: module.ClashDialog })),
);

/** A part of the page while it is being edited. */
export function EditBlock({
  title,
  editor,
  zone,
  onSave,
  onCancel,
  children,
}: {
  readonly title: string;
  readonly editor: ReturnType<typeof useIncidentEdit>;
  readonly zone: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <form
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
      {children}
      <FormFault error={editor.error} />
      <div className={css['foot']}>
        <Button kind="main" type="submit" disabled={editor.isSaving} aria-keyshortcuts="Control+S">
          {t(editor.isSaving ? 'saving' : 'save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      {editor.clash && (
        <Suspense>
          <ClashDialog
            clash={editor.clash}
            zone={zone}
            isSaving={editor.isSaving}
            onSettle={editor.settle}
            onClose={editor.leaveClash}
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
