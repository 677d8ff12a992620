import { MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { isOpen, threadsAt, useComments } from './comments-context.js';
import css from './comments.module.css';
import { anchorOf, keyOf, type Place } from './place.js';

/** Characters of a passage that a thread is about. */
const MOST_QUOTED = 2_000;

/**
 * Opens what is said about a part of the case. It shows where something is open; elsewhere only
 * where one points or stands.
 */
export function CommentButton({
  place,
  name,
  isSeen = false,
}: {
  readonly place: Place;
  /** What the part is called, for those who cannot see where the button stands. */
  readonly name: string;
  /** It shows though nothing is open. */
  readonly isSeen?: boolean;
}) {
  const { t } = useTranslation('comments');
  const comments = useComments();
  if (!comments) return null;
  const key = keyOf(place);
  const threads = threadsAt(comments, key);
  const count = threads.filter(isOpen).length;
  if (threads.length === 0 && !comments.mayWrite) return null;
  const isShown = comments.place !== null && keyOf(comments.place) === key;
  const look = threads.length > 0 || isShown ? css['some'] : isSeen ? '' : css['none'];
  return (
    <button
      type="button"
      id={anchorOf(place)}
      className={`${css['button']} ${look} no-print`}
      aria-label={t('commentsOn', { name: short(name), count })}
      aria-expanded={isShown}
      // What is selected stays selected, so that it can be quoted.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={(event) => {
        if (isShown) comments.close();
        else comments.open(place, selectedBeside(event.currentTarget));
      }}
    >
      <MessageSquare aria-hidden />
      {count > 0 && <span>{count}</span>}
    </button>
  );
}

const LONGEST_NAME = 60;
const short = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;

/** What is selected in the part that a button belongs to. */
function selectedBeside(button: HTMLElement): string {
  const selection = window.getSelection();
  const part = button.closest('li, tr, section, article');
  if (!selection || selection.rangeCount === 0 || !part) return '';
  const { commonAncestorContainer } = selection.getRangeAt(0);
  return part.contains(commonAncestorContainer)
    ? selection.toString().trim().slice(0, MOST_QUOTED)
    : '';
}
