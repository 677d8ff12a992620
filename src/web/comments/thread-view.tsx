import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCase } from '../case/case-context.js';
import type { CommentThreadFragment } from '../gql/documents.js';
import { Ago } from '../ui/instant.js';
import { Prose } from '../ui/prose.js';
import { CommentView } from './comment-view.js';
import { useComments } from './comments-context.js';
import css from './comments.module.css';
import { ThreadActs } from './thread-acts.js';
import { ReplyForm, ResolveForm } from './thread-forms.js';

/** What is being written in a thread. */
export type ThreadWriting = 'reply' | 'resolve';

/** One thread: what it is about, what was said, and what can be done. */
export function ThreadView({ thread }: { readonly thread: CommentThreadFragment }) {
  const { t } = useTranslation('comments');
  const { lang } = useCase();
  const comments = useComments();
  const place = useRef<HTMLElement>(null);
  const [writing, setWriting] = useState<ThreadWriting>();
  const { id, kind, state, quote, isPartGone, answerHtml, settledAt, settledBy } = thread;
  const isNamed = comments?.threadId === id;
  useEffect(() => {
    if (isNamed) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isNamed]);
  const leave = (): void => {
    setWriting(undefined);
  };
  return (
    <article
      ref={place}
      className={isNamed ? `${css['thread']} ${css['named']}` : css['thread']}
      aria-label={`${t(`kind${kind}`)}: ${thread.comments[0]?.author?.name ?? 'fupan'}`}
    >
      {(kind !== 'COMMENT' || state !== 'OPEN') && (
        <p className={css['facts']}>
          <span className={css['kind']}>{t(`kind${kind}`)}</span>
          {state === 'CARRIED' && <span className={css['carried']}>{t('isForMeeting')}</span>}
          {state === 'RESOLVED' && <span>{t('resolved')}</span>}
        </p>
      )}
      {isPartGone && <p className={css['quiet']}>{goneText(thread, t)}</p>}
      {quote !== null && (
        <blockquote className={css['quote']} lang={lang} dir="auto">
          {quote}
        </blockquote>
      )}
      <ol className={css['said']}>
        {thread.comments.map((comment) => (
          <CommentView key={comment.id} threadId={id} comment={comment} />
        ))}
      </ol>
      {state === 'RESOLVED' && settledAt !== null && (
        <div className={css['answer']}>
          <p className={css['quiet']}>
            {t('resolvedBy', { name: settledBy?.name ?? 'fupan' })} <Ago at={settledAt} />
          </p>
          {answerHtml !== null && <Prose html={answerHtml} lang={lang} />}
        </div>
      )}
      {comments?.mayWrite === true &&
        (writing === 'reply' ? (
          <ReplyForm thread={thread} onDone={leave} />
        ) : writing === 'resolve' ? (
          <ResolveForm thread={thread} onDone={leave} />
        ) : (
          <ThreadActs thread={thread} onWrite={setWriting} />
        ))}
    </article>
  );
}

function goneText(
  { part, heading }: CommentThreadFragment,
  t: ReturnType<typeof useTranslation<'comments'>>['t'],
): string {
  return part === 'SECTION' && heading !== null && heading !== ''
    ? t('goneSection', { heading })
    : t('gone');
}
