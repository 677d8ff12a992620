import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Notice } from '../ui/notice.js';
import css from './catalog.module.css';

/** A form that lies over the page. */
export function FormDialog({
  title,
  isWide = false,
  isPending,
  error,
  rest,
  onSave,
  onClose,
  children,
}: {
  readonly title: string;
  readonly isWide?: boolean;
  readonly isPending: boolean;
  /** What came of saving it last. */
  readonly error: RefusedError | RequestError | null;
  /** What of that has no field of its own. */
  readonly rest: RefusedError | RequestError | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['catalog', 'frame']);
  const id = useId();
  const isConflict = error instanceof RefusedError && error.code === 'CONFLICT';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      isWide={isWide}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button kind="main" type="submit" form={id} disabled={isPending}>
            {t('frame:save')}
          </Button>
        </>
      }
    >
      {isConflict ? (
        <Notice kind="warn">{t('catalog:changedMeanwhile')}</Notice>
      ) : (
        rest && <Failure error={rest} />
      )}
      <form
        id={id}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onSave();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
