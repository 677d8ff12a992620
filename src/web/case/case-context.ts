import { createContext, useContext } from 'react';

import type { LanguageTag } from '../app/language.js';
import type { Block } from './case-address.js';
import type { CaseOnPage } from './case-on-page.js';

/** What every part of the page has to know. */
export interface CaseContext {
  readonly postmortem: CaseOnPage;
  /** The language it is written in. */
  readonly lang: LanguageTag;
  readonly mayEdit: boolean;
  /** The part that is being written. */
  readonly editing: Block | undefined;
  /** It is not open to the reader any more: all that may stay is what they are writing. */
  readonly isClosed: boolean;
  /** Leaves the part that is being written. */
  readonly onDone: () => void;
}

const Context = createContext<CaseContext | null>(null);

export const CaseProvider = Context.Provider;

/** The case on the page. */
export function useCase(): CaseContext {
  const context = useContext(Context);
  if (!context) throw new Error('There is no case around this.');
  return context;
}
