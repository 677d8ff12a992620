import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Ctx } from '../../core/ctx.js';
import { FupanError, RateLimitedError } from '../../core/errors.js';
import { LANGUAGES, type Language } from '../../core/vocabulary.js';
import { isOidcRefusal, OidcRefusedError } from '../../features/identity/oidc.errors.js';
import type { NewSession } from '../../features/identity/session.service.js';
import { localeFromHeader } from '../../locales/messages.js';
import { browserOf } from '../caller.js';
import { HTTP_STATUS } from '../http-status.js';
import type { Platform } from '../platform.js';
import { requestCtx } from '../request-ctx.js';
import { pathOf, queryOf } from '../route.js';
import { complaintOf, type Complaint } from './form.js';
import { localPath } from './local-path.js';
import { frameFor, type Frame } from './page.js';

const LANGUAGE_COOKIE = 'fupan-language';
const ONE_YEAR_S = 365 * 24 * 3_600;

const languageOf = (tag: string | undefined): Language | undefined =>
  LANGUAGES.find((language) => language === tag);

/** How somebody tries to come in. */
export interface Attempt {
  readonly begin: () => Promise<NewSession>;
  /** Where they go from here. */
  readonly then: string;
  /** The form, with what is wrong with it. */
  readonly again: (complaint: Complaint) => string;
  /** What is shown if the link that they have followed is of no use any more. */
  readonly gone?: () => string;
}

/** One request for a page, and what can be answered to it. */
export class Visit {
  readonly ctx: Ctx;
  readonly frame: Frame;
  readonly #query: URLSearchParams;
  readonly #form: URLSearchParams;
  /** The language that was chosen in this browser. */
  readonly #chosen: Language | undefined;

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly platform: Platform,
  ) {
    const { cookie, 'accept-language': accepted } = request.headers;
    this.#chosen = languageOf(parse(cookie ?? '')[LANGUAGE_COOKIE]);
    this.ctx = {
      ...requestCtx(platform),
      locale: this.#chosen ?? localeFromHeader(accepted),
    };
    this.#query = queryOf(request);
    this.#form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    this.frame = this.frameFor(this.ctx.locale);
  }

  get userAgent(): string | null {
    return this.request.headers['user-agent'] ?? null;
  }

  /** A value of the address; empty if it is not there. */
  asked(name: string): string {
    return this.#query.get(name) ?? '';
  }

  /** A value of the form; empty if it is not there. */
  sent(name: string): string {
    return this.#form.get(name) ?? '';
  }

  /** Why somebody was sent back by whoever was to let them in; undefined if they were not. */
  get refused(): Complaint | undefined {
    const word = this.asked('refused');
    if (!isOidcRefusal(word)) return undefined;
    return complaintOf(new OidcRefusedError(word), this.ctx.locale);
  }

  /** True for a browser that guesses where its user will go next. */
  get isPrefetch(): boolean {
    const { 'sec-purpose': purpose, purpose: before } = this.request.headers;
    return [purpose, before].some((value) => String(value).includes('prefetch'));
  }

  /** The frame for somebody who has told us their language; what they chose in this browser goes first. */
  frameFor(theirs: Language | null): Frame {
    const { publicUrl } = this.platform;
    return frameFor(this.#chosen ?? theirs ?? this.ctx.locale, publicUrl, this.here);
  }

  /** Has the browser remember the language, if it is one of ours. */
  keepLanguage(to: string): void {
    const language = languageOf(to);
    if (language === undefined) return;
    const cookie = serialize(LANGUAGE_COOKIE, language, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.platform.publicUrl.isHttps,
      maxAge: ONE_YEAR_S,
    });
    void this.reply.header('set-cookie', cookie);
  }

  /** Where the page at hand can be asked for again, by GET: a form that was sent brings what its address was. */
  get here(): string {
    const query = new URLSearchParams(this.#query);
    for (const name of ['token', 'next']) {
      const value = this.sent(name);
      if (value !== '') query.set(name, value);
    }
    const path = pathOf(this.request);
    return localPath(query.size === 0 ? path : `${path}?${query.toString()}`) ?? '/';
  }

  show(page: string, status = 200): FastifyReply {
    void this.reply.header('x-robots-tag', 'noindex, nofollow');
    return this.reply.status(status).type('text/html; charset=utf-8').send(page);
  }

  /** Sends the browser elsewhere, by GET. */
  goTo(path: string): FastifyReply {
    return this.reply.redirect(path, 303);
  }

  /** Gives the browser the session that has begun, and sends it on its way. */
  letIn({ token, row }: NewSession, path: string): FastifyReply {
    browserOf(this.request, this.reply, this.platform).begin(token, row.expiresAt);
    return this.goTo(path);
  }

  /** Lets somebody in by the form they have sent, or shows them what to mend. */
  async enter(attempt: Attempt): Promise<FastifyReply> {
    let session: NewSession;
    try {
      session = await attempt.begin();
    } catch (error) {
      // What no form can mend.
      if (!(error instanceof FupanError) || error.code === 'BUSY') throw error;
      if (attempt.gone && error.code === 'NOT_FOUND') return this.show(attempt.gone(), 404);
      if (error instanceof RateLimitedError) {
        void this.reply.header('retry-after', String(error.retryAfterS));
      }
      const complaint = complaintOf(error, this.ctx.locale);
      return this.show(attempt.again(complaint), HTTP_STATUS[error.code]);
    }
    return this.letIn(session, attempt.then);
  }

  /** Has the browser forget its session. */
  letOut(path: string): FastifyReply {
    browserOf(this.request, this.reply, this.platform).end();
    return this.goTo(path);
  }
}
