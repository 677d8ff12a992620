import { Fragment } from 'react';

import type { LanguageTag } from '../app/language.js';
import { piecesOf } from './line-pieces.js';
import css from './line.module.css';

/** A line that somebody wrote: what stands in backticks is code, addresses are links, nothing else. */
export function Line({
  text,
  lang,
}: {
  readonly text: string;
  /** The language it is written in, where that is known. */
  readonly lang?: LanguageTag | undefined;
}) {
  return (
    <span className={css['line']} lang={lang} dir="auto">
      {piecesOf(text).map((piece, place) =>
        piece.kind === 'code' ? (
          <code key={place} dir="ltr">
            {piece.text}
          </code>
        ) : piece.kind === 'address' ? (
          <a key={place} href={piece.text} rel="noreferrer noopener" dir="ltr">
            {piece.text}
          </a>
        ) : (
          <Fragment key={place}>{piece.text}</Fragment>
        ),
      )}
    </span>
  );
}
