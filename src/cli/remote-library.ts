import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { codeOf } from '../core/error-code.js';
import type { Io } from './io.js';
import { packageVersion } from '../infra/package.js';
import type { RemoteConfig } from './remote-config.js';

/** Why a fupan elsewhere did not do it, in one sentence. */
export class RemoteError extends Error {
  constructor(
    message: string,
    /** As its error codes have it; empty where it never got so far. */
    readonly code = '',
  ) {
    super(message);
  }
}

/** How long one answer may take. */
const PATIENCE_MS = 30_000;
/** How often a server that asks to wait is asked again, and for how long at most each time. */
const RETRIES = 5;
const LONGEST_WAIT_S = 60;

const errorSchema = z.object({
  message: z.string(),
  extensions: z.object({ code: z.string().optional() }).optional(),
});
const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(errorSchema).optional(),
});

/** What every mutation says besides its result. */
export const userErrorsSchema = z.array(z.object({ code: z.string(), message: z.string() }));

/** A fupan elsewhere, through its API. */
export class RemoteLibrary {
  constructor(
    private readonly config: RemoteConfig,
    private readonly io: Pick<Io, 'locale' | 'signal'>,
  ) {}

  /** Its address. */
  get url(): string {
    return this.config.url;
  }

  /**
   * Sends a document; answers its data.
   * @throws RemoteError
   */
  async ask<Schema extends z.ZodType>(
    schema: Schema,
    query: string,
    variables: object = {},
    patienceMs = PATIENCE_MS,
  ): Promise<z.output<Schema>> {
    const body = JSON.stringify({ query, variables });
    for (let attempt = 0; ; attempt++) {
      const response = await this.#send(body, patienceMs);
      const { data, errors } = await this.#read(response);
      const [error] = errors ?? [];
      if (!error) return this.#understood(schema, data);
      const code = error.extensions?.code ?? '';
      const wait = Number(response.headers.get('retry-after'));
      // What took too long may have been done nevertheless.
      const mayAgain = wait > 0 && wait <= LONGEST_WAIT_S && code !== 'TIMEOUT';
      if (!mayAgain || attempt >= RETRIES) throw new RemoteError(error.message, code);
      await sleep(wait * 1_000, undefined, { signal: this.io.signal });
    }
  }

  /**
   * Sends a document with one mutation; answers the payload of that.
   * @throws RemoteError also for a refusal
   */
  async mutate<Shape extends z.ZodRawShape>(
    name: string,
    shape: Shape,
    query: string,
    variables: object = {},
    patienceMs = PATIENCE_MS,
  ): Promise<z.output<z.ZodObject<Shape>>> {
    const payload = z.looseObject({ userErrors: userErrorsSchema });
    const answer = await this.ask(z.object({ [name]: payload }), query, variables, patienceMs);
    const [refusal] = answer[name]?.userErrors ?? [];
    if (refusal) throw new RemoteError(refusal.message, refusal.code);
    return this.#understood(z.object(shape), answer[name]);
  }

  async #send(body: string, patienceMs: number): Promise<Response> {
    const { url, token } = this.config;
    const timeout = AbortSignal.timeout(patienceMs);
    try {
      return await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json',
          'accept-language': this.io.locale,
          'user-agent': `fupan/${packageVersion()}`,
        },
        body,
        // The token is for this address and no other.
        redirect: 'manual',
        signal: AbortSignal.any([timeout, this.io.signal]),
      });
    } catch (error) {
      throw this.#unreachable(error);
    }
  }

  async #read(response: Response): Promise<z.output<typeof answerSchema>> {
    const { url } = this;
    const { status } = response;
    if (status >= 300 && status < 400) {
      const to = response.headers.get('location') ?? 'another address';
      throw new RemoteError(`${url} sends on to ${to}; give the address where fupan itself is`);
    }
    let text: string;
    try {
      text = await response.text();
    } catch (error) {
      throw this.#unreachable(error);
    }
    const answer = answerSchema.safeParse(jsonOf(text));
    if (answer.success && (answer.data.data !== undefined || answer.data.errors)) {
      return answer.data;
    }
    if (status === 401) throw new RemoteError(`the token is not valid at ${url}`);
    throw new RemoteError(`what answers at ${url} is no fupan (HTTP ${status}); check the address`);
  }

  #understood<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    throw new RemoteError(
      `the answer of ${this.url} cannot be understood; is it a fupan, and as new as this program (${packageVersion()})?`,
    );
  }

  #unreachable(error: unknown): Error {
    if (this.io.signal.aborted) return error as Error;
    const { url } = this;
    const { name, cause } = error as Error;
    if (name === 'TimeoutError') return new RemoteError(`${url} did not answer in time; try again`);
    const code = codeOf(cause);
    const reason =
      REASONS[code] ??
      (/CERT|SIGNATURE|SELF_SIGNED|ALTNAME/.test(code)
        ? `its certificate is not trusted (${code}); NODE_EXTRA_CA_CERTS can name one that is`
        : code || messageOf(cause));
    return new RemoteError(`${url} cannot be reached: ${reason}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; start fupan, or correct the address',
  ENOTFOUND: 'there is no such host; correct the address',
  EAI_AGAIN: 'the name of the host cannot be looked up; try again',
  ECONNRESET: 'it has broken off the connection',
  UND_ERR_SOCKET: 'it has broken off the connection',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
};

function messageOf(cause: unknown): string {
  return (Object(cause) as { message?: string }).message ?? 'no connection';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
