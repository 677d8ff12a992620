import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  CommentThreadCarryDocument,
  CommentThreadReopenDocument,
  CommentThreadResolveDocument,
  type CommentThreadFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import css from './comments.module.css';
import type { ThreadWriting } from './thread-view.js';

/** What can be done with a thread. */
export function ThreadActs({
  thread: { id, kind, state, version },
  onWrite,
}: {
  readonly thread: CommentThreadFragment;
  readonly onWrite: (what: ThreadWriting) => void;
}) {
  const { t } = useTranslation(['frame', 'comments']);
  const options = {
    onFailed: (error: unknown): void => {
      say({ text: failureText(error, t) });
    },
  };
  const carry = useChange(CommentThreadCarryDocument, options);
  const reopen = useChange(CommentThreadReopenDocument, options);
  const resolve = useChange(CommentThreadResolveDocument, options);
  const isBusy = carry.isPending || reopen.isPending || resolve.isPending;
  const moved = { id, input: { expectedVersion: version } };
  const act = (label: string, onClick: () => void) => (
    <Button kind="quiet" size="small" disabled={isBusy} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <div className={css['acts']}>
      {act(t('comments:reply'), () => {
        onWrite('reply');
      })}
      {kind === 'QUESTION' &&
        state !== 'RESOLVED' &&
        act(t('comments:answer'), () => {
          onWrite('resolve');
        })}
      {kind === 'COMMENT' &&
        state === 'OPEN' &&
        act(t('comments:resolve'), () => {
          resolve.mutate(moved);
        })}
      {kind === 'QUESTION' &&
        state === 'OPEN' &&
        act(t('comments:carry'), () => {
          carry.mutate(moved);
        })}
      {state === 'CARRIED' &&
        act(t('comments:notForMeeting'), () => {
          reopen.mutate(moved);
        })}
      {state === 'RESOLVED' &&
        act(t('comments:reopen'), () => {
          reopen.mutate(moved);
        })}
    </div>
  );
}
