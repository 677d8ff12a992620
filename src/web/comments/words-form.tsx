import { lazy, Suspense, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import { useCase } from '../case/case-context.js';
import { MentionsDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { onFormKey } from '../ui/form-keys.js';
import { Skeleton } from '../ui/notice.js';
import type { CodeHandle } from '../writing/code-area.js';
import { useUpload } from '../writing/use-upload.js';
import { useComments } from './comments-context.js';
import css from './comments.module.css';

const CodeArea = lazy(() =>
  import('../writing/code-area.js').then((m) => ({ default: m.CodeArea })),
);

/** Words that are to be said: Ctrl-Enter sends them, and what is not sent is still there later. */
export function WordsForm({
  unsentKey,
  initial = '',
  label,
  send: submit,
  action,
  isPending,
  fault,
  mayBeEmpty = false,
  onLeave,
  children,
}: {
  /** By what it is kept while it is not sent. */
  readonly unsentKey: string;
  readonly initial?: string;
  readonly label: string;
  /** Has it sent; it is forgotten by `forget` once it was. */
  readonly send: (text: string, forget: () => void) => void;
  /** What the button says. */
  readonly action: string;
  readonly isPending: boolean;
  readonly fault: string | undefined;
  readonly mayBeEmpty?: boolean;
  readonly onLeave: () => void;
  /** What there is to choose besides. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(['comments', 'prose', 'frame']);
  const { postmortem, lang } = useCase();
  const comments = useComments();
  const id = useId();
  const area = useRef<CodeHandle>(null);
  const upload = useUpload(postmortem.id);
  const unsent = comments?.unsent;
  const start = unsent?.get(unsentKey) ?? initial;
  const go = (): void => {
    const text = area.current?.text() ?? '';
    if (isPending) return;
    if (text.trim() === '' && !mayBeEmpty) {
      area.current?.focus();
      return;
    }
    submit(text, () => {
      unsent?.delete(unsentKey);
      area.current?.replace('');
      unsent?.delete(unsentKey);
    });
  };
  return (
    <form
      className={css['form']}
      onKeyDownCapture={(event) => {
        onFormKey(event, go);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {children}
      <div className={css['words']}>
        <Suspense fallback={<Skeleton lines={2} />}>
          <CodeArea
            ref={area}
            initial={start}
            label={label}
            describedBy={id}
            lang={lang}
            placeholder={t('comments:placeholder')}
            linkLabel={t('prose:linkLabel')}
            onChange={(read) => {
              unsent?.set(unsentKey, read());
            }}
            onSave={go}
            onLeave={onLeave}
            search={async (query, signal) =>
              (await send(MentionsDocument, { query }, signal)).linkTargets
            }
            uploading={(name) => t('prose:uploading', { name })}
            upload={upload}
          />
        </Suspense>
      </div>
      {fault !== undefined && (
        <p className={css['fault']} role="alert">
          {fault}
        </p>
      )}
      <div className={css['foot']}>
        <Button kind="main" size="small" type="submit" disabled={isPending}>
          {action}
        </Button>
        <Button kind="quiet" size="small" onClick={onLeave}>
          {t('frame:cancel')}
        </Button>
        <span id={id} className={css['quiet']}>
          {t('comments:keys')}
        </span>
      </div>
    </form>
  );
}
