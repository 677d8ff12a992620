import type { CustomFetch } from 'openid-client';

/** Bytes that an answer of the provider may have; a key set or a token is a hundredth of it. */
const MAX_BYTES = 1024 * 1024;

/** The provider could not be asked, or its answer is none. Its message says nothing that it sent. */
export class UnusableError extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'UnusableError';
  }
}

/**
 * How the library reaches the provider: only where it may, never on to where an answer points, and
 * not for longer or more than is reasonable. The time is set by the signal that the library passes.
 * @param mayCall whether fupan may send requests to an address
 */
export function boundedFetch(mayCall: (url: string) => boolean): CustomFetch {
  return async (url, options) => {
    if (!mayCall(url)) throw new UnusableError('an address that the provider did not announce');
    try {
      const response = await fetch(url, { ...(options as RequestInit), redirect: 'manual' });
      const body = await bytesOf(response);
      if (response.status >= 500) throw new UnusableError(`status ${response.status}`);
      return new Response(hasBody(response.status) ? body : null, {
        status: response.status,
        headers: kept(response.headers),
      });
    } catch (error) {
      if (error instanceof UnusableError) throw error;
      throw new UnusableError('no answer', { cause: error });
    }
  };
}

async function bytesOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // What is thrown here also ends the connection.
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > MAX_BYTES) throw new UnusableError(`more than ${MAX_BYTES} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** A response of these must not be given one. */
const hasBody = (status: number): boolean => ![204, 205, 304].includes(status);

/** The body is decoded by now, so that most headers no longer tell the truth. */
function kept(headers: Headers): Record<string, string> {
  const names = ['content-type', 'www-authenticate'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
