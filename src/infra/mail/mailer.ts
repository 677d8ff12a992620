import type { MailAddress } from '../../core/mail-address.js';
import type { OutgoingCalendar } from '../../core/outgoing-message.js';

/** One mail to one person. */
export interface Mail {
  readonly to: MailAddress;
  readonly subject: string;
  /** The same twice: for readers that show HTML, and for those that do not. */
  readonly html: string;
  readonly text: string;
  /**
   * The part of the Message-ID before the `@`. The same for a mail that is sent again, so that
   * whoever got it twice sees it once.
   */
  readonly id: string;
  /** Which regular mail it belongs to: `digest`. */
  readonly list?: string | undefined;
  /** Where to have no more of it. */
  readonly unsubscribeUrl?: string | undefined;
  /** What the calendar of whoever gets it is to do. */
  readonly calendar?: OutgoingCalendar | undefined;
}

/** A mail that did not leave. The message says why in words for an administrator. */
export class MailError extends Error {
  constructor(
    why: string,
    /** The server refused it for good: sending it again is of no use. */
    readonly isFinal: boolean,
    options?: ErrorOptions,
  ) {
    super(why, options);
    this.name = 'MailError';
  }
}

/** How mail leaves. */
export interface Mailer {
  /** Whom mail is from; null where mail is switched off. */
  readonly from: MailAddress | null;
  /** Resolves when the server has taken it over. @throws MailError */
  send(mail: Mail): Promise<void>;
}

/** Under this the mailer is injected. */
export const MAILER = Symbol('Mailer');

/** Where no server is set. */
export const NO_MAILER: Mailer = {
  from: null,
  send: () => Promise.reject(new MailError('mail is off: FUPAN_SMTP_URL is not set', true)),
};
