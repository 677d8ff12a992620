import { z } from 'zod';

import { mailAddressOf, type MailAddress } from './mail-address.js';
import { isLoopback } from './setting.js';

/** A server that takes mail. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly password: string | null;
  /**
   * TLS from the first byte; needed after the greeting; used where the server offers it; or never.
   */
  readonly tls: 'IMPLICIT' | 'REQUIRED' | 'OFFERED' | 'NONE';
}

/** How mail leaves. */
export interface MailConfig {
  readonly smtp: SmtpConfig;
  readonly from: MailAddress;
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** `smtp://USER:PASSWORD@HOST:PORT`, `smtps://…`. */
export const smtpUrl = z.string().transform((text, check): SmtpConfig => {
  const smtp = smtpOf(text);
  if (smtp) return smtp;
  // What was given may hold a password and is not repeated.
  check.addIssue('must be smtp://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST:PORT');
  return z.NEVER;
});

function smtpOf(text: string): SmtpConfig | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const port = PORTS[url.protocol];
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const hasPlainTls = ['', '?tls=none'].includes(url.search);
  if (port === undefined || host === '' || !hasPlainTls || !/^\/?$/.test(url.pathname)) return null;
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === null || password === null || (user === '') !== (password === '')) return null;
  return {
    host,
    port: url.port === '' ? port : Number(url.port),
    user: user || null,
    password: password || null,
    tls: tlsOf(url, user !== ''),
  };
}

function tlsOf({ protocol, hostname, search }: URL, hasPassword: boolean): SmtpConfig['tls'] {
  if (protocol === 'smtps:') return 'IMPLICIT';
  if (search !== '') return 'NONE';
  return hasPassword && !isLoopback(hostname) ? 'REQUIRED' : 'OFFERED';
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Whom mail is from. */
export const mailFrom = z.string().transform((text, check): MailAddress => {
  const from = mailAddressOf(text);
  if (from) return from;
  check.addIssue('must be an address like fupan@example.org or fupan <fupan@example.org>');
  return z.NEVER;
});
