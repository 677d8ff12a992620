import type { TestApp } from './app.js';
import { send, type RawAnswer } from './raw-http.js';

/** The smallest pictures there are, by type. */
export const PICTURES: Readonly<Record<string, Buffer>> = {
  'image/png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  'image/gif': Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
  'image/webp': Buffer.from('RIFF\x1a\0\0\0WEBPVP8L', 'latin1'),
};

export const PNG = PICTURES['image/png'] ?? Buffer.alloc(0);

/** What the upload answers. */
export interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly isImage: boolean;
  /** Of a refusal. */
  readonly code?: string;
  readonly message?: string;
}

interface Upload {
  readonly name?: string;
  readonly type?: string;
  readonly content?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file to a case. */
export async function upload(
  app: Pick<TestApp, 'url'>,
  postmortemId: string,
  { name = 'a.png', type = '', content = PNG, headers = {} }: Upload = {},
): Promise<{ status: number; answer: Uploaded }> {
  const query = new URLSearchParams({ postmortem: postmortemId, name });
  const { status, body } = await send(app, `/attachments?${query.toString()}`, {
    method: 'POST',
    headers: {
      'content-length': String(Buffer.byteLength(content)),
      ...(type === '' ? {} : { 'content-type': type }),
      ...headers,
    },
    body: [Buffer.from(content)],
  });
  return { status, answer: JSON.parse(body) as Uploaded };
}

/** The file of an upload that must succeed. */
export async function uploaded(...args: Parameters<typeof upload>): Promise<Uploaded> {
  const { status, answer } = await upload(...args);
  if (status !== 201) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Asks for a file by its address. */
export const download = (
  app: Pick<TestApp, 'url'>,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> => send(app, url, { headers });
