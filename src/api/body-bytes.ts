import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { FupanError } from '../core/errors.js';

/** Has the routes of a scope take bodies byte by byte, whatever they are said to be. */
export function takeBodiesAsTheyAre(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload);
  });
}

/**
 * The body, as far as it may go.
 * @param most bytes
 * @throws FupanError what `tooLarge` makes beyond that; TIMEOUT where it does not come to its end
 */
export async function bytesOf(
  { body }: FastifyRequest,
  most: number,
  tooLarge: () => FupanError,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Not destroyed, or the sender would not hear why.
  const stream = (body as Readable | undefined)?.iterator({ destroyOnReturn: false }) ?? [];
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof FupanError) throw error;
    throw new FupanError('TIMEOUT', 'requestTooSlow', {}, undefined, { cause: error });
  }
  return Buffer.concat(chunks, bytes);
}
