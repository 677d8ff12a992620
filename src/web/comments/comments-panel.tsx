import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCase } from '../case/case-context.js';
import { Button } from '../ui/button.js';
import { isOpen, threadsAt, useComments } from './comments-context.js';
import css from './comments.module.css';
import { NewThread } from './new-thread.js';
import { keyOf, type Place } from './place.js';
import { ThreadView } from './thread-view.js';
import { usePlaceName } from './use-place-name.js';

/** What is said about one part of the case; Escape closes it. */
export function CommentsPanel({ place }: { readonly place: Place }) {
  const { t } = useTranslation(['frame', 'comments']);
  const { lang } = useCase();
  const comments = useComments();
  const nameOf = usePlaceName();
  const title = useRef<HTMLHeadingElement>(null);
  const threads = comments ? threadsAt(comments, keyOf(place)) : [];
  const quote = comments?.quote ?? '';
  const [isWriting, setWriting] = useState(threads.length === 0 || quote !== '');
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
  }, []);
  if (!comments) return null;
  const open = threads.filter(isOpen);
  const settled = threads.filter((each) => !isOpen(each));
  return (
    <section
      className={`${css['panel']} no-print`}
      aria-labelledby="comments-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        comments.close();
      }}
    >
      <div className={css['panelHead']}>
        <h2 id="comments-title" ref={title} tabIndex={-1}>
          {t('comments:title')}
          <span className={css['on']} lang={lang} dir="auto">
            {nameOf(place)}
          </span>
        </h2>
        <Button
          kind="quiet"
          size="small"
          icon={<X aria-hidden />}
          aria-label={t('frame:close')}
          onClick={comments.close}
        />
      </div>
      {threads.length === 0 && <p className={css['quiet']}>{t('comments:nothingYet')}</p>}
      {open.map((thread) => (
        <ThreadView key={thread.id} thread={thread} />
      ))}
      {comments.mayWrite &&
        (isWriting ? (
          <NewThread
            place={place}
            quote={quote}
            onDone={() => {
              setWriting(false);
            }}
          />
        ) : (
          <Button
            onClick={() => {
              setWriting(true);
            }}
          >
            {t('comments:begin')}
          </Button>
        ))}
      {settled.length > 0 && (
        <details
          className={css['settled']}
          open={settled.some(({ id }) => id === comments.threadId)}
        >
          <summary>{t('comments:settled', { count: settled.length })}</summary>
          {settled.map((thread) => (
            <ThreadView key={thread.id} thread={thread} />
          ))}
        </details>
      )}
    </section>
  );
}
