import type { Language } from './vocabulary.js';

/** What leaves fupan, before it is a mail or a message in a chat. All of it is plain text. */
export interface OutgoingMessage {
  /** The language it is written in. */
  readonly locale: Language;
  /** One line: the subject of a mail. */
  readonly title: string;
  /** What it is about, in a sentence or two. */
  readonly intro?: string | undefined;
  readonly sections: readonly OutgoingSection[];
  /** What to do about it; a button each. */
  readonly links?: readonly OutgoingLink[] | undefined;
  /** Why it was sent, and how to have no more of it. */
  readonly footer?: string | undefined;
  /** What only a mail has. */
  readonly mail?: OutgoingMail | undefined;
}

export interface OutgoingSection {
  readonly heading: string;
  readonly lines: readonly OutgoingLine[];
}

/** One entry of a list: what it is, where it is, and what is to be said of it. */
export interface OutgoingLine {
  readonly text: string;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

export interface OutgoingLink {
  readonly label: string;
  readonly url: string;
}

export interface OutgoingMail {
  /** A whole page in place of the usual one. */
  readonly html?: string | undefined;
  /** The same for readers that show no HTML. */
  readonly text?: string | undefined;
  /** Which regular mail it belongs to: `digest`. */
  readonly list?: string | undefined;
  /** Where to have no more of it. */
  readonly unsubscribeUrl?: string | undefined;
  /** What the calendar of whoever gets it is to do. */
  readonly calendar?: OutgoingCalendar | undefined;
}

/** A file of RFC 5545, and what is to be done with it as RFC 5546 has it. */
export interface OutgoingCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}
