import { createTransport, type SendMailOptions } from 'nodemailer';

import { codeOf } from '../../core/error-code.js';
import { isMailAddress, type MailAddress } from '../../core/mail-address.js';
import type { MailConfig, SmtpConfig } from '../../core/mail-setting.js';
import { clip, onOneLine } from '../../core/text/clip.js';
import { MailError, type Mail, type Mailer } from './mailer.js';

/** Milliseconds for each step with the server, and for all of them. */
const STEP_MS = 10_000;
const WHOLE_MS = 30_000;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_SUBJECT = 400;

/** Sends mail through a server, each over a connection of its own. */
export class SmtpMailer implements Mailer {
  readonly from: MailAddress;
  readonly #transport: { sendMail: (mail: SendMailOptions) => Promise<unknown> };

  /** @param wholeMs milliseconds that one mail may take; tests cannot wait so long */
  constructor(
    { smtp, from }: MailConfig,
    private readonly wholeMs = WHOLE_MS,
  ) {
    this.from = from;
    this.#transport = createTransport({
      ...connectionOf(smtp),
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      dnsTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ to, subject, html, text, id, list, unsubscribeUrl, calendar }: Mail): Promise<void> {
    // The library takes an address apart where it holds more than one, and writes line breaks of
    // it into the envelope.
    if (!isMailAddress(to.address)) throw new MailError('not one e-mail address', true);
    const parts = [html, text, calendar?.content ?? ''];
    if (parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0) > MAX_BYTES) {
      throw new MailError('the mail is too large', true);
    }
    const domain = this.from.address.split('@')[1] ?? '';
    const signal = AbortSignal.timeout(this.wholeMs);
    try {
      await this.#transport.sendMail({
        envelope: { from: this.from.address, to: [to.address] },
        from: { ...this.from, name: onOneLine(this.from.name) },
        to: { address: to.address, name: onOneLine(to.name) },
        subject: clip(onOneLine(subject), MAX_SUBJECT),
        messageId: `<${wordOf(id)}@${domain}>`,
        html,
        text,
        ...(calendar === undefined ? {} : { icalEvent: { ...calendar, filename: 'meeting.ics' } }),
        headers: {
          // Nobody’s holiday answers, please.
          'Auto-Submitted': 'auto-generated',
          ...(list === undefined ? {} : { 'List-Id': `<${wordOf(list)}.${domain}>` }),
          ...(unsubscribeUrl === undefined ? {} : leavingBy(new URL(unsubscribeUrl))),
        },
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw new MailError('the mail server took too long', false);
      throw mailErrorOf(error);
    }
  }
}

/** By one click (RFC 8058) only where nobody can read along, as the standard asks. */
function leavingBy({ protocol, href }: URL): Record<string, string> {
  return {
    'List-Unsubscribe': `<${href}>`,
    ...(protocol === 'https:' ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}

function connectionOf({ host, port, user, password, tls }: SmtpConfig) {
  return {
    host,
    port,
    secure: tls === 'IMPLICIT',
    requireTLS: tls === 'REQUIRED',
    ignoreTLS: tls === 'NONE',
    ...(user === null || password === null ? {} : { auth: { user, pass: password } }),
  };
}

/** What can stand in an identifier. */
const wordOf = (text: string): string => text.replace(/[^\w.-]+/g, '-').slice(0, 200);

function mailErrorOf(error: unknown): MailError {
  const status =
    typeof error === 'object' && error !== null && 'responseCode' in error
      ? Number(error.responseCode)
      : 0;
  const code = codeOf(error);
  const isFinal = status >= 500 && code !== 'EAUTH';
  const why = status > 0 ? `${code} ${status}` : code || 'no connection';
  return new MailError(`the mail server did not take it (${why.trim()})`, isFinal, {
    cause: error,
  });
}
