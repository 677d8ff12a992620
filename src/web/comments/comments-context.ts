import { createContext, useContext } from 'react';

import type { CommentThreadFragment } from '../gql/documents.js';
import type { Place } from './place.js';

/** What is said about the case on the page, and where one is reading it. */
export interface Comments {
  readonly caseId: string;
  readonly mayWrite: boolean;
  /** Every thread that is known. */
  readonly threads: readonly CommentThreadFragment[];
  /** The threads at a place, by `keyOf`. */
  readonly at: ReadonlyMap<string, readonly CommentThreadFragment[]>;
  readonly openQuestions: number;
  /** What one is reading about; null: the panel is closed. */
  readonly place: Place | null;
  /** The thread that the address names. */
  readonly threadId: string | undefined;
  /** The words that a new thread is about. */
  readonly quote: string;
  readonly open: (place: Place, quote: string) => void;
  readonly close: () => void;
  /** What was begun and not sent, by what it is to be. */
  readonly unsent: Map<string, string>;
}

const Context = createContext<Comments | null>(null);

export const CommentsProvider = Context.Provider;

/** What is said about the case; null where nobody talks, as in a preview. */
export const useComments = (): Comments | null => useContext(Context);

const NONE: readonly CommentThreadFragment[] = [];

/** The threads at a place. */
export const threadsAt = (comments: Comments, key: string): readonly CommentThreadFragment[] =>
  comments.at.get(key) ?? NONE;

export const isOpen = ({ state }: CommentThreadFragment): boolean => state !== 'RESOLVED';
