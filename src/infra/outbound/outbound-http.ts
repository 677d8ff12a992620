import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, request } from 'undici';

import { codeOf } from '../../core/error-code.js';
import { AddressRules } from './address-rules.js';

/** Bytes of a body that is sent, and of one that comes back. */
const MAX_BYTES = 1024 * 1024;
/** Bytes of all headers together, there and back. */
const MAX_HEADER_BYTES = 16 * 1024;
const CONNECT_MS = 5_000;
const WHOLE_MS = 10_000;

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `http:` or `https:`, without a name and a password in it. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back; also what says that it was refused. */
export interface OutboundAnswer {
  readonly status: number;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type OutboundFault =
  /** The address is none that fupan may send anything to. */
  | 'BLOCKED'
  /** The name is not known, or nobody answers there. */
  | 'UNREACHABLE'
  | 'TIMEOUT'
  /** What is sent, or what came back, is over a limit. */
  | 'TOO_LARGE';

/** A request that got no answer. The message tells neither the address nor what was sent. */
export class OutboundError extends Error {
  constructor(
    readonly fault: OutboundFault,
    why: string,
    options?: ErrorOptions,
  ) {
    super(why, options);
    this.name = 'OutboundError';
  }
}

export interface OutboundOptions {
  /** Private addresses and networks that may be reached all the same, in CIDR form. */
  readonly networks: readonly string[];
  /** How names are looked up; as the machine does it. */
  readonly lookUp?: LookUpAll;
  /** Milliseconds that a connection may take. */
  readonly connectMs?: number;
  /** Milliseconds that all of it may take. */
  readonly wholeMs?: number;
}

/** Every address of a name. */
export type LookUpAll = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The one way out of fupan over HTTP. People say where to, so it goes to the public internet only,
 * or to networks that the settings allow: each address is judged at the moment it is dialled, so
 * that no spelling and no name that changes its mind leads elsewhere. It follows no redirects, uses
 * no proxy and keeps no connection.
 */
export class OutboundHttp {
  readonly #rules: AddressRules;
  readonly #agent: Agent;
  readonly #wholeMs: number;

  constructor({ networks, lookUp = lookup, connectMs, wholeMs = WHOLE_MS }: OutboundOptions) {
    this.#rules = new AddressRules(networks);
    this.#wholeMs = wholeMs;
    this.#agent = new Agent({
      connect: this.#connector(lookUp, connectMs ?? CONNECT_MS),
      pipelining: 0,
      maxHeaderSize: MAX_HEADER_BYTES,
      maxResponseSize: MAX_BYTES,
      headersTimeout: wholeMs,
      bodyTimeout: wholeMs,
    });
  }

  /** @throws OutboundError where there is no answer; one that refuses is returned */
  async send({ method, url, headers = {}, body }: OutboundRequest): Promise<OutboundAnswer> {
    const address = webAddress(url);
    if (Buffer.byteLength(body ?? '') > MAX_BYTES) throw tooLarge('the body');
    if (Buffer.byteLength(JSON.stringify(headers)) > MAX_HEADER_BYTES) throw tooLarge('the header');
    const signal = AbortSignal.timeout(this.#wholeMs);
    try {
      const answer = await request(address, {
        method,
        headers: { 'user-agent': 'fupan', ...headers },
        body: body ?? null,
        dispatcher: this.#agent,
        signal,
      });
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: await answer.body.text(),
      };
    } catch (error) {
      throw faultOf(error, signal);
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  #connector(lookUp: LookUpAll, timeout: number): buildConnector.connector {
    const dial = buildConnector({ timeout, lookup: this.#judged(lookUp) });
    return (options, done) => {
      // What is a number already is never looked up.
      if (isIP(options.hostname) !== 0 && !this.#rules.allows(options.hostname)) {
        done(blocked(), null);
      } else {
        dial(options, done);
      }
    };
  }

  /** Looks names up and leaves the addresses that may be dialled: what is judged is what is dialled. */
  #judged(lookUp: LookUpAll): LookupFunction {
    return (hostname, options, done) => {
      lookUp(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) {
          done(error, '');
          return;
        }
        const allowed = addresses.filter(({ address }) => this.#rules.allows(address));
        const [first] = allowed;
        if (!first) done(blocked(), '');
        else if (options.all === true) done(null, allowed);
        else done(null, first.address, first.family);
      });
    };
  }
}

function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new OutboundError('BLOCKED', 'not an address of http or https');
  }
  return url;
}

const blocked = () =>
  new OutboundError('BLOCKED', 'the address is in a network that fupan may not reach');

const tooLarge = (what: string, options?: ErrorOptions) =>
  new OutboundError('TOO_LARGE', `${what} is too large`, options);

const TIMEOUTS = ['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];
const OVERFLOWS = [
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  'UND_ERR_HEADERS_OVERFLOW',
  'HPE_HEADER_OVERFLOW',
];

function faultOf(error: unknown, signal: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  const code = codeOf(error);
  if (signal.aborted || TIMEOUTS.includes(code)) {
    return new OutboundError('TIMEOUT', 'no answer in time', { cause: error });
  }
  if (OVERFLOWS.includes(code)) return tooLarge('the answer', { cause: error });
  return new OutboundError('UNREACHABLE', `not reachable (${code || 'no answer'})`, {
    cause: error,
  });
}
