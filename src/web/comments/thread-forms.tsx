import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import {
  CommentThreadReplyDocument,
  CommentThreadResolveDocument,
  type CommentThreadFragment,
} from '../gql/documents.js';
import { useTellUnseen } from './use-tell-unseen.js';
import { WordsForm } from './words-form.js';

interface FormProps {
  readonly thread: CommentThreadFragment;
  readonly onDone: () => void;
}

/** Replies in a thread. */
export function ReplyForm({ thread: { id }, onDone }: FormProps) {
  const { t } = useTranslation(['frame', 'comments']);
  const tellUnseen = useTellUnseen();
  const { mutate, error, isPending } = useChange(CommentThreadReplyDocument, {
    onDone: ({ cannotSee }) => {
      tellUnseen(cannotSee);
    },
  });
  return (
    <WordsForm
      unsentKey={`reply ${id}`}
      label={t('comments:reply')}
      action={t('comments:reply')}
      isPending={isPending}
      fault={error ? failureText(error, t) : undefined}
      onLeave={onDone}
      send={(text, forget) => {
        const onSuccess = (): void => {
          forget();
          onDone();
        };
        mutate({ id, input: { text } }, { onSuccess });
      }}
    />
  );
}

/** Settles a question, with an answer or without. */
export function ResolveForm({ thread: { id, version }, onDone }: FormProps) {
  const { t } = useTranslation(['frame', 'comments']);
  const { mutate, error, isPending } = useChange(CommentThreadResolveDocument);
  return (
    <WordsForm
      unsentKey={`answer ${id}`}
      label={t('comments:answerLabel')}
      action={t('comments:resolve')}
      mayBeEmpty
      isPending={isPending}
      fault={error ? failureText(error, t) : undefined}
      onLeave={onDone}
      send={(text, forget) => {
        const answer = text.trim() === '' ? null : text;
        const onSuccess = (): void => {
          forget();
          onDone();
        };
        mutate({ id, input: { answer, expectedVersion: version } }, { onSuccess });
      }}
    />
  );
}
