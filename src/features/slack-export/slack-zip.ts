import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { FupanError } from '../../core/errors.js';

/** What an archive may hold. Each bound is above any export that people can look through. */
export const ZIP_LIMITS = {
  /** Bytes of the archive itself. */
  bytes: 50 * 1024 ** 2,
  entries: 50_000,
  /** Bytes of one file in it, and of all that are read for one request. */
  entryBytes: 20 * 1024 ** 2,
  readBytes: 100 * 1024 ** 2,
  /** How many times smaller a file of some size may be in the archive: chats shrink to a tenth. */
  ratio: 100,
  ratioFromBytes: 1024 ** 2,
} as const;

const broken = (cause?: unknown): FupanError =>
  new FupanError('VALIDATION', 'zipBroken', {}, ['file'], { cause });
const tooLarge = (): FupanError => new FupanError('TOO_LARGE', 'zipTooLarge', {}, ['file']);

/** The mode of a Unix file that is a link, in the upper half of what an archive says of it. */
const LINK = 0o120000;
const KIND = 0o170000;

/**
 * The files of an archive that is held in memory, read one at a time. Names that lead out of it,
 * links and what unpacks to much more than it takes are refused, before anything is unpacked.
 */
export class SlackZip {
  #left: number = ZIP_LIMITS.readBytes;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws FupanError VALIDATION `zipBroken` for what is no sound archive, TOO_LARGE `zipTooLarge` */
  static async open(content: Buffer): Promise<SlackZip> {
    let zip: ZipFile;
    try {
      // Names with `..`, a drive or a slash in front are refused by the library.
      zip = await fromBufferPromise(content, { lazyEntries: true, strictFileNames: true });
    } catch (error) {
      throw broken(error);
    }
    if (zip.entryCount > ZIP_LIMITS.entries) throw tooLarge();
    return new SlackZip(zip, await entriesOf(zip));
  }

  /** The paths of its files. */
  get paths(): string[] {
    return [...this.entries.keys()];
  }

  /** What a file of JSON holds; null where there is no such file. @throws FupanError as `open` does */
  async json(path: string): Promise<unknown> {
    const entry = this.entries.get(path);
    if (!entry) return null;
    this.#left -= entry.uncompressedSize;
    if (this.#left < 0) throw tooLarge();
    try {
      return JSON.parse((await this.#bytes(entry)).toString('utf8')) as unknown;
    } catch (error) {
      throw error instanceof FupanError ? error : broken(error);
    }
  }

  #bytes(entry: Entry): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error);
        else collected(stream).then(resolve, reject);
      });
    });
  }
}

/** What says more than its entry told is cut off by the library, and counted here as well. */
async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ZIP_LIMITS.entryBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      const fault = faultOf(entry, found);
      if (fault) {
        reject(fault);
        return;
      }
      if (!entry.fileName.endsWith('/')) found.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('error', (error) => {
      reject(broken(error));
    });
    zip.on('end', () => {
      resolve(found);
    });
    zip.readEntry();
  });
}

function faultOf(entry: Entry, before: ReadonlyMap<string, Entry>): FupanError | undefined {
  const { fileName, compressedSize, uncompressedSize, externalFileAttributes } = entry;
  const isLink = ((externalFileAttributes >>> 16) & KIND) === LINK;
  if (isLink || entry.isEncrypted() || before.has(fileName) || fileName.includes('\0')) {
    return broken();
  }
  const isBomb =
    uncompressedSize > ZIP_LIMITS.ratioFromBytes &&
    uncompressedSize > compressedSize * ZIP_LIMITS.ratio;
  return isBomb || uncompressedSize > ZIP_LIMITS.entryBytes ? tooLarge() : undefined;
}
