import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { useCase } from '../case/case-context.js';
import {
  CommentDeleteDocument,
  CommentUpdateDocument,
  type CommentSaidFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Prose } from '../ui/prose.js';
import css from './comments.module.css';
import { useTellUnseen } from './use-tell-unseen.js';
import { WordsForm } from './words-form.js';

/** Something that was said: by whom, when, and whether its words are still the first. */
export function CommentView({
  threadId,
  comment,
}: {
  readonly threadId: string;
  readonly comment: CommentSaidFragment;
}) {
  const { t } = useTranslation(['frame', 'comments']);
  const { lang } = useCase();
  const [isEdited, setEdited] = useState(false);
  const { author, createdAt, editedAt, removedAt, textHtml, allowedActs } = comment;
  if (removedAt !== null) {
    return <li className={`${css['comment']} ${css['quiet']}`}>{t('comments:removed')}</li>;
  }
  return (
    <li className={css['comment']}>
      <p className={css['by']}>
        <b dir="auto">{author?.name ?? 'fupan'}</b>{' '}
        <Link
          to="."
          search={(search) => ({ ...search, thread: threadId })}
          replace
          resetScroll={false}
          className={css['when']}
        >
          <Ago at={createdAt} />
        </Link>
        {editedAt !== null && <span>{t('comments:edited')}</span>}
        {!isEdited && allowedActs.length > 0 && (
          <span className={css['own']}>
            {allowedActs.includes('CHANGE') && (
              <Button
                kind="quiet"
                size="small"
                onClick={() => {
                  setEdited(true);
                }}
              >
                {t('frame:edit')}
              </Button>
            )}
            {allowedActs.includes('REMOVE') && <Remove comment={comment} />}
          </span>
        )}
      </p>
      {isEdited ? (
        <EditForm
          comment={comment}
          onDone={() => {
            setEdited(false);
          }}
        />
      ) : (
        <Prose html={textHtml} lang={lang} />
      )}
    </li>
  );
}

/** Asks once more: nothing brings it back. */
function Remove({ comment: { id } }: { readonly comment: CommentSaidFragment }) {
  const { t } = useTranslation(['frame', 'comments']);
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending } = useChange(CommentDeleteDocument, {
    onDone: () => {
      say({ text: t('comments:isRemoved') });
    },
    onFailed: (error) => {
      say({ text: failureText(error, t) });
    },
  });
  return (
    <Button
      kind={isAsked ? 'danger' : 'quiet'}
      size="small"
      disabled={isPending}
      onBlur={() => {
        setAsked(false);
      }}
      onClick={() => {
        if (isAsked) mutate({ id });
        else setAsked(true);
      }}
    >
      {isAsked ? t('comments:reallyRemove') : t('comments:remove')}
    </Button>
  );
}

function EditForm({
  comment: { id, text, version },
  onDone,
}: {
  readonly comment: CommentSaidFragment;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['frame', 'comments']);
  const tellUnseen = useTellUnseen();
  const { mutate, error, isPending } = useChange(CommentUpdateDocument, {
    onDone: ({ cannotSee }) => {
      tellUnseen(cannotSee);
    },
  });
  return (
    <WordsForm
      unsentKey={`edit ${id}`}
      initial={text}
      label={t('comments:editLabel')}
      action={t('frame:save')}
      isPending={isPending}
      fault={error ? failureText(error, t) : undefined}
      onLeave={onDone}
      send={(words, forget) => {
        const onSuccess = (): void => {
          forget();
          onDone();
        };
        mutate({ id, input: { text: words, expectedVersion: version } }, { onSuccess });
      }}
    />
  );
}
